import { parseDueWords } from '../../domain/action/due-words.ts'
import { parseTodoWords, type TodoWords } from '../../domain/action/todo-words.ts'
import { t } from '../../i18n/translate.ts'
import { listActions, showAction } from '../../usecases/action/list-actions.ts'
import { type ActionForm, openAction } from '../../usecases/action/open-action.ts'
import { verifyAction } from '../../usecases/action/verify-action.ts'
import { message, paragraph } from '../blocks.ts'
import type { CommandRequest } from '../requests/request.ts'
import { namesSlip, showSlipByWords, supervisionVerbs } from '../supervision/command.ts'
import { findVerb } from '../verbs.ts'
import { actionMessages, settledMessage, todoMessage } from './messages.ts'
import { ask, cancel, extend, giveBack, report } from './submit.ts'
import { actionModal } from './views.ts'

type Deed = Extract<TodoWords, { kind: 'act' }>

/** `/todo`: what waits for the person, one action, or what is done to it; without a reason or evidence, its form. */
export async function todoCommand(request: CommandRequest): Promise<void> {
  const { context, actor, locale, reply } = request
  const verb = findVerb(supervisionVerbs, request.words)
  if (verb) return verb.handle(request, verb.rest)
  if (namesSlip(request.words)) return showSlipByWords(request, request.words)
  const words = parseTodoWords(request.words)
  if (words.kind === 'help')
    return reply(message('/todo', [paragraph(t(locale, 'todo.help')), paragraph(t(locale, 'supervision.help'))]))
  if (words.kind === 'list')
    return reply(todoMessage(locale, await listActions(context, actor, words.scope), words.page))
  await act(request, words)
}

async function act(request: CommandRequest, words: Deed): Promise<void> {
  const { context, actor, locale, reply } = request
  const { verb, no, text } = words
  switch (verb) {
    case 'show':
      return showOne(request, no)
    case 'verify':
      return reply(settledMessage(locale, 'verified', await verifyAction(context, actor, no)))
    case 'done':
      return text === '' ? openForm(request, words, 'report') : report(request, no, text)
    case 'return':
      return text === '' ? openForm(request, words, 'return') : giveBack(request, no, text)
    case 'cancel':
      return text === '' ? openForm(request, words, 'cancel') : cancel(request, no, text)
    case 'extend':
      return later(request, words)
  }
}

async function showOne({ context, actor, locale, reply }: CommandRequest, no: number): Promise<void> {
  for (const part of actionMessages(locale, await showAction(context, actor, no))) await reply(part)
}

/** The office sets a later day; the owner asks for it. */
async function later(request: CommandRequest, words: Deed): Promise<void> {
  const { no, day, text } = words
  const { action } = await showAction(request.context, request.actor, no)
  const sets = action.mayExtend || action.part !== 'owner'
  if (day === '' || text === '') return openForm(request, words, sets ? 'extend' : 'ask')
  await (sets ? extend : ask)(request, no, day, text)
}

async function openForm(request: CommandRequest, { no, day, text }: Deed, form: ActionForm): Promise<void> {
  const { context, actor, locale, client, triggerId, channel } = request
  const opened = await openAction(context, actor, no, form)
  const typed = day === '' ? null : parseDueWords(day, context.now().setZone(opened.zone))
  const start = { day: typed, reason: text }
  const view = actionModal(locale, form, opened, { channel, home: false }, start)
  await client.views.open({ trigger_id: triggerId, view })
}
