import { DateTime } from 'luxon'
import { expect, it } from 'vitest'
import type { Transaction } from '../../../src/db/database.ts'
import { takeInRequest } from '../../../src/usecases/request/take-in-request.ts'
import { deleteWorkspace } from '../../../src/usecases/workspace/delete-workspace.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { dumpTables, fillEveryTable } from '../../support/every-table.ts'

const asking = (tx: Transaction) => ({
  query: (statement: string, parameters: readonly unknown[] = []) =>
    tx.$queryRawUnsafe<Record<string, unknown>[]>(statement, ...parameters),
})

describeOnEachDatabase('deleting a workspace', (database) => {
  it('wants its name, takes every row of it, and none of another', async () => {
    const context = { database: database(), now: () => DateTime.fromISO('2024-06-24T09:00:00+08:00') }
    const dump = () => database().transaction((tx) => dumpTables(asking(tx)))
    await database().transaction((tx) => fillEveryTable(asking(tx), ['T1', 'T2'], () => '武汉'))
    const before = await dump()
    const name = '武汉 Workspace.name 0'
    await expect(deleteWorkspace(context, { workspaceId: 'T1', name: '武汉' })).rejects.toMatchObject({
      ...{ code: 'workspace.not_its_name', params: { workspace: 'T1', name } },
    })
    await expect(deleteWorkspace(context, { workspaceId: 'T9', name })).rejects.toMatchObject({
      code: 'workspace.unknown',
    })
    expect(await dump()).toEqual(before)
    const { rows } = await deleteWorkspace(context, { workspaceId: 'T1', name })
    expect(rows).toBe(Object.keys(before).length)
    expect(await dump()).toEqual(
      Object.fromEntries(Object.entries(before).map(([table, [, other]]) => [table, [other]])),
    )
    await expect(database().client.auditEvent.deleteMany()).rejects.toThrow('append-only')

    // The bot may serve it still: it begins afresh.
    expect(await takeInRequest(context, { workspaceId: 'T1', key: 'command:1' })).toBe(true)
    expect(await takeInRequest(context, { workspaceId: 'T1', key: 'command:1' })).toBe(false)
    expect(await database().client.workspace.findUnique({ where: { id: 'T2' } })).toMatchObject({
      name: '武汉 Workspace.name 1',
    })
  })
})
