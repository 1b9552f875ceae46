import type { KnownBlock, RichTextBlock } from '@slack/types'
import { DateTime } from 'luxon'
import { DomainError } from '../../domain/errors.ts'
import { amount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { HistoryEntry, TargetHistory } from '../../usecases/target/show-target.ts'
import { button, buttons, clip, type Message, message, note } from '../blocks.ts'
import { ids } from '../ids.ts'
import { person } from '../person.ts'
import { inPlan } from '../plan-value.ts'

const entriesAPage = 20

/**
 * A page (from 1) of every value a target was ever given, the last recorded first, with who, when and from where.
 * @throws DomainError `target.no_history_page` {pages}
 */
export function targetHistoryMessage(locale: Locale, history: TargetHistory, page: number): Message {
  const { target, entries, planId, zone } = history
  const metric = clip(target.metric, 200)
  if (entries.length === 0) return message(t(locale, 'target_history.none', { metric }))
  const pages = Math.ceil(entries.length / entriesAPage)
  if (!(page >= 1 && page <= pages)) throw new DomainError('target.no_history_page', { pages })
  const from = (page - 1) * entriesAPage
  const shown = entries.slice(from, from + entriesAPage)
  const superseded = entries.filter((one) => one.superseded).length
  const next =
    page < pages
      ? { page: page + 1, text: t(locale, 'target_history.older') }
      : { page: 1, text: t(locale, 'target_history.first') }
  return message(t(locale, 'target_history.title', { metric, count: entries.length, superseded }), [
    ...shown.map((entry): KnownBlock => entryBlock(locale, entry, target.unit, zone)),
    ...(pages > 1
      ? [
          note(t(locale, 'target_history.page', { from: from + 1, to: from + shown.length, total: entries.length })),
          buttons(button(ids.target.history, next.text, inPlan(planId, `${target.id}/${next.page}`))),
        ]
      : []),
  ])
}

function entryBlock(locale: Locale, entry: HistoryEntry, unit: string, zone: string): RichTextBlock {
  const { value, asOf, source, superseded } = entry
  const said = { amount: amount(locale, value, unit), day: asOf, unit: entry.unit, source, superseded }
  const line = t(locale, 'target_history.entry', said)
  const at = DateTime.fromJSDate(entry.recordedAt, { zone })
  const recorded = { day: at.toFormat('yyyy-MM-dd'), time: at.toFormat('HH:mm') }
  const style = superseded ? { style: { strike: true } } : {}
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: line, ...style },
          { type: 'text', text: ` · ${t(locale, 'target_history.by', recorded)}` },
          person(locale, entry.recordedBy),
        ],
      },
    ],
  }
}
