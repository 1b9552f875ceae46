import type { Transaction } from './database.ts'

/** The invitations to a meeting that a person is owed or got, the newest first. */
export async function findInvitations(
  tx: Transaction,
  workspaceId: string,
  userId: string,
  meetingId: number,
): Promise<{ dedupeKey: string; payload: unknown }[]> {
  return tx.delivery.findMany({
    where: {
      workspaceId,
      place: userId,
      kind: 'meeting.invitation',
      edits: null,
      dedupeKey: { startsWith: `meeting.invitation/${meetingId}/` },
    },
    orderBy: { id: 'desc' },
    take: 1,
    select: { dedupeKey: true, payload: true },
  })
}
