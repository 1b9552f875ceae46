import { DateTime } from 'luxon'
import type { ConsultationRow } from '../../db/consultation-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import type { ConsultationNotice, Ending } from '../../domain/consultation/consultation-notice.ts'
import { enqueue, nextEditKey } from '../../outbox/enqueue.ts'
import type { Work } from '../context.ts'

/** What tells people of a consultation: the issue is held, `consultation` as it is stored now. */
type News = { issue: Pick<IssueRow, 'no' | 'title'>; consultation: ConsultationRow; ending: Ending | null }

/** Posts a consultation to the plan's meeting channel: once; after that each call brings that one post up to date. */
export async function announceConsultation(work: Work, news: News): Promise<void> {
  const { tx, plan, now } = work
  if (plan.meetingChannel === null) return
  const first = `consultation.asked/${news.consultation.id}`
  const next = await nextEditKey(tx, plan.workspaceId, first)
  await enqueue(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place: plan.meetingChannel,
    at: now.toJSDate(),
    ...(next === null ? { dedupeKey: first } : { dedupeKey: next, edits: first }),
    kind: 'consultation.asked',
    payload: noticeOf(work, news),
  })
}

/**
 * Offers whoever asked to settle the issue without the meeting, once all agreed: one message a consultation, which later
 * calls bring up to date, also when a unit has changed its mind.
 */
export async function offerSettlement(work: Work, news: News): Promise<void> {
  const { tx, plan, now } = work
  const { id, state, askedBy } = news.consultation
  const first = `consultation.agreed/${id}`
  const next = await nextEditKey(tx, plan.workspaceId, first)
  if (next === null && state !== 'agreed') return
  await enqueue(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place: askedBy,
    at: now.toJSDate(),
    ...(next === null ? { dedupeKey: first } : { dedupeKey: next, edits: first }),
    kind: 'consultation.agreed',
    payload: noticeOf(work, news),
  })
}

/** A consultation as its messages show it. */
export function noticeOf({ plan }: Pick<Work, 'plan'>, { issue, consultation, ending }: News): ConsultationNotice {
  const { id: planId, language, zone } = plan
  const { id: consultationId, proposal, state, askedAt, answers } = consultation
  const dayOf = (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
  const units = answers.map(({ unit, agrees, remark, answeredAt }) => ({
    unit,
    agrees,
    remark,
    answeredOn: answeredAt && dayOf(answeredAt),
  }))
  const { no, title } = issue
  return { planId, language, no, title, consultationId, proposal, state, askedOn: dayOf(askedAt), ending, units }
}
