import type { Transaction } from './database.ts'

/** The newest invitation to a meeting that a person is owed or got, if its contents are still kept. */
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
      NOT: { payload: { equals: {} } },
      dedupeKey: { startsWith: `meeting.invitation/${meetingId}/` },
    },
    orderBy: { id: 'desc' },
    take: 1,
    select: { dedupeKey: true, payload: true },
  })
}
