import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { StorageError } from './db/storage-error.ts'
import { createLog } from './log.ts'
import { SandboxError } from './sandbox/sandbox-error.ts'
import { StartError } from './start-error.ts'

const started = performance.now()

try {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const app = await createApp(config, log)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const where = app.url ?? 'Slack'
  process.stdout.write(`联络员已就绪 / Liaison is ready: ${where} (${seconds} s)\n`)

  const stop = async (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping')
    await app.stop()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  const expected = [ConfigError, StorageError, SandboxError, StartError].some((kind) => error instanceof kind)
  if (!expected || !(error instanceof Error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
