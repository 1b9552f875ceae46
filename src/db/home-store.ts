import { type DigestContent, digestContent } from '../domain/digest.ts'
import type { Transaction } from './database.ts'

/** The minutes and amendments (their number above 0) that were put before the leaders as they stand. */
export async function listMinutesToSign(tx: Transaction, planId: number) {
  const drafts = await tx.minutes.findMany({
    where: { state: 'draft', meeting: { planId }, submitted: { not: null } },
    orderBy: { id: 'asc' },
    select: { number: true, version: true, submitted: true, meeting: { select: { no: true } } },
  })
  return drafts
    .filter(({ submitted, version }) => submitted === version)
    .map(({ number, version, meeting }) => ({ no: meeting.no, number, version }))
}

/** The digests that wait for a leader, the oldest first; one without a content is still to be made and does not. */
export async function listToApprove(tx: Transaction, planId: number) {
  const digests = await tx.digest.findMany({
    where: { planId, state: 'prepared', subscription: { approval: true } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, version: true, createdAt: true, content: true, subscription: { select: { cadence: true } } },
  })
  return digests
    .filter(({ content }) => Object.keys(content ?? {}).length > 0)
    .map(({ id, version, createdAt: since, subscription }) => ({
      ...{ id, version, since },
      cadence: subscription?.cadence ?? ('weekly' as const),
    }))
}

/** The digest that was posted to a channel last, with what it told where that is still to be read; or null. */
export async function findLastDigest(
  tx: Transaction,
  planId: number,
): Promise<{ sentAt: Date; channel: string; content: DigestContent | null } | null> {
  const found = await tx.delivery.findFirst({
    where: { planId, kind: 'digest', state: 'sent', place: { startsWith: 'C' } },
    orderBy: { id: 'desc' },
    select: { sentAt: true, place: true, payload: true },
  })
  if (!found?.sentAt) return null
  return { sentAt: found.sentAt, channel: found.place, content: digestContent.safeParse(found.payload).data ?? null }
}

/**
 * The issues that a person or their units raised and that were closed, or withdrawn by the office, since an instant; the
 * newest first.
 */
export async function listSettledIssues(
  tx: Transaction,
  planId: number,
  { since, userId, unitIds }: { since: Date; userId: string; unitIds: readonly number[] },
) {
  return tx.issue.findMany({
    where: {
      planId,
      AND: [
        { OR: [{ raisedBy: userId }, { raisedUnitId: { in: [...unitIds] } }] },
        {
          OR: [
            { state: 'closed', closedAt: { gte: since } },
            { state: 'withdrawn', decisions: { some: { outcome: 'withdrawn', decidedAt: { gte: since } } } },
          ],
        },
      ],
    },
    orderBy: { no: 'desc' },
    take: 50,
    select: { no: true, title: true, state: true },
  })
}
