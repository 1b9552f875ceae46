import { DomainError } from '../errors.ts'
import { attendanceOf } from './attendance.ts'
import type { BacklogIssue } from './backlog.ts'
import { explainLeftOut, type LeftOut } from './choose.ts'
import type { AgendaFixes } from './fixes.ts'
import type { FollowUp } from './follow-up.ts'
import { type AgendaNotice, MAX_LEFT_OUT } from './notice.ts'
import * as weights from './score.ts'
import { solveAgenda } from './solve.ts'
import { type AgendaWish, candidatesOf, gapFacts, inputOf } from './wish.ts'

/** An agenda before it is stored. */
export type ComposedAgenda = Omit<AgendaNotice, 'meetingId' | 'draft'>

/**
 * Chooses and orders the meeting's issues under what is fixed and gives all that its agenda shows.
 * @throws DomainError `agenda.nothing_fits` {minutes, shortest} where no issue fits in the meeting, and what
 *   {@link solveAgenda} throws
 */
export function composeAgenda(wish: AgendaWish): ComposedAgenda {
  try {
    return composeKeeping(wish)
  } catch (error) {
    if (!isNoOrder(error) || wish.told.length === 0) throw error
    return composeWithoutLate(wish)
  }
}

/**
 * Units whose hours suit no order, even alone, count as absent, and the hours of the others are kept. Where each suits
 * alone but not together, all of them count as absent.
 */
function composeWithoutLate(wish: AgendaWish): ComposedAgenda {
  const late = wish.told.filter((one) => !suits({ ...wish, told: [one] }))
  if (late.length > 0 && late.length < wish.told.length) {
    const rest = asAbsent(wish, late)
    if (suits(rest)) return composeKeeping(rest)
  }
  return composeKeeping(asAbsent(wish, wish.told))
}

function suits(wish: AgendaWish): boolean {
  try {
    solveAgenda(inputOf(wish, candidatesOf(wish).candidates))
    return true
  } catch (error) {
    if (isNoOrder(error)) return false
    throw error
  }
}

function asAbsent(wish: AgendaWish, late: AgendaWish['told']): AgendaWish {
  return {
    ...wish,
    told: wish.told.filter((one) => !late.includes(one)),
    absent: [...wish.absent, ...late.map(({ unitId }) => unitId)],
  }
}

const isNoOrder = (error: unknown) => error instanceof DomainError && error.code === 'agenda.no_order'

function composeKeeping(wish: AgendaWish): ComposedAgenda {
  const { plan, meetingNo, place, startsAt, minutes, fixes, followUp } = wish
  const { candidates, kept } = candidatesOf(wish)
  const byNo = new Map(candidates.map((issue) => [issue.no, issue]))
  const agenda = solveAgenda(inputOf(wish, candidates))
  const starts = new Map(agenda.order.map((id, index) => [id, agenda.start[index] ?? 0]))
  const chosen = agenda.order.flatMap((no) => byNo.get(Number(no)) ?? [])
  const items = chosen.map((issue) => toItem(issue, starts.get(issue.no) ?? 0, fixes))
  if (items.length === 0) throw nothingFits(minutes, wish.issues)
  const leftOut = [...agenda.leftOut.flatMap((one) => toLeftOut(one, byNo.get(Number(one.id)))), ...kept].sort(
    (a, b) => b.score - a.score || a.no - b.no,
  )
  return {
    meetingNo,
    planId: plan.id,
    place,
    planTitle: plan.title,
    language: plan.language,
    zone: plan.zone,
    startsAt,
    minutes,
    minutesUsed: agenda.minutesUsed,
    mode: fixes.mode,
    waiting: agenda.waiting,
    waitingByScore: agenda.waitingByScore,
    proved: agenda.proved,
    choiceProved: agenda.choiceProved,
    weights: scoreWeights,
    hash: agenda.hash,
    followUp: followUp && toFollowUp(followUp),
    items,
    leftOut: leftOut.slice(0, MAX_LEFT_OUT),
    leftOutMore: Math.max(leftOut.length - MAX_LEFT_OUT, 0),
    attendance: attendanceOf(chosen, items, followUp),
  }
}

/** "Why not #12?": exactly, whatever its score; null where it is on the agenda or is no open issue. */
export function explainGap(wish: AgendaWish, no: number): AgendaNotice['leftOut'][number] | null {
  const { candidates, kept } = candidatesOf(wish)
  const known = kept.find((one) => one.no === no)
  if (known) return known
  const input = inputOf(wish, candidates)
  const pinned = new Set([...wish.fixes.first, ...wish.fixes.last])
  const issues = input.issues.map((issue) => ({ ...issue, mandatory: issue.mandatory || pinned.has(Number(issue.id)) }))
  const why = explainLeftOut(issues, input.minutes, no)
  return (
    why &&
    (toLeftOut(
      why,
      candidates.find((issue) => issue.no === no),
    )[0] ??
      null)
  )
}

const scoreWeights: AgendaNotice['weights'] = {
  severity: Object.values(weights.SEVERITY_POINTS),
  targetKept: weights.TARGET_POINTS.kept,
  targetBehind: weights.TARGET_POINTS.behind,
  daysPerPoint: weights.DAYS_PER_AGE_POINT,
  maxAge: weights.MAX_AGE_POINTS,
  carry: weights.POINTS_PER_CARRY,
  maxCarry: weights.MAX_CARRY_POINTS,
  furtherUnit: weights.POINTS_PER_FURTHER_UNIT,
  maxUnits: weights.MAX_UNIT_POINTS,
}

function toItem(issue: BacklogIssue, startMinute: number, fixes: AgendaFixes): AgendaNotice['items'][number] {
  const { no, title, taskNo, minutes, score, parts, mandatory } = issue
  const units = issue.units.map((unit) => unit.name)
  const pinned = fixes.first.includes(no) ? 'first' : fixes.last.includes(no) ? 'last' : null
  return { no, title, taskNo, startMinute, minutes, score, parts, units, mandatory, pinned }
}

function toFollowUp({ minutes, verified, running, overdue }: FollowUp): AgendaNotice['followUp'] {
  return { minutes, verified, running, overdue: overdue.map((action) => ({ ...action, owner: action.owner.name })) }
}

function toLeftOut(
  { why, missingMinutes, wouldReplace, wouldAdd, loses }: LeftOut<unknown>,
  issue: BacklogIssue | undefined,
): AgendaNotice['leftOut'] {
  if (!issue) return []
  const exchange = loses === undefined ? null : { goes: toNos(wouldReplace), comes: toNos(wouldAdd), loss: loses }
  return [{ ...gapFacts(issue), why, missing: missingMinutes, exchange }]
}

const toNos = (ids: readonly unknown[] = []) => ids.map(Number)

function nothingFits(minutes: number, issues: readonly BacklogIssue[]): DomainError {
  return new DomainError('agenda.nothing_fits', { minutes, shortest: Math.min(...issues.map((one) => one.minutes)) })
}
