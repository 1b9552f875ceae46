import { App, SocketModeReceiver } from '@slack/bolt'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { silent } from './bench.ts'

/** A running Bolt app whose listeners the sandbox waits for. */
export type Bench = { app: App; stop(): Promise<void> }

/** Connects a Bolt app over Socket Mode, as the product does, with the listeners that `register` adds. */
export async function connectApp(sandbox: Sandbox, register: (app: App) => void): Promise<Bench> {
  const running = new Set<Promise<unknown>>()
  const receiver = new SocketModeReceiver({
    appToken: sandbox.appToken,
    logger: silent,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 5 } } },
  })
  const app = new App({
    token: sandbox.botToken,
    receiver,
    logger: silent,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
  })
  app.use(async ({ next }) => {
    const work = next()
    running.add(work)
    await work.finally(() => running.delete(work))
  })
  app.error(async () => {})
  register(app)
  sandbox.onSettle(async () => {
    while (running.size > 0) await Promise.allSettled([...running])
  })
  await app.start()
  return { app, stop: async () => void (await app.stop()) }
}
