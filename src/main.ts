import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import { StorageError } from './db/storage-error.ts'
import { createLog } from './log.ts'

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
  if (!(error instanceof ConfigError || error instanceof StorageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
