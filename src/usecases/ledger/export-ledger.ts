import { listActions } from '../../db/action-store.ts'
import { listDecisions } from '../../db/decision-store.ts'
import { listIssueMeetings } from '../../db/issue-life-store.ts'
import { listIssues } from '../../db/issue-store.ts'
import { issueStates } from '../../domain/issue.ts'
import { compileLedger } from '../../domain/ledger/compile-ledger.ts'
import type { LedgerContent } from '../../domain/ledger/ledger-content.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** More rows than Excel's own limit would never be read. */
const issuesAtMost = 1_000_000

/** Every issue and every action of the plan as they stand now, by a number of queries that does not grow with the plan. */
export async function exportLedger(context: Context, actor: Actor): Promise<LedgerContent> {
  return reading(context, actor, 'ledger.export', async ({ tx, plan, now }) =>
    compileLedger({
      planTitle: plan.title,
      now,
      issues: await listIssues(tx, plan.id, issueStates, issuesAtMost),
      meetings: await listIssueMeetings(tx, plan.id),
      decisions: await listDecisions(tx, plan.id),
      actions: await listActions(tx, plan.id),
    }),
  )
}
