import { findIssue, type IssueRow, moveIssue, setMandatory } from '../../db/issue-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { nextIssueState } from '../../domain/issue.ts'
import { endConsultation } from '../consultation/end-consultation.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { holdIssue } from './hold-issue.ts'
import { ownsIssue } from './issue-access.ts'

/**
 * Withdraws an issue: by the unit that raised it, the person who did, or the office.
 * @throws DomainError `issue.unknown`, `issue.not_yours`, `issue.not_possible`
 */
export async function withdrawIssue(context: Context, actor: Actor, no: number): Promise<IssueRow> {
  return changing(context, actor, 'issue.withdraw', async (work) => {
    const issue = await holdIssue(work, no)
    if (!ownsIssue(work, issue)) throw new DomainError('issue.not_yours', { no })
    const to = nextIssueState(issue.state, 'withdraw')
    if (!(await moveIssue(work.tx, issue.id, issue.state, to))) throw new DomainError('issue.changed_meanwhile', { no })
    await endConsultation(work, issue, 'withdrawn')
    await work.audit('issue.withdraw', `issue/${no}`, { state: issue.state }, { state: to })
    return { ...issue, state: to }
  })
}

/** A leader lists an issue as one that the next meeting must take (列为必议). @throws DomainError `issue.unknown` */
export async function requireIssueAtMeeting(context: Context, actor: Actor, no: number): Promise<IssueRow> {
  return changing(context, actor, 'issue.require', async (work) => {
    const issue = await requireIssue(work, no)
    nextIssueState(issue.state, 'schedule')
    await setMandatory(work.tx, issue.id, true)
    await work.audit('issue.require', `issue/${no}`, { mandatory: issue.mandatory }, { mandatory: true })
    return { ...issue, mandatory: true }
  })
}

async function requireIssue(work: Work, no: number): Promise<IssueRow> {
  const issue = await findIssue(work.tx, work.plan.id, no)
  if (!issue) throw new DomainError('issue.unknown', { no })
  return issue
}
