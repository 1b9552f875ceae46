import { parseAgendaWords } from '../../domain/agenda/agenda-words.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { t } from '../../i18n/translate.ts'
import type { DraftReference } from '../../usecases/agenda/change-agenda.ts'
import { draftAgenda } from '../../usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../usecases/agenda/show-agenda.ts'
import { suggestMeeting } from '../../usecases/agenda/suggest-meeting.ts'
import { message, paragraph } from '../blocks.ts'
import type { ActionRequest, CommandRequest, Request } from '../listen.ts'
import { agendaMessage, draftMessage, receiptMessage } from './messages.ts'
import { agendaModal } from './views.ts'

/** `/agenda`: the form, a draft in one line, the latest agenda, publishing, or help. */
export async function agendaCommand(request: CommandRequest): Promise<void> {
  const { locale, reply } = request
  const words = foldFullWidth(request.words)
  if (/^(help|帮助|\?)$/i.test(words)) return reply(message('/agenda', [paragraph(t(locale, 'agenda.help'))]))
  const shown = /^(?:show|查看)(?:\s*第?\s*(\d{1,4})\s*页?)?$/i.exec(words)
  if (shown) return show(request, Number(shown[1] ?? 1))
  if (/^(publish|发布)$/i.test(words)) return publish(request, null)
  if (words === '') return openForm(request)
  await draft(request, words)
}

/** “Publish” under a draft. */
export async function publishFromButton(request: ActionRequest): Promise<void> {
  const [meetingId, draft] = request.value.split('/').map(Number)
  await publish(request, { meetingId: meetingId ?? 0, draft: draft ?? 0 })
}

/** “Order by score” or “by least waiting” under a draft: the same meeting drafted anew in the other order. */
export async function redraftFromButton(request: ActionRequest): Promise<void> {
  await draft(request, request.value)
}

async function openForm(request: CommandRequest): Promise<void> {
  const { context, actor, locale, channel, client, triggerId } = request
  const suggestion = await suggestMeeting(context, actor)
  await client.views.open({ trigger_id: triggerId, view: agendaModal(locale, suggestion, { channel }) })
}

async function draft({ context, actor, locale, reply }: Request, words: string): Promise<void> {
  await reply(draftMessage(locale, await draftAgenda(context, actor, parseAgendaWords(words))))
}

async function show({ context, actor, locale, reply }: Request, page: number): Promise<void> {
  await reply(agendaMessage(locale, await showAgenda(context, actor), page))
}

async function publish(request: Request, reference: DraftReference | null): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(receiptMessage(locale, await publishAgenda(context, actor, reference)))
}
