import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepare, type Transaction } from '../../src/db/database.ts'
import type { Engine } from '../../src/db/engine.ts'
import { Prisma } from '../../src/db/generated/client.ts'
import { StorageError } from '../../src/db/storage-error.ts'
import { describeOnEachDatabase } from '../support/database.ts'

const at = new Date('2024-06-24T01:00:00.123Z')
const workspace = (id: string) => ({ id, name: '武汉', createdAt: at })
const makeEvent = (tx: Transaction) =>
  tx.auditEvent.create({ data: { workspaceId: 'T1', at, actor: 'U1', action: 'report', subject: 'task 6' } })

describeOnEachDatabase('the database', (database) => {
  it('keeps what a transaction did, and returns its result', async () => {
    const { name } = await database().transaction((tx) => tx.workspace.create({ data: workspace('T1') }))
    expect(name).toBe('武汉')
    expect(await database().client.workspace.count()).toBe(1)
  })

  it('keeps nothing of a transaction that throws', async () => {
    const failing = database().transaction(async (tx) => {
      await tx.workspace.create({ data: workspace('T1') })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await database().client.workspace.count()).toBe(0)
  })

  it('starts every test empty, with fresh ids', async () => {
    await database().client.workspace.create({ data: workspace('T1') })
    expect((await database().transaction(makeEvent)).id).toBe(1n)
  })

  it('reports no success when an error inside was overlooked', async () => {
    await database().client.workspace.create({ data: workspace('T1') })
    const careless = database().transaction(async (tx) => {
      await tx.workspace.create({ data: workspace('T2') })
      await tx.workspace.create({ data: workspace('T1') }).catch(() => undefined)
      return 'saved'
    })
    await expect(careless).rejects.toThrow()
    expect(await database().client.workspace.count()).toBe(1)
    // And the connection is fit for the next.
    await database().transaction((tx) => tx.workspace.create({ data: workspace('T3') }))
    expect(await database().client.workspace.count()).toBe(2)
  })

  it('reports no success when the commit itself fails', async () => {
    await database().client.$executeRaw`CREATE TABLE deferred (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)`
    try {
      const doomed = database().transaction((tx) => tx.$executeRaw`INSERT INTO deferred VALUES (1), (1)`)
      await expect(doomed).rejects.toThrow()
      expect(await database().client.$queryRaw`SELECT * FROM deferred`).toEqual([])
    } finally {
      await database().client.$executeRaw`DROP TABLE deferred`
    }
  })

  it('refuses the outer client and a second transaction inside a transaction', async () => {
    const refusal = 'Inside a transaction'
    await database().transaction(async () => {
      expect(() => database().client).toThrow(refusal)
      await expect(database().transaction(async () => 1)).rejects.toThrow(refusal)
    })
    expect(await database().client.workspace.count()).toBe(0)
  })

  it('gives back every instant as it was', async () => {
    await database().client.workspace.create({ data: workspace('T1') })
    const instants = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    await fc.assert(
      fc.asyncProperty(instants, async (createdAt) => {
        const { client } = database()
        await client.workspace.update({ where: { id: 'T1' }, data: { createdAt } })
        const [row] = await client.$queryRaw<{ ms: number }[]>`
          SELECT (extract(epoch FROM "createdAt") * 1000)::float8 AS ms FROM "Workspace"`
        expect(row?.ms).toBe(createdAt.getTime())
        expect((await client.workspace.findUniqueOrThrow({ where: { id: 'T1' } })).createdAt).toEqual(createdAt)
      }),
      { numRuns: 25 },
    )
  })

  it('never changes an audit event', async () => {
    await database().client.workspace.create({ data: workspace('T1') })
    await database().transaction(makeEvent)
    const { client } = database()
    const refused = 'append-only'
    await expect(client.auditEvent.updateMany({ data: { actor: 'U2' } })).rejects.toThrow(refused)
    await expect(client.auditEvent.deleteMany()).rejects.toThrow(refused)
    await expect(client.$executeRaw`TRUNCATE "AuditEvent"`).rejects.toThrow(refused)
    await expect(client.workspace.delete({ where: { id: 'T1' } })).rejects.toThrow()
    expect(await client.auditEvent.findMany()).toMatchObject([{ actor: 'U1', action: 'report' }])
  })

  it('tries a conflicting transaction again, but not for ever', async () => {
    let tried = 0
    const conflict = new Prisma.PrismaClientKnownRequestError('conflict', { code: 'P2034', clientVersion: '7' })
    const twice = await database().transaction(async (tx) => {
      await tx.workspace.create({ data: workspace('T1') })
      if (++tried < 3) throw conflict
      return tried
    })
    expect(twice).toBe(3)
    expect(await database().client.workspace.count()).toBe(1)
    tried = 0
    const hopeless = database().transaction(async () => {
      tried++
      throw conflict
    })
    await expect(hopeless).rejects.toBe(conflict)
    expect(tried).toBe(5)
  })

  it('refreshes the statistics of the embedded database, and leaves a server to its autovacuum', async () => {
    await database().client.workspace.createMany({ data: ['T1', 'T2', 'T3'].map(workspace) })
    await database().maintain()
    const rows = await database().client.$queryRaw<{ estimate: number }[]>`
      SELECT reltuples::int AS estimate FROM pg_class WHERE oid = '"Workspace"'::regclass`
    if (database().kind === 'pglite') expect(rows).toEqual([{ estimate: 3 }])
    else expect(rows).toHaveLength(1)
  })
})

describe('what is no fit database', () => {
  const fake = (row: Record<string, unknown>) => {
    const closed: string[] = []
    const engine: Engine = {
      kind: 'postgresql',
      adapter: { provider: 'postgres', adapterName: 'none', connect: () => Promise.reject(new Error('unused')) },
      withConnection: (work) => work({ run: async () => undefined, query: async () => [row] }),
      close: async () => void closed.push('closed'),
    }
    return { engine, closed }
  }

  it.each([
    { version: '13.9', major: 13, zone: 'UTC', says: ['13.9', 'too old', '版本过低'] },
    { version: '15.2', major: 15, zone: 'Asia/Shanghai', says: ['Asia/Shanghai', 'not UTC', '时区'] },
  ])('is refused with a reason: $version in $zone', async ({ says, ...row }) => {
    const { engine, closed } = fake(row)
    const error: unknown = await prepare(engine).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StorageError)
    for (const word of says) expect((error as Error).message).toContain(word)
    expect(closed).toEqual(['closed'])
  })
})
