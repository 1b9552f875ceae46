import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { parse } from 'yaml'
import { webApi } from '../../src/sandbox/api.ts'
import type { Core } from '../../src/sandbox/core.ts'
import type { State } from '../../src/sandbox/entities.ts'
import { createFaults } from '../../src/sandbox/faults.ts'
import { responseUrls } from '../../src/sandbox/interactions/responses.ts'
import { readManifest } from '../../src/sandbox/manifest.ts'
import { keepInMemory } from '../../src/sandbox/persistence.ts'
import { createStore } from '../../src/sandbox/store.ts'
import { fileTransfers } from '../../src/sandbox/transfers.ts'

/** A call of the bot to Slack: what it said, and what Slack answered. */
export type Call = { path: string; given: Record<string, unknown>; refusal: string | null; problems: unknown }

/** The sandbox's Slack without its server: its routes answer in the process, nothing is limited, every call is noted. */
export type Slack = { core: Core; calls: Call[]; fetch: typeof fetch; apiUrl: string }

const origin = 'http://127.0.0.1:1'

/** A Slack of this state. `now` is its clock. */
export function openSlack(state: State, now: () => Date): Slack {
  const manifest = readManifest(parse(readFileSync('manifest.yml', 'utf8')))
  const clock = { now, travel: () => undefined }
  const nowhere = () => {
    throw new Error('there is no socket here')
  }
  const core: Core = {
    store: createStore(state, clock),
    clock,
    manifest,
    persistence: keepInMemory(),
    socket: {
      issueAddress: nowhere,
      upgrade: nowhere,
      send: nowhere,
      connected: () => false,
      onNextConnection: nowhere,
      cut: nowhere,
      stop: nowhere,
    },
    faults: createFaults(),
    limits: { take: () => 0 },
    background: {
      later: (_, work) => work(),
      track: () => undefined,
      settled: async () => undefined,
      stop: () => undefined,
    },
    baseUrl: () => origin,
  }
  const routes = new Hono()
  routes.route('/api', webApi(core))
  routes.route('/response', responseUrls(core))
  routes.route('/', fileTransfers(core))
  const calls: Call[] = []
  return {
    core,
    calls,
    apiUrl: `${origin}/api/`,
    async fetch(input, init) {
      const request = new Request(input, init)
      const url = new URL(request.url)
      if (url.origin !== origin) throw new TypeError(`nothing is fetched from elsewhere: ${url.origin}`)
      const isText = !url.pathname.startsWith('/upload') && !url.pathname.startsWith('/files')
      const given = isText ? readGiven(await request.clone().text()) : {}
      const answer = await routes.fetch(request)
      const said = isText
        ? ((await answer
            .clone()
            .json()
            .catch(() => ({}))) as Record<string, unknown>)
        : {}
      const refusal = said.ok === false ? String(said.error) : answer.ok ? null : `HTTP ${answer.status}`
      calls.push({
        path: url.pathname.replace(/^\/api\//, '').replace(/\/[0-9a-f]{20,}$/, ''),
        given,
        refusal,
        problems: said.errors ?? said.detail ?? null,
      })
      return answer
    },
  }
}

/** The arguments of a call: a form whose values may be JSON, or JSON. */
function readGiven(body: string): Record<string, unknown> {
  if (body.startsWith('{')) return JSON.parse(body)
  const read = (text: string): unknown => {
    if (!/^[[{]/.test(text)) return text
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      ['blocks', 'view', 'metadata'].includes(key) ? read(value) : value,
    ]),
  )
}
