import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { webApi } from './api.ts'
import { createBackground } from './background.ts'
import { createClock, readInstant } from './clock.ts'
import { createChangeStream } from './control/change-stream.ts'
import { controlApi } from './control/control.ts'
import type { Core } from './core.ts'
import { createFaults } from './faults.ts'
import { isLocalHost, onlyLocalHost, onlySameOrigin } from './guard.ts'
import { responseUrls } from './interactions/responses.ts'
import { readManifest } from './manifest.ts'
import { pages } from './pages.ts'
import { keepInFile, keepInMemory } from './persistence.ts'
import { createRateLimits } from './rate-limits.ts'
import { SandboxError } from './sandbox-error.ts'
import { seedState, type WorkspaceSeed } from './seed.ts'
import { createSocketHub } from './socket.ts'
import { createStore } from './store.ts'
import { fileTransfers } from './transfers.ts'

/** What a sandbox starts with. `startAt` (ISO 8601) is the first instant of a new workspace; a kept one goes on from its own. */
export type SandboxOptions = {
  /** 0 for any free port. */
  port: number
  /** The JSON file that keeps the workspace between runs; null for memory only. */
  dataFile: string | null
  /** The parsed app manifest. */
  manifest: unknown
  workspace: WorkspaceSeed
  startAt: string
}

/** A running sandbox. */
export type Sandbox = {
  /** The page. */
  url: string
  /** For a Slack client's `slackApiUrl`. */
  apiUrl: string
  botToken: string
  appToken: string
  /** The sandbox clock. */
  now(): Date
  /** Sets what the control API awaits before it answers: that the app has done everything due and in flight. */
  onSettle(hook: () => Promise<void>): void
  /** Ends the server and its connections; resolves once the workspace is on disk. */
  stop(): Promise<void>
}

/**
 * Starts a local Slack on 127.0.0.1. Throws an Error that says what to do where the manifest, `startAt` or the data file
 * cannot be used, or the port is taken.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const manifest = readManifest(options.manifest)
  const startAt = readInstant(options.startAt, new Date(0))
  if (!startAt) throw new Error(`startAt must be an ISO 8601 instant with its zone, not ${options.startAt}.`)
  const persistence = options.dataFile === null ? keepInMemory() : keepInFile(options.dataFile)
  const saved = await persistence.load()
  const state = saved ?? seedState(options.workspace, manifest, startAt)
  const clock = createClock(new Date(state.clock_ms))
  const store = createStore(state, clock)
  const socket = createSocketHub(state.app.id)
  const changes = createChangeStream(store)
  const core: Core = {
    store,
    clock,
    manifest,
    persistence,
    socket,
    faults: createFaults(),
    limits: createRateLimits(clock),
    background: createBackground(),
    baseUrl: () => url,
  }
  const snapshot = () => {
    state.clock_ms = clock.now().getTime()
    return state
  }
  store.onChange(() => persistence.schedule(snapshot))

  let settleHook = async () => {}
  const settle = async () => {
    await core.background.settled()
    await settleHook()
    await core.background.settled()
    await persistence.flush()
  }
  const server = createServer(core, controlApi(core, changes, settle))
  const url = await listen(server, options.port)
  store.changed()

  return {
    url,
    apiUrl: `${url}/api/`,
    botToken: state.app.bot_token,
    appToken: state.app.app_token,
    now: clock.now,
    onSettle(hook) {
      settleHook = hook
    },
    async stop() {
      changes.stop()
      core.background.stop()
      socket.stop()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
      persistence.schedule(snapshot)
      await persistence.flush()
    },
  }
}

function createServer(core: Core, control: Hono): Server {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(onlyLocalHost)
  app.use('/sandbox/*', onlySameOrigin)
  app.route('/api', webApi(core))
  app.route('/sandbox', control)
  app.route('/response', responseUrls(core))
  app.route('/', fileTransfers(core))
  app.route('/', pages())
  app.onError((error, c) => c.json({ ok: false, error: 'internal_error', detail: error.message }, 500))
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.on('upgrade', (request, socket, head) => {
    const fromPage = request.headers.origin !== undefined
    if (isLocalHost(request.headers.host) && !fromPage) core.socket.upgrade(request, socket, head)
    else socket.destroy()
  })
  return server
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SandboxError(
      `The sandbox cannot listen on 127.0.0.1:${port} (${reason}). Stop what uses the port, or choose another (LIAISON_SANDBOX_PORT).`,
      `沙箱无法在 127.0.0.1:${port} 监听（${reason}）。请停止占用该端口的程序，或用 LIAISON_SANDBOX_PORT 指定其他端口。`,
    )
  }
  const { port: actual } = server.address() as AddressInfo
  return `http://127.0.0.1:${actual}`
}
