import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { Log } from '../log.ts'
import type { Readiness } from './health.ts'

/** What the monitor answers from; `scrape` gives Prometheus's text format. */
export type Watched = {
  version: string
  ready(): Promise<Readiness>
  scrape(): Promise<{ contentType: string; text: string }>
}

/** A monitor that is served: its address, and what ends it. */
export type ServedMonitor = { url: string; stop(): Promise<void> }

/**
 * Serves `/health` (the process answers), `/ready` (503 names the part that keeps it from its work) and `/metrics`. A port
 * that cannot be had is logged and keeps nothing else from starting: null.
 */
export async function serveMonitor(
  { host, port }: { host: string; port: number },
  watched: Watched,
  log: Log,
): Promise<ServedMonitor | null> {
  const server = createAdaptorServer({ fetch: routes(watched, log).fetch }) as Server
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (err) {
    log.warn({ err, host, port }, 'the monitor cannot listen there; set LIAISON_MONITOR_PORT to a free port or to off')
    return null
  }
  // What keeps it from taking a connection later on, a lack of handles for one, must not end the bot.
  server.on('error', (err) => log.warn({ err }, 'the monitor cannot take a connection'))
  const { address, family, port: actual } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`,
    async stop() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function routes({ version, ready, scrape }: Watched, log: Log): Hono {
  const app = new Hono()
  app.get('/health', (c) => c.json({ ok: true, version }))
  app.get('/ready', async (c) => {
    const readiness = await ready()
    return c.json(readiness, readiness.ok ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const { contentType, text } = await scrape()
    return c.body(text, 200, { 'content-type': contentType })
  })
  app.notFound((c) => c.json({ ok: false, error: 'Only /health, /ready and /metrics.' }, 404))
  app.onError((err, c) => {
    log.error({ err }, 'the monitor failed')
    return c.json({ ok: false, error: 'internal' }, 500)
  })
  return app
}
