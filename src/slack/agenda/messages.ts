import type { KnownBlock } from '@slack/types'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Locale, localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { AgendaView } from '../../usecases/agenda/agenda-view.ts'
import type { ChangedAgenda } from '../../usecases/agenda/change-agenda.ts'
import type { PublishedAgenda } from '../../usecases/agenda/publish-agenda.ts'
import { type Message, message, note } from '../blocks.ts'
import { draftControls, itemControls } from './draft-controls.ts'
import { type AgendaLine, agendaLines, leftOutText, meetingFacts, orderLine, weightsLine } from './lines.ts'
import { pageBlocks, paginate, type UnderItem } from './pages.ts'

/** A draft to the convener alone: what fits, who must attend, what was left out and why, and what can be done. */
export function draftMessage(locale: Locale, view: AgendaView, page = 1): Message {
  const { notice, warnings, published } = view
  const facts = meetingFacts(locale, notice)
  const title = published ? t(locale, 'agenda.revised_title', facts) : t(locale, 'agenda.draft_title', facts)
  return message(title, [
    ...(page === 1 ? warnings.map((warning) => note(t(locale, `agenda.warning.${warning}`))) : []),
    ...body(locale, view, page, (no) => itemControls(locale, notice, no)),
    ...draftControls(locale, notice),
  ])
}

/** A draft after a change, with its price first. */
export function changedMessage(locale: Locale, { view, change, price }: ChangedAgenda): Message {
  const numbers = (nos: readonly number[]) => nos.map((no) => `#${no}`).join(t(locale, 'agenda.comma'))
  const told = t(locale, 'agenda.price', {
    what: changeWords(locale, change),
    waiting: price.waiting,
    came: numbers(price.came.filter((no) => !('no' in change && change.no === no))),
    went: numbers(price.went.filter((no) => !('no' in change && change.no === no))),
  })
  const { blocks } = draftMessage(locale, view)
  return message(told, blocks)
}

function changeWords(locale: Locale, change: ChangedAgenda['change']): string {
  switch (change.kind) {
    case 'again':
    case 'window':
      return t(locale, `agenda.changed.${change.kind}`)
    case 'window_of':
      return `${change.unit} ${t(locale, 'attendance.window', { from: change.from ?? '', to: change.until ?? '' })}`
    case 'mode':
      return t(locale, 'agenda.changed.mode', change)
    case 'minutes':
      return t(locale, 'agenda.changed.minutes', change)
    case 'before':
      return t(locale, 'agenda.changed.before', change)
    default:
      return t(locale, `agenda.changed.${change.kind}`, change)
  }
}

/** A page of an agenda, counted from 1, as `/agenda show` tells it; buttons only for those who may publish. */
export function agendaMessage(locale: Locale, view: AgendaView & { mayPublish: boolean }, page: number): Message {
  if (view.draft && view.mayPublish) return draftMessage(locale, view, page)
  const title = t(locale, 'agenda.published_title', meetingFacts(locale, view.notice))
  return message(title, body(locale, view, page))
}

/** The agenda as it is posted to the meeting channel, in the plan's language. */
export function agendaPublishedMessage(notice: AgendaNotice): Message {
  const locale = localeOf(notice.language)
  const { revision = 0, meetingNo: no, place } = notice
  const facts = meetingFacts(locale, notice)
  return message(t(locale, revision > 0 ? 'agenda.republished_title' : 'agenda.published_title', facts), [
    ...(no > 0 ? [note(t(locale, 'item_call.place', { no, place }))] : []),
    ...body(locale, { notice, absent: [], gone: [] }, 1),
  ])
}

/** What the convener gets after publishing. */
export function receiptMessage(locale: Locale, { notice, channel }: PublishedAgenda): Message {
  const title = t(locale, 'agenda.receipt', meetingFacts(locale, notice))
  const elements = [
    { type: 'text' as const, text: t(locale, 'agenda.receipt_channel') },
    { type: 'channel' as const, channel_id: channel },
  ]
  return message(title, [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }])
}

/** The answer to "why not #12?". */
export function whyNotMessage(locale: Locale, gap: AgendaNotice['leftOut'][number]): Message {
  return message(leftOutText(locale, gap))
}

function body(
  locale: Locale,
  { notice, absent, gone }: Pick<AgendaView, 'notice' | 'absent' | 'gone'>,
  page: number,
  under?: UnderItem,
): KnownBlock[] {
  const pages = paginate(locale, notice, agendaLines(locale, notice, { absent, gone }), under)
  const shown = pages[page - 1]
  if (!shown) throw new DomainError('agenda.no_page', { page, pages: pages.length })
  const notes = [
    ...(pages.length > 1 ? [t(locale, 'agenda.page', { page, pages: pages.length })] : []),
    ...(page < pages.length ? [restLine(locale, pages.slice(page).flat(), page + 1)] : []),
    ...(page === pages.length && notice.leftOutMore > 0
      ? [t(locale, 'agenda.left_out_more', { count: notice.leftOutMore })]
      : []),
    ...(notice.choiceProved ? [] : [t(locale, 'agenda.choice_not_proved')]),
    weightsLine(locale, notice),
    t(locale, 'agenda.basis', { hash: notice.hash }),
  ]
  return [note(orderLine(locale, notice)), ...pageBlocks(locale, notice, shown, under), ...notes.map(note)]
}

function restLine(locale: Locale, rest: readonly AgendaLine[], page: number): string {
  // The follow-up stands among the items and is none.
  const count = (part: AgendaLine['part']) =>
    rest.filter((line) => line.part === part && (part !== 'items' || line.no !== undefined)).length
  return t(locale, 'agenda.rest', { items: count('items'), units: count('units'), leftOut: count('leftOut'), page })
}
