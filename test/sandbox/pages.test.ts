import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { clientOf, startBench } from './bench.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startBench()
})

afterAll(() => sandbox.stop())

const status = async (path: string, init: RequestInit = {}) => (await fetch(`${sandbox.url}${path}`, init)).status

/** fetch does not let a caller choose the Host header. */
const statusUnderHost = (host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    get(`${sandbox.url}/sandbox/state`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })

describe('the page', () => {
  test('is served under a strict policy, with its scripts as JavaScript', async () => {
    const page = await fetch(sandbox.url)
    expect(page.headers.get('content-type')).toContain('text/html')
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self' 'sha256-/)
    expect(page.headers.get('cache-control')).toBe('no-store')
    const script = await fetch(`${sandbox.url}/page/main.ts`)
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(await script.text()).not.toMatch(/^import type /m)
  })

  test('gets the packages on the list and no other', async () => {
    const html = await (await fetch(sandbox.url)).text()
    const named = Array.from(html.matchAll(/"(\/vendor\/[^"]+)"/g), ([, path]) => path ?? '')
    expect(named.length).toBeGreaterThan(3)
    for (const path of named) expect(await status(path), path).toBe(200)
    const css = await (await fetch(`${sandbox.url}/vendor/@fontsource/noto-sans-sc/400.css`)).text()
    const font = /\.\/(files\/[\w-]+\.woff2)/.exec(css)?.[1]
    expect(await status(`/vendor/@fontsource/noto-sans-sc/${font}`)).toBe(200)
    for (const path of ['/vendor/zod/package.json', '/vendor/preact/package.json', '/vendor/..%2f..%2fpackage.json']) {
      expect(await status(path), path).toBe(404)
    }
  })

  test('never leaves its folder', async () => {
    for (const path of [
      '/page/..%2fsandbox.ts',
      '/page/%2e%2e/sandbox.ts',
      '/page/..%2f..%2f..%2fpackage.json',
      '/page/nothing.ts',
    ]) {
      expect(await status(path), path).toBe(404)
    }
  })
})

describe('the door', () => {
  test('is shut to foreign names and foreign pages', async () => {
    expect(await statusUnderHost(new URL(sandbox.url).host)).toBe(200)
    expect(await statusUnderHost('localhost:1')).toBe(200)
    expect(await statusUnderHost('evil.example')).toBe(403)
    expect(await status('/sandbox/state', { headers: { Origin: 'http://evil.example' } })).toBe(403)
    expect(await status('/sandbox/state', { headers: { Origin: sandbox.url } })).toBe(200)
  })

  test('lets nobody into Socket Mode without a fresh ticket', async () => {
    const { url = '' } = await clientOf(sandbox, sandbox.appToken).apps.connections.open({})
    const attempt = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address)
        socket.on('message', (data) => {
          resolve(JSON.parse(data.toString()).type)
          socket.terminate()
        })
        socket.on('error', () => resolve('refused'))
      })
    expect(await attempt(url.replace(/ticket=\w+/, 'ticket=0'))).toBe('refused')
    expect(await attempt(url)).toBe('hello')
    expect(await attempt(url)).toBe('refused')
  })
})

test('changes are told as server-sent events with a rising number', async () => {
  const response = await fetch(`${sandbox.url}/sandbox/events`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => Number(/event: change\ndata: (\d+)/.exec((await reader?.read())?.value ?? '')?.[1])
  const first = await next()
  await clientOf(sandbox).chat.postMessage({ channel: 'C0NOTES', text: 'news' })
  expect(await next()).toBeGreaterThan(first)
  await reader?.cancel()
})
