import type { Transaction } from './database.ts'

/** Whose draft it is. */
export type DraftOwner = { workspaceId: string; userId: string }

/** Keeps a plan that was read and awaits confirmation; drafts from before `forgetBefore` are forgotten. Returns its id. */
export async function addDraft(
  tx: Transaction,
  owner: DraftOwner,
  content: object,
  time: { at: Date; forgetBefore: Date },
): Promise<number> {
  const { workspaceId, userId } = owner
  await tx.planDraft.deleteMany({ where: { workspaceId, createdAt: { lt: time.forgetBefore } } })
  const row = await tx.planDraft.create({
    data: { workspaceId, userId, content: JSON.parse(JSON.stringify(content)), createdAt: time.at },
    select: { id: true },
  })
  return row.id
}

/** Takes a person's draft out of the store, or null when it is gone or from before `since`; only one of two gets it. */
export async function takeDraft(tx: Transaction, owner: DraftOwner, id: number, since: Date): Promise<unknown> {
  const { workspaceId, userId } = owner
  const where = { id, workspaceId, userId, createdAt: { gte: since } }
  const row = await tx.planDraft.findFirst({ where, select: { content: true } })
  const { count } = await tx.planDraft.deleteMany({ where })
  return row && count === 1 ? row.content : null
}
