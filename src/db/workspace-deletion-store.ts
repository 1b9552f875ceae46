import type { Transaction } from './database.ts'
import { ofWorkspace, readTables } from './transfer/tables.ts'

/**
 * Deletes every row of a workspace, its audit trail too, which otherwise nothing is ever deleted from. Returns how many
 * rows there were.
 */
export async function deleteWorkspaceRows(tx: Transaction, workspaceId: string): Promise<number> {
  const tables = await readTables({
    query: (statement, parameters = []) => tx.$queryRawUnsafe<Record<string, unknown>[]>(statement, ...parameters),
  })
  let rows = 0
  await tx.$executeRaw`ALTER TABLE "AuditEvent" DISABLE TRIGGER "audit_event_append_only"`
  for (const table of tables.toReversed())
    rows += await tx.$executeRawUnsafe(`DELETE FROM "${table.name}" WHERE ${ofWorkspace(tables, table)}`, workspaceId)
  await tx.$executeRaw`ALTER TABLE "AuditEvent" ENABLE TRIGGER "audit_event_append_only"`
  return rows
}
