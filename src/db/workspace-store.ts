import type { Transaction } from './database.ts'

/** Makes the row of a workspace when it is first met, and keeps its name up to date; `id` is Slack's team id. */
export async function ensureWorkspace(tx: Transaction, workspace: { id: string; name: string; at: Date }) {
  const { id, name, at } = workspace
  await tx.workspace.upsert({ where: { id }, create: { id, name, createdAt: at }, update: { name } })
}

/** Makes the row of a workspace where there is none: its data were deleted while the bot served it. Its name follows at the next start. */
export async function meetWorkspace(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.workspace.createMany({ data: [{ id, name: id, createdAt: at }], skipDuplicates: true })
}

/**
 * Holds the workspace's row until the transaction ends: plans are added to it one after the other. Rows that only refer to
 * the workspace may be written meanwhile.
 */
export async function lockWorkspace(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId} FOR NO KEY UPDATE`
}

/** Lets nothing go out to a workspace until an instant, or a later one that stands already. */
export async function silenceWorkspace(tx: Transaction, workspaceId: string, until: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Workspace" SET "silentUntil" = GREATEST("silentUntil", ${until}) WHERE "id" = ${workspaceId}`
}

/** A workspace by Slack's team id, or null. */
export async function findWorkspace(tx: Transaction, id: string): Promise<{ id: string; name: string } | null> {
  return tx.workspace.findUnique({ where: { id }, select: { id: true, name: true } })
}
