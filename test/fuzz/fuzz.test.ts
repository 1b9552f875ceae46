import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openImage } from '../support/database.ts'
import type { Bot } from './bot.ts'
import { type Endpoint, startEndpoint } from './http.ts'
import { baseMaterial, type Material } from './material.ts'
import { runSteps } from './run.ts'
import { inhabit } from './world.ts'

let database: Database
let bot: Bot
let endpoint: Endpoint
const material: Material = { ...baseMaterial(), views: new Map(), values: new Map() }
const { fetch } = globalThis

beforeAll(async () => {
  database = await openImage()
  bot = await inhabit(database, material, [])
  endpoint = await startEndpoint(bot)
}, 180_000)

afterAll(async () => {
  globalThis.fetch = fetch
  await endpoint?.stop()
  await database?.close()
})

it('knows every kind of listener', () => {
  const kinds = new Set(material.listeners.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['action', 'command', 'event', 'shortcut', 'view'])
})

it('takes two hundred hostile payloads without a finding', async () => {
  const found = await runSteps(bot, endpoint, material, { seed: 20240731, length: 200 })
  expect(found.map(({ what, detail }) => `${what}\n${detail}`)).toEqual([])
}, 180_000)
