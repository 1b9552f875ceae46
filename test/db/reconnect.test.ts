import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Database, prepare } from '../../src/db/database.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { retrying } from '../../src/db/retrying.ts'
import { LostConnectionError } from '../../src/db/watch-transactions.ts'
import { UnavailableError } from '../../src/domain/errors.ts'
import { type Door, openDoor } from '../support/postgres-proxy.ts'
import { createDatabase } from '../support/postgres-server.ts'

const at = new Date('2024-06-24T01:00:00Z')
const server = inject('postgresUrl')

describe('what is attempted again', () => {
  const lost = async (): Promise<never> => {
    throw new LostConnectionError('gone')
  }

  it('is given up after a few attempts, and nothing was changed', async () => {
    let attempts = 0
    const failing = retrying(() => {
      attempts += 1
      return lost()
    }, 2)
    await expect(failing).rejects.toMatchObject({ name: 'UnavailableError', outcome: 'unchanged' })
    expect(attempts).toBe(2)
  })

  it('is not attempted again once it may have been committed', async () => {
    let attempts = 0
    const failing = retrying((finished) => {
      attempts += 1
      finished()
      return lost()
    })
    await expect(failing).rejects.toMatchObject({ name: 'UnavailableError', outcome: 'unsure' })
    expect(attempts).toBe(1)
  })

  it('is nothing that failed for another reason', async () => {
    await expect(retrying(() => Promise.reject(new TypeError('a mistake')))).rejects.toThrow('a mistake')
  })
})

describe.runIf(server)('a PostgreSQL that goes away and comes back', () => {
  let database: Database
  let door: Door
  let inner: string
  const closers: (() => Promise<void>)[] = []

  beforeAll(async () => {
    const { url, drop } = await createDatabase(server as string)
    closers.push(drop)
    inner = url
    door = await openDoor(url)
    closers.push(() => door.shut())
    database = await prepare(openPostgres(door.url, 1000))
    closers.push(() => database.close())
  })
  afterAll(async () => {
    for (const close of closers.reverse()) await close()
  })

  const add = (id: string) =>
    database.transaction((tx) => tx.workspace.create({ data: { id, name: id, createdAt: at } }))
  const stored = async (prefix: string) => {
    const rows = await database.transaction((tx) => tx.workspace.findMany({ where: { id: { startsWith: prefix } } }))
    return rows.map(({ id }) => id).sort()
  }

  it('is waited for', async () => {
    await add('before')
    await door.shut()
    const waiting = add('during')
    await door.open()
    await waiting
    expect(await stored('during')).toEqual(['during'])
  })

  it('breaks off a transaction, which is run again', async () => {
    let runs = 0
    await database.transaction(async (tx) => {
      await tx.workspace.create({ data: { id: 'broken', name: '', createdAt: at } })
      if (++runs > 1) return
      await door.shut()
      await door.open()
      await tx.workspace.count()
    })
    expect(runs).toBe(2)
    expect(await stored('broken')).toEqual(['broken'])
  })

  it('breaks off a commit, of which nobody knows', async () => {
    let runs = 0
    const committing = database.transaction(async (tx) => {
      runs += 1
      await tx.workspace.create({ data: { id: 'unsure', name: '', createdAt: at } })
      await door.shut()
      await door.open()
    })
    await expect(committing).rejects.toMatchObject({ name: 'UnavailableError', outcome: 'unsure' })
    expect(runs).toBe(1)
    expect(await stored('unsure')).toEqual([])
  })

  it('falls silent, which is no reason to wait for ever', async () => {
    let runs = 0
    await database.transaction(async (tx) => {
      door.mute(++runs === 1)
      await tx.workspace.count().finally(() => door.mute(false))
    })
    expect(runs).toBe(2)
  })

  it('loses and doubles nothing while its connections are terminated under running transactions', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `t${String(index).padStart(2, '0')}`)
    const admin = new pg.Client(inner)
    await admin.connect()
    const killing = (async () => {
      for (let round = 0; round < 6; round++) {
        await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'liaison'`)
      }
    })()
    const outcomes = await Promise.allSettled(ids.map(add))
    await killing
    await admin.end()
    const unsure = ids.filter((_, index) => outcomes[index]?.status === 'rejected')
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(UnavailableError)
    const kept = await stored('t')
    expect(ids.filter((id) => !kept.includes(id) && !unsure.includes(id))).toEqual([])
    expect(await stored('before')).toEqual(['before'])
  })

  it('is asked one thing after the other on one connection', async () => {
    const warnings: string[] = []
    const note = (warning: Error) => warnings.push(warning.message)
    process.on('warning', note)
    await database.transaction((tx) => Promise.all([tx.workspace.count(), tx.plan.count(), tx.unit.count()]))
    await new Promise((done) => setImmediate(done))
    process.off('warning', note)
    expect(warnings).toEqual([])
  })
})
