import type { Transaction } from './database.ts'

/** Which of the waiting messages are of no use: owed before an instant, an earlier or a later one by kind. */
type Stale = { before: Date; kinds: readonly string[]; ofKindsBefore: Date }

/**
 * Gives up the messages of a workspace that were never tried in doubt and are of no use any more, visibly as dead ones; makes
 * the others due at once that had only been put off. Messages that may have been posted stay: they are looked for first.
 */
export async function bringOutWaiting(
  tx: Transaction,
  workspaceId: string,
  at: Date,
  { before, kinds, ofKindsBefore }: Stale,
): Promise<void> {
  const waiting = { workspaceId, state: 'pending' as const }
  await tx.delivery.updateMany({
    where: {
      ...waiting,
      OR: [{ createdAt: { lt: before } }, { kind: { in: [...kinds] }, createdAt: { lt: ofKindsBefore } }],
    },
    data: { state: 'dead', lastError: 'stale: it waited while the app was not installed' },
  })
  await tx.delivery.updateMany({
    where: { ...waiting, attempts: { gt: 0 }, notBefore: { gt: at } },
    data: { attempts: 0, notBefore: at },
  })
}
