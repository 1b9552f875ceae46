import { type TodoScope, todoScopes } from '../../domain/action/todo-words.ts'
import { agreeExtension } from '../../usecases/action/extend-action.ts'
import { listActions, showAction } from '../../usecases/action/list-actions.ts'
import { type ActionForm, openAction } from '../../usecases/action/open-action.ts'
import { verifyAction } from '../../usecases/action/verify-action.ts'
import { refreshHome } from '../home/refresh-home.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest } from '../requests/request.ts'
import { actionMessages, extendedMessage, settledMessage, todoMessage } from './messages.ts'
import { actionModal } from './views.ts'

/** The button that opens the form of what is to be done to an action. */
export function openForm(form: ActionForm) {
  return async (request: ActionRequest): Promise<void> => {
    const { context, locale, client, triggerId, channel } = request
    const { actor, no } = namedIn(request)
    const opened = await openAction(context, actor, no, form)
    const view = actionModal(locale, form, opened, { channel, home: isHome(request) })
    const show = request.body.view?.type === 'modal' ? client.views.push : client.views.open
    await show({ trigger_id: triggerId, view })
  }
}

/** 核实 */
export async function verifyFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no } = namedIn(request)
  await reply(settledMessage(locale, 'verified', await verifyAction(context, actor, no)))
  await afterwards(request)
}

/** 同意延期: the button names the day it was shown with. */
export async function agreeExtensionFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no, rest } = namedIn(request)
  await reply(extendedMessage(locale, await agreeExtension(context, actor, no, rest)))
  await afterwards(request)
}

/** The button that shows an action in full. */
export async function showActionFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, no } = namedIn(request)
  for (const part of actionMessages(locale, await showAction(context, actor, no))) await reply(part)
}

/** Another page of a list, in its place. */
export async function turnPage(request: ActionRequest): Promise<void> {
  const { context, actor, locale, replace } = request
  const { planId, value } = ofPlan(request.value)
  const [scope = '', page] = value.split('/')
  const list = await listActions(context, { ...actor, planId }, isScope(scope) ? scope : 'mine')
  await replace(todoMessage(locale, list, wholeNumber(page)))
}

function namedIn({ actor, value }: ActionRequest) {
  const { planId, value: named } = ofPlan(value)
  const [no = '', rest = ''] = named.split('/')
  return { actor: { ...actor, planId }, no: wholeNumber(no), rest }
}

const isScope = (word: string): word is TodoScope => todoScopes.some((scope) => scope === word)

const isHome = ({ body }: ActionRequest) => body.view?.type === 'home'

async function afterwards(request: ActionRequest): Promise<void> {
  if (isHome(request)) await refreshHome(request)
}
