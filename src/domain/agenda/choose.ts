import { type Candidate, worthOf } from './candidate.ts'
import { pickBest } from './choice-search.ts'

/** The best-scored issues beside the mandatory ones that are chosen whatever they cost, as far as they fit. */
const GUARANTEED = 3
/** So many left-out issues, by score, are told what they would replace; any other with {@link explainLeftOut}. */
const EXPLAINED = 8

/** An open issue as choosing sees it; `units` are those it needs. */
export type ChoiceIssue<Id> = { id: Id; score: number; minutes: number; units: readonly Id[]; mandatory: boolean }

/**
 * Why an issue is not on the agenda: too_long: for the whole meeting; no_room: not even in place of all that may go;
 * less_worth: the agenda would be worth less with it.
 */
export type LeftOutReason = 'too_long' | 'no_room' | 'less_worth'

/** `missingMinutes`: how many more would have to be free. The rest is known where it was asked for and it could go on. */
export type LeftOut<Id> = {
  id: Id
  why: LeftOutReason
  missingMinutes: number
  /** What would have to go for it. */
  wouldReplace?: Id[]
  /** What would come with it, in the minutes that are then free. */
  wouldAdd?: Id[]
  /** What the agenda would be worth less, in point-minutes. */
  loses?: number
}

/** The issues chosen, each group in the order of the input. */
export type Choice<Id> = {
  selected: Id[]
  mandatory: Id[]
  guaranteed: Id[]
  minutesUsed: number
  /** Minutes by which the mandatory issues alone pass the meeting; 0 where they fit. */
  overrun: number
  leftOut: LeftOut<Id>[]
  /** Is no other choice worth more? */
  proved: boolean
}

/**
 * Chooses for a meeting of so many minutes: every mandatory issue, even where they overrun; then the three best scores,
 * as far as each fits; then what is worth most, see {@link pickBest}. Ties go to the earlier in the input.
 */
export function chooseIssues<Id>(issues: readonly ChoiceIssue<Id>[], minutes: number): Choice<Id> {
  const chosen = choose(issues, minutes, null)
  const leftOut = issues.filter((_, index) => !chosen.selected.has(index))
  const explained = new Set(topScored(leftOut, EXPLAINED))
  return {
    selected: idsOf(issues, chosen.selected),
    mandatory: idsOf(issues, chosen.mandatory),
    guaranteed: idsOf(issues, chosen.guaranteed),
    minutesUsed: chosen.used,
    overrun: Math.max(chosen.fixedMinutes - minutes, 0),
    leftOut: leftOut.map((issue) =>
      explained.has(issue) ? explain(issues, minutes, chosen, issue) : reasonOf(minutes, chosen, issue),
    ),
    proved: chosen.proved,
  }
}

/** "Why not #12?", exactly: what would go, what would come, what would be lost. Null where it was chosen or is unknown. */
export function explainLeftOut<Id>(issues: readonly ChoiceIssue<Id>[], minutes: number, id: Id): LeftOut<Id> | null {
  const chosen = choose(issues, minutes, null)
  const index = issues.findIndex((issue) => issue.id === id)
  const issue = issues[index]
  return !issue || chosen.selected.has(index) ? null : explain(issues, minutes, chosen, issue)
}

type Chosen = {
  mandatory: Set<number>
  guaranteed: Set<number>
  selected: Set<number>
  /** Minutes of the mandatory issues, and of these with the guaranteed ones. */
  fixedMinutes: number
  settled: number
  used: number
  worth: number
  proved: boolean
}

function choose<Id>(issues: readonly ChoiceIssue<Id>[], minutes: number, forced: ChoiceIssue<Id> | null): Chosen {
  const mandatory = new Set<number>()
  for (const [index, issue] of issues.entries()) if (issue.mandatory) mandatory.add(index)
  const length = (indices: Iterable<number>) =>
    [...indices].reduce((sum, index) => sum + (issues[index]?.minutes ?? 0), 0)
  const fixedMinutes = length(mandatory)
  const guaranteed = new Set<number>()
  let settled = fixedMinutes
  for (const issue of topScored(
    issues.filter((issue) => !issue.mandatory),
    GUARANTEED,
  )) {
    if (settled + issue.minutes > minutes) continue
    guaranteed.add(issues.indexOf(issue))
    settled += issue.minutes
  }
  const fixed = new Set([...mandatory, ...guaranteed, ...(forced ? [issues.indexOf(forced)] : [])])
  const unitNos = new Map<Id, number>()
  const toCandidate = (issue: ChoiceIssue<Id>): Candidate => ({
    minutes: issue.minutes,
    score: issue.score,
    units: [...new Set(issue.units)].map((unit) => {
      const no = unitNos.get(unit) ?? unitNos.size
      unitNos.set(unit, no)
      return no
    }),
  })
  const candidates = issues.map(toCandidate)
  const open = issues.flatMap((_, index) => (fixed.has(index) ? [] : [index]))
  const summoned = new Set([...fixed].flatMap((index) => candidates[index]?.units ?? []))
  const free = Math.max(minutes - length(fixed), 0)
  const picked = pickBest(
    open.map((index) => candidates[index] as Candidate),
    free,
    summoned,
  )
  const selected = new Set([...fixed, ...picked.picks.map((pick) => open[pick] as number)])
  const all = [...selected].map((index) => candidates[index] as Candidate)
  const worth = worthOf(all, new Set())
  return {
    mandatory,
    guaranteed,
    selected,
    fixedMinutes,
    settled,
    used: length(selected),
    worth,
    proved: picked.proved,
  }
}

function reasonOf<Id>(minutes: number, chosen: Chosen, issue: ChoiceIssue<Id>): LeftOut<Id> {
  const missingMinutes = Math.max(issue.minutes - Math.max(minutes - chosen.used, 0), 0)
  const fits = chosen.settled + issue.minutes <= minutes
  const why = issue.minutes > minutes ? 'too_long' : fits ? 'less_worth' : 'no_room'
  return { id: issue.id, why, missingMinutes }
}

function explain<Id>(
  issues: readonly ChoiceIssue<Id>[],
  minutes: number,
  chosen: Chosen,
  issue: ChoiceIssue<Id>,
): LeftOut<Id> {
  const reason = reasonOf(minutes, chosen, issue)
  if (reason.why !== 'less_worth') return reason
  const other = choose(issues, minutes, issue)
  return {
    ...reason,
    wouldReplace: idsOf(
      issues,
      [...chosen.selected].filter((index) => !other.selected.has(index)),
    ),
    wouldAdd: idsOf(
      issues,
      [...other.selected].filter((index) => !chosen.selected.has(index)),
    ).filter((id) => id !== issue.id),
    loses: Math.max(chosen.worth - other.worth, 0),
  }
}

/** The best-scored few, ties to the earlier: one pass, since there may be thousands. */
function topScored<Id>(issues: readonly ChoiceIssue<Id>[], count: number): ChoiceIssue<Id>[] {
  const top: ChoiceIssue<Id>[] = []
  for (const issue of issues) {
    if (top.length === count && issue.score <= (top.at(-1)?.score ?? 0)) continue
    const place = top.findIndex((other) => other.score < issue.score)
    top.splice(place < 0 ? top.length : place, 0, issue)
    if (top.length > count) top.pop()
  }
  return top
}

function idsOf<Id>(issues: readonly ChoiceIssue<Id>[], indices: Iterable<number>): Id[] {
  return [...indices].sort((a, b) => a - b).map((index) => (issues[index] as ChoiceIssue<Id>).id)
}
