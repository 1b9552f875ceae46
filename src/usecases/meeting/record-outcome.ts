import { lockIssue } from '../../db/issue-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { parseOutcomeWords } from '../../domain/decision-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { boardOf, currentItem, leave, takeUp } from '../../domain/meeting/board.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { findWishUnits } from '../decision/named-wish.ts'
import { type DecisionWish, type RecordedDecision, recordDecision } from '../decision/record-decision.ts'
import { undoDecision } from '../decision/undo-decision.ts'
import { lockBoard } from './find-board.ts'
import { applySteps, type BoardRow, loadItems, timesOf, toBoardItem } from './load-board.ts'

/** The item whose outcome is recorded. */
export type OutcomePlace = { meetingNo: number; issueNo: number }

/** What was recorded; `replaced`: an outcome that stood before was taken back. */
export type RecordedOutcome = RecordedDecision & { replaced: boolean; dueOn: string[] }

/**
 * Records the outcome of an item in a running meeting, or in one that is over until its minutes are signed. The item under
 * way ends with it and the next is taken up. An outcome that stood before is replaced, its actions with it, and the issue
 * stands first as it did before; `seen` is the decision that the person saw (null: none), so that of two conveners who
 * record at once, the second is told.
 * @throws DomainError `board.not_on_agenda` {no, issue}, `board.recorded_meanwhile` {issue, text}, and what `lockBoard`,
 *   `undoDecision` and `recordDecision` throw
 */
export async function recordOutcome(
  context: Context,
  actor: Actor,
  place: OutcomePlace,
  wish: DecisionWish,
  seen: number | null,
): Promise<RecordedOutcome> {
  return changing(context, actor, 'meeting.run', async (work) => {
    const { meeting, item } = await lockItem(work, place)
    if ((item.decision?.id ?? null) !== seen)
      throw await recordedMeanwhile(work, 'board.recorded_meanwhile', place, item)
    return record(work, meeting, item, wish)
  })
}

/**
 * As `recordOutcome`, typed in words; an outcome that stands is replaced only where the words say so (改).
 * @throws DomainError `board.recorded_before` {issue, text}, and what `parseOutcomeWords` throws
 */
export async function recordOutcomeWords(
  context: Context,
  actor: Actor,
  place: OutcomePlace,
  words: string,
): Promise<RecordedOutcome> {
  return changing(context, actor, 'meeting.run', async (work) => {
    const { meeting, item } = await lockItem(work, place)
    const typed = parseOutcomeWords(words, work.now)
    if (item.decision && !typed.replaces) throw await recordedMeanwhile(work, 'board.recorded_before', place, item)
    return record(work, meeting, item, await findWishUnits(work, typed))
  })
}

async function lockItem(work: Work, { meetingNo: no, issueNo: issue }: OutcomePlace) {
  // Actions take numbers from the plan: held first, as by whoever publishes.
  await lockPlan(work.tx, work.plan.id)
  const meeting = await lockBoard(work, no, true)
  const item = (await loadItems(work, meeting)).find((one) => one.issueNo === issue)
  if (!item) throw new DomainError('board.not_on_agenda', { no, issue })
  return { meeting, item }
}

async function record(work: Work, meeting: MeetingRow, item: BoardRow, wish: DecisionWish): Promise<RecordedOutcome> {
  const { tx, plan, now } = work
  const standing = await lockIssue(tx, plan.id, item.issueNo)
  if (!standing) throw new DomainError('issue.unknown', { no: item.issueNo })
  const issue = item.decision ? await undoDecision(work, standing, item.decision.id) : standing
  const recorded = await recordDecision(work, issue, wish, { meetingId: meeting.id, agendaItemId: item.id })
  if (meeting.state === 'running') await stepOn(work, meeting, item, now.toJSDate())
  return { ...recorded, replaced: item.decision !== null, dueOn: wish.actions.map((action) => action.dueOn) }
}

/** The item under way ends with its outcome; the next is taken up. Outcomes of other items leave it under way. */
async function stepOn(work: Work, meeting: MeetingRow, { issueNo }: BoardRow, now: Date): Promise<void> {
  const items = (await loadItems(work, meeting)).map(toBoardItem)
  if (currentItem(items)?.no !== issueNo) return applySteps(work, meeting, [], null)
  const [next] = boardOf(timesOf(meeting), items, now).coming
  const steps = next ? takeUp(items, next.no, now) : leave(items, now)
  await applySteps(work, meeting, steps, next?.no ?? null)
}

function recordedMeanwhile(
  work: Work,
  code: 'board.recorded_meanwhile' | 'board.recorded_before',
  place: OutcomePlace,
  item: BoardRow,
) {
  return changedSince(work, `issue/${place.issueNo}`, code, {
    issue: place.issueNo,
    outcome: item.decision?.outcome ?? '',
    text: item.decision?.text ?? '',
  })
}
