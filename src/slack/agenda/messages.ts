import type { KnownBlock } from '@slack/types'
import { type AgendaMode, formatAgendaWords } from '../../domain/agenda/agenda-words.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Locale, localeOf } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { AgendaView } from '../../usecases/agenda/agenda-view.ts'
import type { PublishedAgenda } from '../../usecases/agenda/publish-agenda.ts'
import { button, buttons, confirm, type Message, message, note } from '../blocks.ts'
import { ids } from '../ids.ts'
import { type AgendaLine, agendaLines, meetingFacts, orderLine, startOf, weightsLine } from './lines.ts'
import { pageBlocks, paginate } from './pages.ts'

/** A draft to the convener alone: what fits, who must attend, what was left out and why, and what can be done. */
export function draftMessage(locale: Locale, view: AgendaView, page = 1): Message {
  const { notice, warnings } = view
  const title = t(locale, 'agenda.draft_title', meetingFacts(locale, notice))
  const other: AgendaMode = notice.mode === 'score' ? 'waiting' : 'score'
  const meeting = formatAgendaWords(startOf(notice).toISO() ?? '', notice.minutes, other)
  return message(title, [
    ...(page === 1 ? warnings.map((warning) => note(t(locale, `agenda.warning.${warning}`))) : []),
    ...body(locale, notice, page),
    buttons(
      button(ids.agenda.publish, t(locale, 'agenda.publish'), `${notice.meetingId}/${notice.draft}`, {
        style: 'primary',
        confirm: confirm(
          t(locale, 'agenda.publish'),
          t(locale, 'agenda.publish_confirm', { items: notice.items.length }),
          t(locale, 'agenda.publish'),
          t(locale, 'button.no'),
        ),
      }),
      button(ids.agenda.redraft, t(locale, `agenda.by_${other}`), meeting),
    ),
  ])
}

/** A page of an agenda, counted from 1, as `/agenda show` tells it; buttons only for those who may publish. */
export function agendaMessage(locale: Locale, view: AgendaView & { mayPublish: boolean }, page: number): Message {
  if (view.draft && view.mayPublish) return draftMessage(locale, view, page)
  const title = t(locale, 'agenda.published_title', meetingFacts(locale, view.notice))
  return message(title, body(locale, view.notice, page))
}

/** The agenda as it is posted to the meeting channel, in the plan's language. */
export function agendaPublishedMessage(notice: AgendaNotice): Message {
  const locale = localeOf(notice.language)
  return message(t(locale, 'agenda.published_title', meetingFacts(locale, notice)), body(locale, notice, 1))
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

function body(locale: Locale, notice: AgendaNotice, page: number): KnownBlock[] {
  const pages = paginate(locale, notice, agendaLines(locale, notice))
  const shown = pages[page - 1]
  if (!shown) throw new DomainError('agenda.no_page', { page, pages: pages.length })
  const notes = [
    ...(pages.length > 1 ? [t(locale, 'agenda.page', { page, pages: pages.length })] : []),
    ...(page < pages.length ? [restLine(locale, pages.slice(page).flat(), page + 1)] : []),
    ...(page === pages.length && notice.leftOutMore > 0
      ? [t(locale, 'agenda.left_out_more', { count: notice.leftOutMore })]
      : []),
    ...(notice.choiceProved ? [] : [t(locale, 'agenda.choice_not_proved')]),
    `${weightsLine(locale, notice)} ${t(locale, 'agenda.basis', { hash: notice.hash })}`,
  ]
  return [note(orderLine(locale, notice)), ...pageBlocks(locale, notice, shown), ...notes.map(note)]
}

function restLine(locale: Locale, rest: readonly AgendaLine[], page: number): string {
  const count = (part: AgendaLine['part']) => rest.filter((line) => line.part === part).length
  return t(locale, 'agenda.rest', { items: count('items'), units: count('units'), leftOut: count('leftOut'), page })
}
