import { DateTime } from 'luxon'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { comesTo } from '../../domain/meeting/presence.ts'
import { leftOutReason } from '../../i18n/agenda-reasons.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { AgendaView } from '../../usecases/agenda/agenda-view.ts'
import { paragraphs } from '../blocks.ts'
import { clockOf, dayOf } from '../meeting-times.ts'

const maxUnitNames = 400

type LeftOut = AgendaNotice['leftOut'][number]
/** What changed about an agenda since it was made: units that cannot come, issues that are not taken any more. */
type ChangedSince = Pick<AgendaView, 'absent' | 'gone'>

/** What one line of an agenda tells of. */
export type AgendaPart = 'items' | 'units' | 'leftOut'

/** A line of an agenda in a person's language. */
export type AgendaLine = { part: AgendaPart; text: string /** The issue of an item. */; no?: number }

/** The facts that the titles of a meeting's messages name; times are those of the plan's zone. */
export function meetingFacts(locale: Locale, notice: AgendaNotice) {
  return {
    day: dayOf(locale, notice),
    month: DateTime.fromISO(notice.startsAt, { zone: notice.zone }).month,
    from: clockOf(notice, 0),
    to: clockOf(notice, notice.minutes),
    items: notice.items.length,
    minutesUsed: notice.minutesUsed,
  }
}

/** How the items are ordered, and what units wait for it. */
export function orderLine(locale: Locale, { mode, waiting, waitingByScore: byScore, proved }: AgendaNotice): string {
  if (mode === 'score') return t(locale, 'agenda.score_line', { waiting })
  return t(locale, 'agenda.waiting_line', { waiting, byScore, proved })
}

/** What the scores were made of, so that a reader can add them up. */
export function weightsLine(locale: Locale, { weights }: AgendaNotice): string {
  return t(locale, 'agenda.weights', { ...weights, severity: weights.severity.join('/') })
}

/** Every line of an agenda: the items at their times, who must attend, what was left out and why. */
export function agendaLines(locale: Locale, notice: AgendaNotice, changed: ChangedSince): AgendaLine[] {
  return [
    ...followUpLines(locale, notice),
    ...notice.items.map((item, index) => ({
      part: 'items' as const,
      text: itemText(locale, notice, item, index + 1, changed),
      no: item.no,
    })),
    ...notice.attendance.map((unit) => ({ part: 'units' as const, text: attendanceText(locale, notice, unit) })),
    ...notice.leftOut.map((issue) => ({ part: 'leftOut' as const, text: leftOutText(locale, issue) })),
  ]
}

/** What is heard first: counts in a line, and each overdue action; in parts that each fit a section. */
function followUpLines(locale: Locale, notice: AgendaNotice): AgendaLine[] {
  const { followUp } = notice
  if (!followUp) return []
  const { verified, running, overdue, minutes } = followUp
  const times = { from: clockOf(notice, 0), to: clockOf(notice, minutes) }
  const head = t(locale, 'agenda.follow_up', { ...times, verified, running, overdue: overdue.length })
  const lines = overdue.map((action) =>
    t(locale, 'agenda.follow_up_line', { ...action, day: t(locale, 'day.short', { day: action.dueOn }) }),
  )
  return paragraphs([head, ...lines]).map(({ text }) => ({ part: 'items', text: text?.text ?? '' }))
}

function itemText(
  locale: Locale,
  notice: AgendaNotice,
  item: AgendaNotice['items'][number],
  place: number,
  { absent, gone }: ChangedSince,
): string {
  const { startMinute, parts, units, ...facts } = item
  const missing = absent.filter((one) => units.includes(one.unit) && !comesTo(one, item)).map(({ unit }) => unit)
  const times = { from: clockOf(notice, startMinute), to: clockOf(notice, startMinute + item.minutes) }
  const points = parts.filter((part) => part.points > 0)
  return [
    t(locale, 'agenda.item', {
      ...facts,
      place,
      ...times,
      pinned: item.pinned ? t(locale, `agenda.pinned.${item.pinned}`) : '',
    }),
    t(locale, 'agenda.item_score', {
      score: item.score,
      parts: points.map(({ name, points }) => t(locale, `agenda.part.${name}`, { points })).join(' + ') || '0',
      taskNo: item.taskNo,
    }),
    units.length === 0
      ? t(locale, 'agenda.no_units')
      : t(locale, 'agenda.item_units', { units: unitNames(locale, units) }),
    ...(gone.includes(item.no) ? [`🟡 ${t(locale, 'board.gone')}`] : []),
    ...(missing.length > 0 ? [t(locale, 'agenda.item_absent', { units: unitNames(locale, missing) })] : []),
  ].join('\n')
}

/** As many names as have room; the others are counted. */
function unitNames(locale: Locale, units: readonly string[]): string {
  const comma = t(locale, 'agenda.comma')
  let names = units[0] ?? ''
  for (const unit of units.slice(1)) {
    if (names.length + unit.length > maxUnitNames) return t(locale, 'agenda.names_more', { names, count: units.length })
    names += comma + unit
  }
  return names
}

function attendanceText(locale: Locale, notice: AgendaNotice, who: AgendaNotice['attendance'][number]): string {
  const needed = new Set(who.items)
  const places = notice.items.flatMap((item, index) => (needed.has(item.no) ? [{ item, place: index + 1 }] : []))
  const first = places[0]?.item
  const last = places.at(-1)?.item
  return t(locale, 'agenda.attendance_line', {
    unit: who.unit,
    from: clockOf(notice, who.opening ? 0 : (first?.startMinute ?? 0)),
    to: clockOf(notice, last ? last.startMinute + last.minutes : (notice.followUp?.minutes ?? 0)),
    opening: who.opening,
    required: who.required,
    places: places.map(({ place }) => place).join(t(locale, 'agenda.comma')),
    minutes: who.minutes,
    waiting: who.waiting,
  })
}

/** Why an issue is not on the agenda, in a line. */
export function leftOutText(locale: Locale, issue: LeftOut): string {
  const { no, title, score, minutes } = issue
  return t(locale, 'agenda.left_out_line', { no, title, score, minutes, why: leftOutReason(locale, issue) })
}
