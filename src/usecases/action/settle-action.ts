import { type ActionRow, findAction, listActions, lockAction } from '../../db/action-store.ts'
import { type IssueRow, lockIssue, updateIssue } from '../../db/issue-store.ts'
import { issueAfterActions } from '../../domain/action/action-state.ts'
import { trailSubject } from '../../domain/action/action-trail.ts'
import { DomainError } from '../../domain/errors.ts'
import { nextIssueState } from '../../domain/issue.ts'
import { changedSince } from '../changed-since.ts'
import type { Work } from '../context.ts'

/** What became of an action that the office dealt with, and of its issue. */
export type SettledAction = { planId: number; action: ActionRow; issue: 'closed' | 'reopened' | 'unchanged' }

/**
 * An action and its issue, both held until the transaction ends: first the issue, as everywhere, so that of two who settle
 * its last two actions the later one sees what the earlier did, and no decision is taken back under a report. `version` is the
 * one a form showed; null: whatever it is.
 * @throws DomainError `action.unknown` {no}, `action.changed_meanwhile` {no}
 */
export async function holdAction(
  work: Work,
  no: number,
  version: number | null = null,
): Promise<{ action: ActionRow; issue: IssueRow }> {
  const { tx, plan } = work
  const found = await findAction(tx, plan.id, no)
  const issue = found && (await lockIssue(tx, plan.id, found.issueNo))
  const action = issue && (await lockAction(tx, plan.id, no))
  if (!action) throw new DomainError('action.unknown', { no })
  if (version !== null && version !== action.version)
    throw await changedSince(work, trailSubject(no), 'action.changed_meanwhile', { no })
  return { action, issue }
}

/**
 * Closes the issue once none of its actions is owed and one at least was verified; opens it again where all of them were
 * cancelled, so that it comes before a meeting again. The issue is held.
 */
export async function settleIssue(work: Work, issue: IssueRow): Promise<SettledAction['issue']> {
  const { tx, plan, now } = work
  if (issue.state !== 'in_action') return 'unchanged'
  const actions = await listActions(tx, plan.id, { issueId: issue.id })
  const event = issueAfterActions(actions.map(({ state }) => state))
  if (event === null) return 'unchanged'
  const change = { state: nextIssueState(issue.state, event), closedAt: event === 'close' ? now.toJSDate() : null }
  await updateIssue(tx, issue.id, change)
  await work.audit(`issue.${event}`, `issue/${issue.no}`, { state: issue.state }, change)
  return event === 'close' ? 'closed' : 'reopened'
}
