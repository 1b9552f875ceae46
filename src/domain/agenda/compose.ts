import { DomainError } from '../errors.ts'
import { agendaInput } from './agenda-input.ts'
import type { AgendaMode } from './agenda-words.ts'
import type { BacklogIssue } from './backlog.ts'
import type { LeftOut } from './choose.ts'
import { type AgendaNotice, MAX_LEFT_OUT } from './notice.ts'
import * as weights from './score.ts'
import { type Agenda, solveAgenda } from './solve.ts'

/** Delegates of a unit at a meeting, where nothing else is known. */
const USUAL_DELEGATES = 1

/** The meeting to compose an agenda for, its start in ISO form, and the open issues to choose from. Plain data. */
export type AgendaWish = {
  plan: { title: string; language: string; zone: string }
  startsAt: string
  minutes: number
  mode: AgendaMode
  issues: readonly BacklogIssue[]
}

/** An agenda before its meeting is stored. */
export type ComposedAgenda = Omit<AgendaNotice, 'meetingId'>

/**
 * Chooses and orders the meeting's issues and gives all that its agenda shows.
 * @throws DomainError `agenda.nothing_fits` {minutes, shortest} where no issue fits in the meeting, and what
 *   {@link solveAgenda} throws
 */
export function composeAgenda({ plan, startsAt, minutes, mode, issues }: AgendaWish): ComposedAgenda {
  const byNo = new Map(issues.map((issue) => [issue.no, issue]))
  const agenda = solve(issues, minutes, mode)
  const chosen = agenda.order.flatMap((no) => byNo.get(Number(no)) ?? [])
  const items = chosen.map((issue, index) => toItem(issue, agenda.start[index] ?? 0))
  if (items.length === 0) {
    throw new DomainError('agenda.nothing_fits', { minutes, shortest: Math.min(...issues.map((one) => one.minutes)) })
  }
  const leftOut = agenda.leftOut
    .flatMap((one) => toLeftOut(one, byNo.get(Number(one.id))))
    .sort((a, b) => b.score - a.score || a.no - b.no)
  return {
    planTitle: plan.title,
    language: plan.language,
    zone: plan.zone,
    startsAt,
    minutes,
    minutesUsed: agenda.minutesUsed,
    mode,
    waiting: agenda.waiting,
    waitingByScore: agenda.waitingByScore,
    proved: agenda.proved,
    choiceProved: agenda.choiceProved,
    weights: scoreWeights,
    hash: agenda.hash,
    items,
    leftOut: leftOut.slice(0, MAX_LEFT_OUT),
    leftOutMore: Math.max(leftOut.length - MAX_LEFT_OUT, 0),
    attendance: attendanceOf(chosen, items),
  }
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

function solve(issues: readonly BacklogIssue[], minutes: number, mode: AgendaMode): Agenda {
  const units = new Set(issues.flatMap((issue) => issue.units.map((unit) => unit.id)))
  return solveAgenda(
    agendaInput.parse({
      minutes,
      mode,
      units: [...units].map((id) => ({ id, delegates: USUAL_DELEGATES })),
      issues: issues.map(({ no, score, minutes: length, units: needed, mandatory }) => ({
        id: no,
        score,
        minutes: length,
        units: needed.map((unit) => unit.id),
        mandatory,
      })),
    }),
  )
}

function toItem(issue: BacklogIssue, startMinute: number): AgendaNotice['items'][number] {
  const { no, title, taskNo, minutes, score, parts, mandatory } = issue
  const units = issue.units.map((unit) => unit.name)
  return { no, title, taskNo, startMinute, minutes, score, parts, units, mandatory }
}

function toLeftOut(
  { why, missingMinutes, wouldReplace, wouldAdd, loses }: LeftOut<unknown>,
  issue: BacklogIssue | undefined,
): AgendaNotice['leftOut'] {
  if (!issue) return []
  const { no, title, score, minutes } = issue
  const exchange = loses === undefined ? null : { goes: toNos(wouldReplace), comes: toNos(wouldAdd), loss: loses }
  return [{ no, title, score, minutes, why, missing: missingMinutes, exchange }]
}

const toNos = (ids: readonly unknown[] = []) => ids.map(Number)

/** Who must attend, in the order in which they are needed first; a unit waits from its first item to its last. */
function attendanceOf(chosen: readonly BacklogIssue[], items: AgendaNotice['items']): AgendaNotice['attendance'] {
  const units = new Map(chosen.flatMap((issue) => issue.units).map(({ id, name }) => [id, name]))
  return [...units].map(([id, unit]) => {
    const own = items.filter((_, index) => chosen[index]?.units.some((needed) => needed.id === id))
    const minutes = own.reduce((sum, item) => sum + item.minutes, 0)
    const last = own.at(-1)
    const span = last ? last.startMinute + last.minutes - (own[0]?.startMinute ?? 0) : 0
    return { unit, items: own.map((item) => item.no), minutes, waiting: span - minutes }
  })
}
