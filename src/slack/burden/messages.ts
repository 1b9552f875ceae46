import type { KnownBlock, RichTextSection, TableBlock } from '@slack/types'
import { askKinds, messageGroups, type PersonBurden, type UnitBurden } from '../../domain/burden.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ShownBurden } from '../../usecases/burden/show-burden.ts'
import { button, buttons, clip, type Message, message, note, option } from '../blocks.ts'
import { ids } from '../ids.ts'
import { pageOf } from '../page-of.ts'
import { person } from '../person.ts'
import { inPlan } from '../plan-value.ts'

/** Eleven columns a unit: so many rows stay below what Slack takes in a message. */
const unitsAPage = 25
const peopleAPage = 40
const nameLength = 60

/** The burden of a period, a page (from 1) of its units, with the way to what was counted. */
export function burdenMessage(locale: Locale, shown: ShownBurden, page: number): Message {
  const { burden, period } = shown
  const title = t(locale, 'burden.title', { period: periodName(locale, shown), ...burden.total })
  if (burden.units.length === 0) return message(title, [note(t(locale, 'burden.none'))])
  const { shown: rows, at, pages, next } = pageOf(burden.units, page, unitsAPage)
  const days = {
    from: t(locale, 'day.short', { day: period.startsOn }),
    until: t(locale, 'day.short', { day: period.endsOn }),
  }
  return message(title, [
    note(t(locale, 'burden.about', { plan: clip(shown.planTitle, 200), ...days })),
    unitTable(locale, rows),
    unitSelect(locale, shown, rows),
    ...pageBlocks(locale, shown, 'units', { at, pages, next }),
    note(t(locale, 'burden.basis')),
  ])
}

/** The messages that each person got, a page (from 1) of them, in the order of their units. */
export function peopleMessage(locale: Locale, shown: ShownBurden, page: number): Message {
  const got = shown.burden.people.filter(({ sent }) => sent > 0)
  const { shown: rows, at, pages, next } = pageOf(got, page, peopleAPage)
  const title = t(locale, 'burden.people_title', {
    period: periodName(locale, shown),
    sent: shown.burden.total.sent,
    people: got.length,
  })
  return message(title, [
    ...(rows.length > 0
      ? [{ type: 'rich_text' as const, elements: rows.map((person) => personLine(locale, person)) }]
      : []),
    ...pageBlocks(locale, shown, 'people', { at, pages, next }),
  ])
}

/** The period in words. */
export function periodName(locale: Locale, { period }: Pick<ShownBurden, 'period'>): string {
  return t(locale, 'period.name', { key: period.key })
}

function unitTable(locale: Locale, units: readonly UnitBurden[]): TableBlock {
  const head = [
    t(locale, 'burden.column.unit'),
    t(locale, 'burden.column.asked'),
    ...askKinds.map((kind) => t(locale, 'burden.kind', { kind })),
    ...(['sent', 'minutes', 'waiting'] as const).map((column) => t(locale, `burden.column.${column}`)),
  ]
  const rows = units.map(({ unit, asked, counts, sent, minutes, waiting }) => [
    clip(unit, nameLength),
    ...[asked, ...askKinds.map((kind) => counts[kind]), sent, minutes, waiting].map(String),
  ])
  return {
    type: 'table',
    rows: [head, ...rows].map((row) => row.map((text) => ({ type: 'raw_text', text }))),
    column_settings: head.map((_, index) => ({ align: index === 0 ? 'left' : 'right', is_wrapped: index === 0 })),
  }
}

/** The units of the page: options count into a message's length. */
function unitSelect(locale: Locale, { planId, period }: ShownBurden, units: readonly UnitBurden[]): KnownBlock {
  const options = units.map(({ unitId, unit }) => option(inPlan(planId, `${period.key}/${unitId}/1`), unit))
  return {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: ids.burden.unit,
        placeholder: { type: 'plain_text', text: t(locale, 'burden.choose') },
        options,
      },
    ],
  }
}

function pageBlocks(
  locale: Locale,
  { planId, period }: ShownBurden,
  list: 'units' | 'people',
  { at, pages, next }: { at: number; pages: number; next: number },
): KnownBlock[] {
  const to = (wanted: 'units' | 'people', page: number) => inPlan(planId, `${period.key}/${wanted}/${page}`)
  const turn = t(locale, at < pages ? 'burden.next' : 'burden.first')
  const other = list === 'units' ? 'people' : 'units'
  return [
    ...(pages > 1 ? [note(t(locale, 'burden.page', { page: at, pages }))] : []),
    buttons(
      ...(pages > 1 ? [button(ids.burden.page, turn, to(list, next))] : []),
      button(ids.burden.list, t(locale, list === 'units' ? 'burden.by_person' : 'burden.by_unit'), to(other, 1)),
    ),
  ]
}

/** Rich text, because only Slack can show a person's name for their id. */
function personLine(locale: Locale, { userId, units, sent, messages }: PersonBurden): RichTextSection {
  const words = t(locale, 'burden.person', {
    units: clip(units.join(t(locale, 'list.separator')), nameLength),
    sent,
    groups: groupWords(locale, messages),
  })
  return {
    type: 'rich_text_section',
    elements: [person(locale, userId), { type: 'text', text: `${words}\n` }],
  }
}

/** The groups that have messages, with their counts. */
export function groupWords(locale: Locale, messages: UnitBurden['messages']): string {
  return messageGroups
    .filter((group) => messages[group] > 0)
    .map((group) => t(locale, 'burden.group_count', { group, count: messages[group] }))
    .join(t(locale, 'list.separator'))
}
