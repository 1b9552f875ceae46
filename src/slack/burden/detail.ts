import { askKinds, type UnitBurden } from '../../domain/burden.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ShownBurden } from '../../usecases/burden/show-burden.ts'
import { button, buttons, clip, type Message, message, note, paragraphs, strong } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { inPlan } from '../plan-value.ts'
import { groupWords, periodName } from './messages.ts'

/** Slack takes about 13,200 characters a message; a line is about 100 at most. */
const linesAPage = 70
const titleLength = 60

/** All that was counted for a unit, a page (from 1) of its lines. */
export function detailMessage(locale: Locale, shown: ShownBurden, unit: UnitBurden, page: number): Message {
  const all = detailLines(locale, unit)
  const { shown: lines, at, pages, next } = pageOf(all, page, linesAPage)
  const { asked, sent, minutes, waiting } = unit
  const title = { unit: unit.unit, period: periodName(locale, shown), asked, sent, minutes, waiting }
  const turn = t(locale, at < pages ? 'burden.next' : 'burden.first')
  const value = inPlan(shown.planId, `${shown.period.key}/${unit.unitId}/${next}`)
  return message(t(locale, 'burden.detail', title), [
    ...sections(lines),
    ...(pages > 1
      ? [note(t(locale, 'burden.page', { page: at, pages })), buttons(button(ids.burden.unit, turn, value))]
      : []),
  ])
}

type Line = { part: string; text: string }

function detailLines(locale: Locale, { asks, counts, times, sent, messages }: UnitBurden): Line[] {
  const dayOf = (day: string) => t(locale, 'day.short', { day })
  return [
    ...askKinds.flatMap((kind) => {
      const part = t(locale, 'burden.detail_kind', { kind, count: counts[kind] })
      return asks
        .filter((ask) => ask.kind === kind)
        .map((ask) => ({
          part,
          text: t(locale, 'burden.detail_line', { ...ask, title: clip(ask.title, titleLength), day: dayOf(ask.day) }),
        }))
    }),
    ...times.map((time) => ({
      part: t(locale, 'burden.detail_times'),
      text: t(locale, 'burden.detail_time', { ...time, day: dayOf(time.day) }),
    })),
    { part: t(locale, 'burden.detail_messages', { sent, groups: groupWords(locale, messages) }), text: '' },
  ]
}

function sections(lines: readonly Line[]) {
  return [...Map.groupBy(lines, ({ part }) => part)].flatMap(([part, own]) => [
    strong(part),
    ...paragraphs(own.map(({ text }) => text)),
  ])
}
