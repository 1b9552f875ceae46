import { createApp } from './app.ts'
import { ConfigError, findUnknownSettings, readConfig } from './config.ts'
import { StorageError } from './db/storage-error.ts'
import { createLog } from './log.ts'
import { SandboxError } from './sandbox/sandbox-error.ts'
import { StartError } from './start-error.ts'
import { stopWithin } from './stop-within.ts'

/** A call to Slack may take ten seconds; whoever runs us waits thirty, as a rule, before they kill. */
const stopSeconds = 25
const started = performance.now()

try {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  for (const unknown of findUnknownSettings(process.env))
    log.warn(unknown, 'a variable is no setting of Liaison and has no effect')
  const app = await createApp(config, log)
  let stopping = false
  const stop = async (reason: string, code = 0) => {
    if (stopping) return
    stopping = true
    log.info({ reason }, 'stopping')
    process.exit((await stopWithin(stopSeconds, () => app.stop(), log)) ? code : 1)
  }
  // Slack's client rejects into the void where it may never connect again; what was acknowledged is finished all the same.
  for (const event of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(event, (err) => {
      log.fatal({ err }, 'an unexpected failure')
      stop('failure', 1)
    })
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  // npm passes a signal on to its shell, and the shell dies of it without telling us.
  const shell = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== shell && stop('npm ended'), 500).unref()

  // Said last: whoever waits for it may ask for a stop at once.
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const where = app.url ?? 'Slack'
  process.stdout.write(`联络员已就绪 / Liaison is ready: ${where} (${seconds} s)\n`)
} catch (error) {
  const expected = [ConfigError, StorageError, SandboxError, StartError].some((kind) => error instanceof kind)
  if (!expected || !(error instanceof Error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
