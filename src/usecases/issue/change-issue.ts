import { type IssueRow, setMandatory } from '../../db/issue-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { nextIssueState } from '../../domain/issue.ts'
import { endConsultation } from '../consultation/end-consultation.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { recordDecision } from '../decision/record-decision.ts'
import { holdIssue } from './hold-issue.ts'
import { ownsIssue } from './issue-access.ts'

/**
 * Withdraws an issue: by the unit that raised it, the person who did, or the office; the outcome is recorded as in a
 * meeting.
 * @throws DomainError `issue.unknown`, `issue.not_yours`, `issue.not_possible`
 */
export async function withdrawIssue(context: Context, actor: Actor, no: number): Promise<IssueRow> {
  return changing(context, actor, 'issue.withdraw', async (work) => {
    const issue = await holdIssue(work, no)
    if (!ownsIssue(work, issue)) throw new DomainError('issue.not_yours', { no })
    await endConsultation(work, issue, 'withdrawn')
    return (await recordDecision(work, issue, { outcome: 'withdrawn', text: '', actions: [] }, null)).issue
  })
}

/** A leader lists an issue as one that the next meeting must take (列为必议). @throws DomainError `issue.unknown` */
export async function requireIssueAtMeeting(context: Context, actor: Actor, no: number): Promise<IssueRow> {
  return changing(context, actor, 'issue.require', async (work) => {
    const issue = await holdIssue(work, no)
    nextIssueState(issue.state, 'schedule')
    await setMandatory(work.tx, issue.id, true)
    await work.audit('issue.require', `issue/${no}`, { mandatory: issue.mandatory }, { mandatory: true })
    return { ...issue, mandatory: true }
  })
}
