import type { Table } from 'docx'
import { DateTime } from 'luxon'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { leftOutReason } from '../../i18n/agenda-reasons.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { ruledTable } from '../official/tables.ts'

/** The items at their times, with the parts of their scores and the units that come. */
export function itemTable(locale: Locale, notice: AgendaNotice): Table {
  const columns = [
    { head: t(locale, 'document.column.place'), width: 13, centered: true },
    { head: t(locale, 'document.column.clock'), width: 26, centered: true },
    { head: t(locale, 'document.column.minutes'), width: 13, centered: true },
    { head: t(locale, 'document.column.item'), width: 58 },
    { head: t(locale, 'document.column.units'), width: 46 },
  ]
  const rows = notice.items.map((item, index) => [
    String(index + 1),
    between(notice, item.startMinute, item.startMinute + item.minutes),
    String(item.minutes),
    `#${item.no} ${item.title}${item.mandatory ? t(locale, 'document.mandatory_mark') : ''}\n${scoreText(locale, item)}`,
    item.units.length === 0 ? t(locale, 'agenda.no_units') : item.units.join(t(locale, 'agenda.comma')),
  ])
  return ruledTable(locale, columns, rows)
}

/** Each unit from its first item to its last. */
export function attendanceTable(locale: Locale, notice: AgendaNotice): Table {
  const columns = [
    { head: t(locale, 'document.column.unit'), width: 48 },
    { head: t(locale, 'document.column.clock'), width: 28, centered: true },
    { head: t(locale, 'document.column.items'), width: 24, centered: true },
    { head: t(locale, 'document.column.business'), width: 28, centered: true },
    { head: t(locale, 'document.column.waiting'), width: 28, centered: true },
  ]
  const rows = notice.attendance.map((who) => {
    const needed = new Set(who.items)
    const places = notice.items.flatMap((item, index) => (needed.has(item.no) ? [{ item, place: index + 1 }] : []))
    const first = places[0]?.item
    const last = places.at(-1)?.item
    const from = who.opening ? 0 : (first?.startMinute ?? 0)
    const to = last ? last.startMinute + last.minutes : (notice.followUp?.minutes ?? 0)
    return [
      `${who.unit}${who.required ? '' : t(locale, 'document.optional_mark')}`,
      between(notice, from, to),
      places.map(({ place }) => place).join(t(locale, 'agenda.comma')),
      String(who.minutes),
      String(who.waiting),
    ]
  })
  return ruledTable(locale, columns, rows)
}

/** What was left out, and why. */
export function leftOutTable(locale: Locale, notice: AgendaNotice): Table {
  const columns = [
    { head: t(locale, 'document.column.item'), width: 60 },
    { head: t(locale, 'document.column.score'), width: 15, centered: true },
    { head: t(locale, 'document.column.minutes'), width: 15, centered: true },
    { head: t(locale, 'document.column.why'), width: 66 },
  ]
  const rows = notice.leftOut.map((issue) => [
    `#${issue.no} ${issue.title}`,
    String(issue.score),
    String(issue.minutes),
    leftOutReason(locale, issue),
  ])
  return ruledTable(locale, columns, rows)
}

function scoreText(locale: Locale, { score, parts, taskNo }: AgendaNotice['items'][number]): string {
  const scored = parts.filter(({ points }) => points > 0)
  const sum = scored.map(({ name, points }) => t(locale, `agenda.part.${name}`, { points })).join(' + ')
  return t(locale, 'agenda.item_score', { score, parts: sum || '0', taskNo })
}

/** Two minutes of a meeting as times of day in the plan's zone. */
export function clockSpan(notice: AgendaNotice, from: number, to: number): { from: string; to: string } {
  const start = DateTime.fromISO(notice.startsAt, { zone: notice.zone })
  const clock = (minute: number) => start.plus({ minutes: minute }).toFormat('HH:mm')
  return { from: clock(from), to: clock(to) }
}

function between(notice: AgendaNotice, from: number, to: number): string {
  const span = clockSpan(notice, from, to)
  return `${span.from}–${span.to}`
}
