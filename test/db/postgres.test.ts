import { afterEach, describe, expect, inject, it } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { StorageError } from '../../src/db/storage-error.ts'
import { createDatabase } from '../support/postgres-server.ts'

it('says where no server answers, without the password', async () => {
  const url = 'postgresql://clerk:secret-word@127.0.0.1:1/plans'
  const error: unknown = await openDatabase({ url, dataDir: null }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(StorageError)
  const { message } = error as StorageError
  for (const part of ['127.0.0.1:1/plans', 'user clerk', 'ECONNREFUSED', '无法连接']) expect(message).toContain(part)
  expect(message).not.toContain('secret-word')
})

it('says so when the URL is none', async () => {
  await expect(openDatabase({ url: 'plans', dataDir: null })).rejects.toThrow('DATABASE_URL')
})

const server = inject('postgresUrl')
describe.runIf(server)('on a server', () => {
  const toDo: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const undo of toDo.splice(0).reverse()) await undo()
  })

  async function open(change: (url: URL) => void, before?: string): Promise<Database> {
    const { url, drop } = await createDatabase(server as string)
    toDo.push(drop)
    if (before) {
      const plain = await openDatabase({ url, dataDir: null })
      await plain.client.$executeRawUnsafe(before.replace('THIS', new URL(url).pathname.slice(1)))
      await plain.close()
    }
    const changed = new URL(url)
    change(changed)
    const database = await openDatabase({ url: changed.href, dataDir: null })
    toDo.push(() => database.close())
    return database
  }

  it('works in UTC where the server is set to another zone', async () => {
    const { client } = await open(() => undefined, `ALTER DATABASE THIS SET timezone = 'America/New_York'`)
    const createdAt = new Date('2024-06-24T01:00:00Z')
    await client.workspace.create({ data: { id: 'T1', name: '武汉', createdAt } })
    expect(await client.$queryRaw`SELECT extract(epoch FROM "createdAt")::int AS s FROM "Workspace"`).toEqual([
      { s: createdAt.getTime() / 1000 },
    ])
  })

  it('keeps the options that the URL brings', async () => {
    const { client } = await open((url) => url.searchParams.set('options', '-c statement_timeout=4321'))
    expect(await client.$queryRaw`SHOW statement_timeout`).toEqual([{ statement_timeout: '4321ms' }])
    expect(await client.$queryRaw`SHOW TimeZone`).toEqual([{ TimeZone: 'UTC' }])
  })
})
