import { parseAgendaWords } from '../../domain/agenda/agenda-words.ts'
import { parseAgendaChange } from '../../domain/agenda/change-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { t } from '../../i18n/translate.ts'
import { changeAgenda, explainWhyNot } from '../../usecases/agenda/change-agenda.ts'
import { draftAgenda } from '../../usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../usecases/agenda/show-agenda.ts'
import { suggestMeeting } from '../../usecases/agenda/suggest-meeting.ts'
import { message, paragraph } from '../blocks.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { CommandRequest } from '../requests/request.ts'
import { agendaMessage, changedMessage, draftMessage, receiptMessage, whyNotMessage } from './messages.ts'
import { agendaModal } from './views.ts'

/** `/agenda`: the form, a draft in one line, the latest agenda, a change of it, publishing, or help. */
export async function agendaCommand(request: CommandRequest): Promise<void> {
  const { context, actor, locale, reply } = request
  const words = foldFullWidth(request.words).trim()
  if (/^(help|帮助|\?)$/i.test(words)) return help(request)
  if (words === '') return openForm(request)
  const shown = /^(?:show|查看)(?:\s*第?\s*(\d{1,4})\s*页?)?$/i.exec(words)
  if (shown) return reply(agendaMessage(locale, await showAgenda(context, actor), Number(shown[1] ?? 1)))
  if (/^(publish|发布)$/i.test(words)) return reply(receiptMessage(locale, await publishAgenda(context, actor, null)))
  const why = /^(?:why|为何|为什么)(?:\s*(?:not)?\s*#?(\d{1,6}))?\s*[?]?$/i.exec(words)
  if (why) return explain(request, why[1])
  const change = parseAgendaChange(words)
  if (change) return reply(changedMessage(locale, await changeAgenda(context, actor, null, change)))
  await reply(draftMessage(locale, await draftAgenda(context, actor, parseAgendaWords(words))))
}

async function help({ locale, reply }: CommandRequest): Promise<void> {
  const texts = [t(locale, 'agenda.help'), t(locale, 'agenda.change_help')]
  await reply(message('/agenda', texts.map(paragraph)))
}

async function explain({ context, actor, locale, reply }: CommandRequest, no: string | undefined): Promise<void> {
  if (no === undefined) throw new DomainError('agenda.which_unknown')
  await reply(whyNotMessage(locale, await explainWhyNot(context, actor, null, wholeNumber(no))))
}

async function openForm(request: CommandRequest): Promise<void> {
  const { context, actor, locale, channel, client, triggerId } = request
  const suggestion = await suggestMeeting(context, actor)
  await client.views.open({ trigger_id: triggerId, view: agendaModal(locale, suggestion, { channel }) })
}
