import type { Transaction } from './database.ts'

/** Marks a request as taken in; false when it was before, also by a transaction that races with this one. */
export async function claimRequest(tx: Transaction, workspaceId: string, key: string, at: Date): Promise<boolean> {
  const { count } = await tx.inboundReceipt.createMany({ data: [{ workspaceId, key, at }], skipDuplicates: true })
  return count === 1
}

/** Was this request taken in before? */
export async function hasRequest(tx: Transaction, workspaceId: string, key: string): Promise<boolean> {
  return (await tx.inboundReceipt.findUnique({ where: { workspaceId_key: { workspaceId, key } } })) !== null
}

/** Forgets the requests taken in before an instant, of every workspace: Slack repeats none after so long. */
export async function forgetRequests(tx: Transaction, before: Date): Promise<void> {
  await tx.inboundReceipt.deleteMany({ where: { at: { lt: before } } })
}
