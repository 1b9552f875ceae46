import type { Transaction } from './database.ts'

/** A meeting that is over and has no minutes, and who ended it. */
export type MeetingWithoutMinutes = { meetingId: number; no: number; planId: number; endedBy: string }

/** The meetings of a workspace that ended between two instants and of which there are no minutes, the longest ended first. */
export async function listWithoutMinutes(
  tx: Transaction,
  workspaceId: string,
  from: Date,
  until: Date,
): Promise<MeetingWithoutMinutes[]> {
  const meetings = await tx.meeting.findMany({
    where: { plan: { workspaceId }, state: 'held', endedAt: { gt: from, lte: until }, minutesOf: { none: {} } },
    orderBy: { endedAt: 'asc' },
    select: { id: true, no: true, planId: true, convener: true },
  })
  return Promise.all(
    meetings.map(async ({ id: meetingId, no, planId, convener }) => {
      const ended = await tx.auditEvent.findFirst({
        where: { planId, action: 'meeting.end', subject: `meeting/${no}` },
        orderBy: { id: 'desc' },
        select: { actor: true },
      })
      return { meetingId, no, planId, endedBy: ended?.actor ?? convener }
    }),
  )
}
