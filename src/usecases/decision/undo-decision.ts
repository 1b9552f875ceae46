import { z } from 'zod'
import { listActions } from '../../db/action-store.ts'
import { findLatestAudit } from '../../db/audit-store.ts'
import { dropDecision } from '../../db/decision-store.ts'
import { type IssueRow, updateIssue } from '../../db/issue-store.ts'
import { issueStates } from '../../domain/issue.ts'
import { changedSince } from '../changed-since.ts'
import type { Work } from '../context.ts'

const instant = z.iso
  .datetime({ offset: true })
  .transform((iso) => new Date(iso))
  .nullable()
const before = z.object({
  state: z.enum(issueStates),
  carried: z.int(),
  mandatory: z.boolean(),
  escalatedAt: instant,
  closedAt: instant,
})
const after = z.object({ decisionId: z.int(), version: z.int() })

/**
 * Takes a decision back with its actions, within a transaction that holds the issue: it stands again as it did before,
 * which the audit trail keeps. Gives the issue as it stands.
 * @throws DomainError `decision.moved_on` {no} where the issue changed since, or one of the actions did
 */
export async function undoDecision(work: Work, issue: IssueRow, decisionId: number): Promise<IssueRow> {
  const { tx, plan } = work
  const { no } = issue
  const entry = await findLatestAudit(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    action: 'decision.record',
    subject: `issue/${no}`,
  })
  const recorded = after.safeParse(entry?.after).data
  const actions = (await listActions(tx, plan.id, { issueId: issue.id })).filter((one) => one.decisionId === decisionId)
  const touched = actions.some((action) => action.state !== 'open' || action.version > 1)
  if (recorded?.decisionId !== decisionId || recorded.version !== issue.version || touched)
    throw await changedSince(work, `issue/${no}`, 'decision.moved_on', { no })
  const change = before.parse(entry?.before)
  await dropDecision(tx, decisionId)
  await updateIssue(tx, issue.id, change)
  await work.audit('decision.undo', `issue/${no}`, { decisionId, actions: actions.map((action) => action.no) }, change)
  return { ...issue, ...change, version: issue.version + 1 }
}
