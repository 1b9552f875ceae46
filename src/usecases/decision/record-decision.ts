import { addAction } from '../../db/action-store.ts'
import { addDecision } from '../../db/decision-store.ts'
import { type IssueRow, updateIssue } from '../../db/issue-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import {
  ACTION_LIMITS,
  type ActionFacts,
  checkActionFacts,
  DECISION_TEXT,
  refuseLong,
} from '../../domain/action/action-facts.ts'
import { isUndecided } from '../../domain/consultation/consultation.ts'
import type { DecisionOutcome } from '../../domain/decision.ts'
import { DomainError } from '../../domain/errors.ts'
import { escalates, nextIssueState } from '../../domain/issue.ts'
import { endConsultation } from '../consultation/end-consultation.ts'
import type { Work } from '../context.ts'

/** What was settled about an issue: the outcome in words and, where it was decided, who does what until when. */
export type DecisionWish = { outcome: DecisionOutcome; text: string; actions: readonly ActionFacts[] }

/** Where it was settled: at an item of a meeting, or without one. */
export type DecisionPlace = { meetingId: number; agendaItemId: number | null } | null

/** What was recorded; `actions` are the numbers of the new actions. */
export type RecordedDecision = { decisionId: number; issue: IssueRow; outcome: DecisionOutcome; actions: number[] }

/**
 * Records what became of an issue, within a transaction that holds the issue: in a meeting and without one alike. Decided
 * with actions it is in action, without it is closed; deferred it is carried over, and carried twice it goes to the
 * leading group; escalated it goes there at once.
 * @throws DomainError `decision.text_missing`, `decision.text_too_long` {max, length}, `decision.no_actions_here`,
 *   `decision.too_many_actions` {max}, `issue.not_possible`, `unit.unknown`, `action.due_passed` {dueOn}, and what
 *   `checkActionFacts` throws
 */
export async function recordDecision(
  work: Work,
  issue: IssueRow,
  wish: DecisionWish,
  place: DecisionPlace,
): Promise<RecordedDecision> {
  const { tx, plan, now, actor } = work
  const { outcome } = wish
  const text = wish.text.trim()
  const actions = wish.actions.map(checkActionFacts)
  if (outcome === 'decided' && text === '') throw new DomainError('decision.text_missing')
  refuseLong('decision.text_too_long', text, DECISION_TEXT)
  if (outcome !== 'decided' && actions.length > 0) throw new DomainError('decision.no_actions_here')
  if (actions.length > ACTION_LIMITS.perDecision)
    throw new DomainError('decision.too_many_actions', { max: ACTION_LIMITS.perDecision })
  await checkUnits(work, actions)
  const change = issueAfter(issue, outcome, actions.length > 0, now.toJSDate())
  const decisionId = await addDecision(tx, {
    planId: plan.id,
    issueId: issue.id,
    meetingId: place?.meetingId ?? null,
    agendaItemId: place?.agendaItemId ?? null,
    outcome,
    text,
    decidedBy: actor.userId,
    decidedAt: now.toJSDate(),
  })
  await updateIssue(tx, issue.id, change)
  if (!isUndecided(change.state)) await endConsultation(work, issue, endingOf(outcome, place))
  const numbers: number[] = []
  for (const action of actions)
    numbers.push(await addAction(tx, plan.id, { ...action, decisionId, issueId: issue.id, createdAt: now.toJSDate() }))
  await work.audit(
    'decision.record',
    `issue/${issue.no}`,
    // All that `undoDecision` puts back.
    {
      state: issue.state,
      carried: issue.carried,
      mandatory: issue.mandatory,
      escalatedAt: issue.escalatedAt,
      closedAt: issue.closedAt,
    },
    {
      decisionId,
      outcome,
      text,
      ...change,
      meetingId: place?.meetingId ?? null,
      actions: numbers,
      version: issue.version + 1,
    },
  )
  return { decisionId, issue: { ...issue, ...change }, outcome, actions: numbers }
}

/** Why a consultation of the issue ends with an outcome that settles it. */
function endingOf(outcome: DecisionOutcome, place: DecisionPlace) {
  if (place === null) return 'settled'
  return outcome === 'withdrawn' ? 'withdrawn' : 'decided'
}

/** How an issue stands after an outcome. @throws DomainError `issue.not_possible` */
function issueAfter(issue: IssueRow, outcome: DecisionOutcome, hasActions: boolean, at: Date) {
  switch (outcome) {
    case 'decided': {
      const decided = nextIssueState(issue.state, 'decide')
      const state = nextIssueState(decided, hasActions ? 'act' : 'close')
      return { state, escalatedAt: null, closedAt: hasActions ? null : at }
    }
    case 'deferred': {
      const carried = issue.carried + 1
      const escalatedAt = issue.escalatedAt ?? (escalates(carried) ? at : null)
      // An issue put off before it was scheduled stays open; the count is the same.
      const state = issue.state === 'open' ? 'open' : nextIssueState(issue.state, 'defer')
      return { state, carried, escalatedAt, mandatory: issue.mandatory || escalates(carried) }
    }
    case 'escalated':
      return { state: nextIssueState(issue.state, 'escalate'), escalatedAt: issue.escalatedAt ?? at, mandatory: true }
    case 'withdrawn':
      return { state: nextIssueState(issue.state, 'withdraw'), escalatedAt: null }
  }
}

async function checkUnits({ tx, plan, now }: Work, actions: readonly ActionFacts[]): Promise<void> {
  if (actions.length === 0) return
  const known = new Set((await listUnits(tx, plan.id)).map((unit) => unit.id))
  for (const { ownerId, coUnitIds, dueOn } of actions) {
    const stranger = [ownerId, ...coUnitIds].find((id) => !known.has(id))
    if (stranger !== undefined) throw new DomainError('unit.unknown', { name: String(stranger) })
    if (dueOn < now.toFormat('yyyy-MM-dd')) throw new DomainError('action.due_passed', { dueOn })
  }
}
