import { Command } from 'commander'
import { ConfigError, readShellLocale } from '../config.ts'
import { StorageError } from '../db/storage-error.ts'
import { DomainError } from '../domain/errors.ts'
import type { Locale } from '../i18n/locale.ts'
import { describeError, t } from '../i18n/translate.ts'

/** What a command prints, and in which language it speaks. */
type Work = (locale: Locale) => Promise<string>

const program = new Command('liaison')
  .description('联络员命令行 / Liaison from a shell')
  .option('--lang <locale>', 'zh-CN 或 en（默认按 LANG） / zh-CN or en (by LANG otherwise)')

const plan = program.command('plan').description('方案文件 / Plan files')
plan
  .command('parse <file>')
  .description('读取方案（.txt .md .docx .yaml），列出内容和存疑 / Read a plan: what it holds, and every doubt')
  .option('--json', '输出 JSON / as JSON')
  .action((file: string, options: { json?: boolean }) =>
    run(async (locale) => (await import('./plan-parse.ts')).parseFile(locale, file, options.json === true)),
  )
plan
  .command('validate <file>')
  .description('检查导出的方案文件（.yaml） / Check an exported plan file')
  .action((file: string) => run(async (locale) => (await import('./plan-validate.ts')).validateFile(locale, file)))
plan
  .command('diff <old> <new>')
  .description('比较两个方案 / Compare two plans')
  .option('--json', '输出 JSON / as JSON')
  .action((before: string, after: string, options: { json?: boolean }) =>
    run(async (locale) => (await import('./plan-diff.ts')).diffFiles(locale, before, after, options.json === true)),
  )

const agenda = program.command('agenda').description('会议议程 / Agendas')
agenda
  .command('solve <file>')
  .description('按等候最少选定并排列议题，输入输出均为 JSON / Choose and order issues; JSON in, JSON out')
  .option('--json', '输出 JSON（总是如此） / as JSON (always so)')
  .action((file: string) => run(async () => (await import('./agenda-solve.ts')).solveFile(file)))

program
  .command('doctor')
  .description(
    '检查设置、数据库、Slack、时钟、字体、频道与人员 / Check settings, database, Slack, clock, fonts, channels, people',
  )
  .option('--json', '输出 JSON / as JSON')
  .action((options: { json?: boolean }) =>
    run(async (locale) => {
      const { diagnose } = await import('./doctor/diagnose.ts')
      const { ok, text } = await diagnose(locale, process.env, options.json === true)
      if (!ok) process.exitCode = 1
      return text
    }),
  )
program
  .command('backup <file>')
  .description('备份全部数据到新文件，运行中也可 / Back everything up to a new file, also while the bot runs')
  .action((file: string) => run(async (locale) => (await import('./transfer.ts')).backUp(locale, process.env, file)))
program
  .command('restore <file>')
  .description('从备份恢复到空白的数据库；先停止联络员 / Fill an empty database from a backup; stop the bot first')
  .action((file: string) => run(async (locale) => (await import('./transfer.ts')).restore(locale, process.env, file)))
program
  .command('export <folder>')
  .description('导出全部数据（JSON Lines、YAML、文件） / Export everything as JSON Lines, YAML and files')
  .action((folder: string) =>
    run(async (locale) => (await import('./transfer.ts')).exportTo(locale, process.env, folder)),
  )
program
  .command('import <folder>')
  .description('把导出的数据导入空白的数据库 / Fill an empty database from an export')
  .action((folder: string) =>
    run(async (locale) => (await import('./transfer.ts')).importFrom(locale, process.env, folder)),
  )

const person = program.command('person').description('个人信息 / People')
person
  .command('erase <workspace> <user>')
  .description(
    '清除一个人的信息，记录中以代号代替；不可撤销 / Erase a person; a pseudonym stands in the records; for good',
  )
  .action((workspace: string, user: string) =>
    run(async (locale) => (await import('./erasure.ts')).erase(locale, process.env, workspace, user)),
  )

const workspaces = program.command('workspace').description('工作区 / Workspaces')
workspaces
  .command('delete <workspace>')
  .description('删除工作区的全部数据；不可撤销 / Delete all data of a workspace, for good')
  .option('--yes <name>', '工作区名称，以示确认 / the name of the workspace, to confirm')
  .action((workspace: string, { yes = '' }: { yes?: string }) =>
    run(async (locale) => (await import('./erasure.ts')).deleteAll(locale, process.env, workspace, yes)),
  )

// A reader that has seen enough (a pager, head) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
await program.parseAsync()

async function run(work: Work): Promise<void> {
  const chosen: string | undefined = program.opts<{ lang?: string }>().lang
  const locale = chosen === 'zh-CN' || chosen === 'en' ? chosen : readShellLocale(process.env)
  try {
    if (chosen !== undefined && chosen !== locale) throw new DomainError('cli.lang')
    process.stdout.write(`${await work(locale)}\n`)
  } catch (error) {
    process.stderr.write(`${explain(locale, error)}\n`)
    process.exitCode = 1
  }
}

function explain(locale: Locale, error: unknown): string {
  if (error instanceof DomainError) return describeError(locale, error)
  if (error instanceof StorageError) return locale === 'en' ? error.english : error.chinese
  if (error instanceof ConfigError) return error.message
  return t(locale, 'cli.unexpected', { reason: error instanceof Error ? error.message : String(error) })
}
