import { agendaInput } from './agenda-input.ts'
import type { BacklogIssue } from './backlog.ts'
import type { AgendaFixes } from './fixes.ts'
import type { FollowUp } from './follow-up.ts'
import type { AgendaNotice } from './notice.ts'

/** Delegates of a unit at a meeting, where nothing else is known. */
const USUAL_DELEGATES = 1
/** The follow-up as an item of the solver; issues have numbers, so it clashes with none. */
const FOLLOW_UP = 'follow-up'

/** The meeting to compose an agenda for, its start in ISO form, and the open issues to choose from. Plain data. */
export type AgendaWish = {
  plan: { id: number; title: string; language: string; zone: string }
  meetingNo: number
  place: string
  startsAt: string
  minutes: number
  fixes: AgendaFixes
  followUp: FollowUp | null
  issues: readonly BacklogIssue[]
  /** Units that said they cannot come, and when others said they are there; what is fixed of a unit goes first. */
  absent: readonly number[]
  told: AgendaFixes['windows']
}

/** Those to choose from, with the minutes the convener gave them, and those that are kept off. */
export function candidatesOf({ issues, fixes, absent }: AgendaWish) {
  const given = new Map(fixes.minutes.map(({ no, minutes }) => [no, minutes]))
  const candidates: BacklogIssue[] = []
  const kept: AgendaNotice['leftOut'] = []
  for (const issue of issues) {
    const fixed = [...fixes.added, ...fixes.first, ...fixes.last].includes(issue.no)
    const sized = { ...issue, minutes: given.get(issue.no) ?? issue.minutes, mandatory: issue.mandatory || fixed }
    const misses = issue.units.some((unit) => absent.includes(unit.id))
    const why = fixes.deferred.includes(issue.no) ? 'deferred' : misses && !sized.mandatory ? 'absent' : null
    if (why === null) candidates.push(sized)
    else kept.push({ ...gapFacts(sized), why, missing: 0, exchange: null })
  }
  return { candidates, kept }
}

/** What the solver is given of a meeting and the issues it may take. */
export function inputOf({ minutes, fixes, followUp, told }: AgendaWish, candidates: readonly BacklogIssue[]) {
  const windows = [
    ...told.filter((one) => !fixes.windows.some(({ unitId }) => unitId === one.unitId)),
    ...fixes.windows,
  ]
  const present = new Set(candidates.map((issue) => issue.no))
  const known = (nos: readonly number[]) => nos.filter((no) => present.has(no))
  const opening = followUp && {
    id: FOLLOW_UP,
    score: 0,
    minutes: followUp.minutes,
    // A unit that comes later only does not keep the meeting from opening.
    units: followUp.units.map((unit) => unit.id).filter((id) => !windows.some((one) => one.unitId === id)),
    mandatory: true,
  }
  const issues = candidates.map(({ no, score, minutes: length, units, mandatory }) => ({
    id: no,
    score,
    minutes: length,
    units: units.map((unit) => unit.id),
    mandatory,
  }))
  const all = [...(opening ? [opening] : []), ...issues]
  const units = new Set(all.flatMap((issue) => issue.units))
  return agendaInput.parse({
    minutes,
    mode: fixes.mode,
    units: [...units].map((id) => ({ id, delegates: USUAL_DELEGATES })),
    issues: all,
    constraints: {
      first: [...(opening ? [FOLLOW_UP] : []), ...known(fixes.first)],
      last: known(fixes.last),
      before: fixes.before.filter((pair) => pair.every((no) => present.has(no))),
      windows: windows
        .filter(({ unitId }) => units.has(unitId))
        .map(({ unitId: unit, from, until }) => ({ unit, from, until })),
    },
  })
}

/** What is told of an issue that is not on an agenda. */
export const gapFacts = ({ no, title, score, minutes }: BacklogIssue) => ({ no, title, score, minutes })
