import { findLatestConsultation } from '../../db/consultation-store.ts'
import { findIssue, type IssueRow } from '../../db/issue-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { checkActionFacts } from '../../domain/action/action-facts.ts'
import { settlementOutcomes } from '../../domain/consultation/consultation.ts'
import type { SettlementNotice } from '../../domain/consultation/consultation-notice.ts'
import { DomainError } from '../../domain/errors.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { requireGround } from '../consultation/settlement-access.ts'
import { type Actor, type Context, changing, reading, type Work } from '../context.ts'
import { type DecisionWish, type RecordedDecision, recordDecision } from '../decision/record-decision.ts'
import { holdIssue } from './hold-issue.ts'

/**
 * Settles an issue without a meeting, recorded just as in one: the office where all units agreed in its consultation, a
 * leader where it stands before the leading group. It is told to the plan's meeting channel.
 * @throws DomainError `issue.unknown`, `settlement.outcome_not_here` {outcome}, what `requireGround` and
 *   `recordDecision` throw
 */
export async function settleIssue(
  context: Context,
  actor: Actor,
  no: number,
  wish: DecisionWish,
): Promise<RecordedDecision> {
  return changing(context, actor, 'issue.settle', async (work) => {
    const outcome = settlementOutcomes.find((one) => one === wish.outcome)
    if (!outcome) throw new DomainError('settlement.outcome_not_here', { outcome: wish.outcome })
    // New actions hold the plan; held before the issue, as publishing an agenda does, nobody waits in a circle.
    await lockPlan(work.tx, work.plan.id)
    const issue = await holdIssue(work, no)
    const ground = requireGround(work, issue, await findLatestConsultation(work.tx, issue.id))
    const recorded = await recordDecision(work, issue, wish, null)
    await announceSettlement(work, recorded, { ground, outcome }, wish)
    return recorded
  })
}

/** What the form of a settlement starts with. */
export type SettlementForm = {
  planId: number
  issue: Pick<IssueRow, 'no' | 'title' | 'units'>
  ground: 'agreed' | 'leading'
  /** The proposal of the latest consultation that was not replaced or withdrawn; '' where there is none. */
  proposal: string
  outcomes: typeof settlementOutcomes
}

/** What the form of a settlement starts with. @throws DomainError `issue.unknown`, what `requireGround` throws */
export async function prepareSettlement(context: Context, actor: Actor, no: number): Promise<SettlementForm> {
  return reading(context, actor, 'issue.settle', (work) => settlementOf(work, no))
}

/** {@link prepareSettlement} within a transaction. */
export async function settlementOf(work: Work, no: number): Promise<SettlementForm> {
  const issue = await findIssue(work.tx, work.plan.id, no)
  if (!issue) throw new DomainError('issue.unknown', { no })
  const latest = await findLatestConsultation(work.tx, issue.id)
  const ground = requireGround(work, issue, latest)
  const proposal = latest?.state === 'dropped' ? '' : (latest?.proposal ?? '')
  return { planId: work.plan.id, issue, ground, proposal, outcomes: settlementOutcomes }
}

async function announceSettlement(
  work: Work,
  recorded: RecordedDecision,
  settled: Pick<SettlementNotice, 'ground' | 'outcome'>,
  wish: DecisionWish,
): Promise<void> {
  const { tx, plan, now } = work
  if (plan.meetingChannel === null) return
  const { no, title }: IssueRow = recorded.issue
  const names = new Map((await listUnits(tx, plan.id)).map((unit) => [unit.id, unit.name]))
  const nameOf = (id: number) => names.get(id) ?? ''
  const actions = wish.actions.map(checkActionFacts).map(({ ownerId, coUnitIds, text, dueOn, measure }) => {
    return { text, owner: nameOf(ownerId), coUnits: coUnitIds.map(nameOf), dueOn, measure }
  })
  await enqueue(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place: plan.meetingChannel,
    dedupeKey: `issue.settled/${recorded.decisionId}`,
    at: now.toJSDate(),
    kind: 'issue.settled',
    payload: { planId: plan.id, language: plan.language, no, title, ...settled, text: wish.text.trim(), actions },
  })
}
