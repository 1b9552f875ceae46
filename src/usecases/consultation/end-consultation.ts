import { findLatestConsultation, moveConsultation } from '../../db/consultation-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import { isEnded } from '../../domain/consultation/consultation.ts'
import type { Ending } from '../../domain/consultation/consultation-notice.ts'
import type { Work } from '../context.ts'
import { announceConsultation, offerSettlement } from './announce.ts'

/**
 * Ends the consultation of an issue, held by the transaction, that is still under way; false where there is none. It counts
 * as settled only where the issue was settled on the ground that all agreed, else it is dropped; its messages say why.
 */
export async function endConsultation(work: Work, issue: Pick<IssueRow, 'id' | 'no' | 'title'>, cause: Ending) {
  const { tx, now } = work
  const open = await findLatestConsultation(tx, issue.id)
  if (!open || isEnded(open.state)) return false
  const settled = cause === 'settled' && open.state === 'agreed'
  const ending = cause === 'settled' && !settled ? 'decided' : cause
  const state = settled ? 'settled' : 'dropped'
  const endedAt = now.toJSDate()
  await moveConsultation(tx, open.id, state, endedAt)
  const news = { issue, consultation: { ...open, state, endedAt } as const, ending }
  await announceConsultation(work, news)
  await offerSettlement(work, news)
  await work.audit('consultation.end', `issue/${issue.no}`, { state: open.state }, { state, ending })
  return true
}
