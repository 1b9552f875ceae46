import { listAgendaItems } from '../../db/agenda-item-store.ts'
import { lockIssue } from '../../db/issue-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import type { Work } from '../context.ts'
import { type RecordedDecision, recordDecision } from './record-decision.ts'

/**
 * Carries over what a meeting did not settle: each of its items without an outcome whose issue still stands on it is recorded
 * as deferred, so that no issue leaves a meeting without one; carried over twice it is escalated. For the end of a meeting
 * that is held (`lockMeeting`); doing it again records nothing.
 */
export async function carryOverUnsettled(work: Work, meeting: Pick<MeetingRow, 'id'>): Promise<RecordedDecision[]> {
  const { tx, plan } = work
  const carried: RecordedDecision[] = []
  for (const item of await listAgendaItems(tx, meeting.id)) {
    if (item.decision) continue
    const issue = await lockIssue(tx, plan.id, item.issueNo)
    if (issue?.state !== 'scheduled') continue
    const place = { meetingId: meeting.id, agendaItemId: item.id }
    carried.push(await recordDecision(work, issue, { outcome: 'deferred', text: '', actions: [] }, place))
  }
  return carried
}
