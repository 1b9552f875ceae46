import { type ActionRow, listActions } from '../../db/action-store.ts'
import { listUnits, type UnitRow } from '../../db/unit-store.ts'
import { type DecisionOutcome, decisionOutcomes } from '../../domain/decision.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { settlementOf } from '../issue/settle-issue.ts'
import { lockBoard } from '../meeting/find-board.ts'
import { loadItems } from '../meeting/load-board.ts'

/** What the form of an outcome shows and offers. */
export type OutcomeForm = {
  planId: number
  /** ISO day in the plan's zone, from which due words count. */
  today: string
  issue: { no: number; title: string; units: { id: number; name: string }[] }
  units: UnitRow[]
  outcomes: readonly DecisionOutcome[]
  /** What the units agreed on beforehand; empty where nothing was. */
  proposal: string
  /** The outcome that stands already, with its actions. */
  standing: { id: number; outcome: DecisionOutcome; text: string; actions: ActionRow[] } | null
}

/**
 * The form of an issue's outcome: at an item of a meeting, or (`meetingNo` null) without a meeting.
 * @throws DomainError `board.not_on_agenda` {no, issue}, and what `lockBoard` and `settlementOf` throw
 */
export async function outcomeForm(
  context: Context,
  actor: Actor,
  { issueNo, meetingNo }: { issueNo: number; meetingNo: number | null },
): Promise<OutcomeForm> {
  return reading(context, actor, meetingNo === null ? 'issue.settle' : 'meeting.run', async (work) => {
    const { tx, plan, now } = work
    const base = { planId: plan.id, today: now.toFormat('yyyy-MM-dd'), units: await listUnits(tx, plan.id) }
    if (meetingNo === null) {
      const { issue, proposal, outcomes } = await settlementOf(work, issueNo)
      return { ...base, issue, outcomes, proposal, standing: null }
    }
    const meeting = await lockBoard(work, meetingNo, true)
    const item = (await loadItems(work, meeting)).find((one) => one.issueNo === issueNo)
    if (!item) throw new DomainError('board.not_on_agenda', { no: meetingNo, issue: issueNo })
    const actions = (await listActions(tx, plan.id, { issueId: item.issueId })).filter(
      (action) => action.decisionId === item.decision?.id,
    )
    const issue = { no: issueNo, title: item.title, units: item.units }
    const standing = item.decision && { ...item.decision, actions }
    return { ...base, issue, outcomes: decisionOutcomes, proposal: '', standing }
  })
}
