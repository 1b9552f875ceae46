import type { ErrorParams } from '../error-params.ts'

/** 命令行 */
export const cli = {
  'cli.sections': (p: { count: number }) => `板块和任务（${p.count} 项任务）`,
  'cli.units': (p: { count: number }) => `责任单位（${p.count} 个）`,
  'cli.targets': (p: { count: number }) => `指标（${p.count} 项）`,
  'cli.doubts': (p: { count: number }) => (p.count === 0 ? '没有存疑之处' : `存疑（${p.count} 处，请核对）`),
  'cli.valid': (p: { name: string }) => `${p.name} 是有效的方案文件`,
  'cli.same': '两个方案没有差别',
  'cli.unexpected': (p: { reason: string }) => `没有完成：程序出错（${p.reason}）。`,
  'error.cli.lang': '--lang 只能是 zh-CN 或 en。',
  'error.cli.agenda_unreadable': (p: ErrorParams) => `无法读取 ${p.name}：找不到文件，或超过 10 MB。`,
  'error.cli.agenda_invalid': (p: ErrorParams) => `议程输入有误：${p.path || '文件'}：${p.reason}。`,
}
