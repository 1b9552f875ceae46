import type { Transaction } from './database.ts'

/** The meetings to come, of all plans, whose draft agenda is owed to their convener and was not sent yet. */
export async function listDueDrafts(
  tx: Transaction,
  now: Date,
): Promise<{ workspaceId: string; planId: number; meetingId: number }[]> {
  const meetings = await tx.meeting.findMany({
    where: {
      state: { in: ['planned', 'draft'] },
      draftWantedAt: { not: null },
      draftSentAt: null,
      startsAt: { gt: now },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true, planId: true, plan: { select: { workspaceId: true } } },
  })
  return meetings.map(({ id, planId, plan }) => ({ meetingId: id, planId, workspaceId: plan.workspaceId }))
}
