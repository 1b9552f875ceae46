import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DateTime } from 'luxon'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { createLog } from '../../src/log.ts'
import { createHealth } from '../../src/monitor/health.ts'
import { createMonitor, type Watch } from '../../src/monitor/monitor.ts'
import type { ServedMonitor } from '../../src/monitor/serve-monitor.ts'
import type { Courier, Outgoing } from '../../src/outbox/courier.ts'
import { DeliveryError } from '../../src/outbox/delivery-error.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { setUpWorld } from '../support/world.ts'

const log = createLog('silent')
const anyPort = { host: '127.0.0.1', port: 0 }

describe('health', () => {
  const answering = { transaction: async () => undefined } as unknown as Database
  const refusing = { transaction: () => Promise.reject(new Error('down')) } as unknown as Database
  let at = 0
  const monotonic = () => at

  it('is well while the database answers, Slack is connected and work goes on', async () => {
    const health = createHealth(answering, () => 0, monotonic)
    expect(await health.ready()).toMatchObject({ ok: true })
  })

  it('names the part that is not', async () => {
    expect(await createHealth(refusing, () => 0, monotonic).ready()).toMatchObject({
      ok: false,
      parts: { database: { ok: false }, slack: { ok: true }, work: { ok: true } },
    })
    // Slack asks for a new connection now and then: that is no trouble.
    expect((await createHealth(answering, () => 5, monotonic).ready()).ok).toBe(true)
    expect((await createHealth(answering, () => 31, monotonic).ready()).parts.slack).toEqual({ ok: false, seconds: 31 })
    const health = createHealth(answering, () => 0, monotonic)
    at += 121_000
    expect((await health.ready()).parts.work).toEqual({ ok: false, seconds: 121 })
    health.beat()
    expect((await health.ready()).ok).toBe(true)
  })
})

it('asks the database once at a time, however many want to know', async () => {
  let [asked, answer] = [0, () => {}]
  const transaction = () => {
    asked += 1
    return new Promise<void>((resolve) => {
      answer = resolve
    })
  }
  const health = createHealth({ transaction } as unknown as Database, () => 0)
  const crowd = Array.from({ length: 100 }, () => health.ready())
  answer()
  expect((await Promise.all(crowd)).every(({ ok }) => ok)).toBe(true)
  expect(asked).toBe(1)
  const later = health.ready()
  answer()
  expect((await later).ok).toBe(true)
  expect(asked).toBe(2)
})

describeOnEachDatabase('the monitor', (database) => {
  let watch: Watch
  let served: ServedMonitor | null = null
  const monitor = createMonitor('1.2.3')
  let disconnected = 0
  beforeAll(() => {
    const now = () => DateTime.fromISO('2024-06-24T10:00:00+08:00')
    watch = monitor.watch({ database: database(), now, disconnectedFor: () => disconnected })
  })
  afterEach(async () => {
    await served?.stop()
    served = null
  })
  const get = async (path: string) => {
    served ??= await watch.serve(anyPort, log)
    const answer = await fetch(`${served?.url}${path}`)
    return { status: answer.status, text: await answer.text() }
  }

  it('answers on loopback whether the process lives and can work', async () => {
    expect(await get('/health')).toEqual({ status: 200, text: '{"ok":true,"version":"1.2.3"}' })
    expect(served?.url).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect((await get('/ready')).status).toBe(200)
    disconnected = 60
    const { status, text } = await get('/ready')
    expect(status).toBe(503)
    expect(JSON.parse(text)).toMatchObject({ ok: false, parts: { slack: { ok: false }, database: { ok: true } } })
    disconnected = 0
    expect((await get('/secrets')).status).toBe(404)
  })

  it('tells what is owed, given up and late, and counts what was done', async () => {
    const world = await setUpWorld(database())
    const plan = await database().client.plan.findFirstOrThrow()
    const row = (state: 'pending' | 'dead', minutes: number, dismissed = false) => ({
      ...{ workspaceId: 'T1', kind: 'brief', payload: {}, dedupeKey: `${state}/${minutes}`, place: 'U1', state },
      ...{ notBefore: world.now().toJSDate(), createdAt: world.now().plus({ minutes }).toJSDate(), documents: [] },
      dismissedAt: dismissed ? world.now().toJSDate() : null,
    })
    await database().client.delivery.createMany({
      data: [row('pending', 30), row('pending', 50), row('dead', 0), row('dead', 1, true)],
    })
    const nextRunAt = world.now().plus({ minutes: 10 }).toJSDate()
    await database().client.jobSlot.create({ data: { planId: plan.id, job: 'daily-brief', nextRunAt } })

    const outgoing = { kind: 'brief' } as Outgoing
    const courier = watch.courier({
      send: async () => ({ channel: 'C1', ts: '1' }),
      edit: () => Promise.reject(new DeliveryError('retry', 'later')),
      remove: async () => undefined,
      find: async () => null,
    } satisfies Courier)
    await courier.send(outgoing)
    await expect(courier.edit({ channel: 'C1', ts: '1' }, outgoing)).rejects.toThrow('later')
    monitor.times.acked('command', 0.02)
    monitor.counting(log).error({ err: new Error('x') }, 'a job failed')
    monitor.counting(log).error({ from: 'slack' }, 'pong of a socket was not received in time')

    const { text } = await get('/metrics')
    for (const line of [
      'liaison_build_info{version="1.2.3",node=',
      'liaison_outbox_messages{state="pending"} 2',
      'liaison_outbox_messages{state="dead"} 1',
      'liaison_outbox_oldest_seconds{state="pending"} 1800',
      'liaison_slots_late{ledger="job"} 1',
      'liaison_slots_late_seconds{ledger="job"} 3000',
      'liaison_slots_late{ledger="digest"} 0',
      'liaison_deliveries_total{kind="brief",outcome="sent"}',
      'liaison_deliveries_total{kind="brief",outcome="retry"}',
      'liaison_ack_seconds_bucket{le="0.025",kind="command"}',
      'liaison_errors_total{kind="a job failed"}',
      'liaison_errors_total{kind="slack"}',
      'liaison_database_up 1',
      'liaison_slack_connected 1',
      'process_resident_memory_bytes',
    ]) {
      expect(text).toContain(line)
    }
    expect(text).not.toContain('pong')
  })

  it('keeps nothing from starting where its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    expect(await watch.serve({ host: '127.0.0.1', port }, log)).toBeNull()
    other.close()
  })
})
