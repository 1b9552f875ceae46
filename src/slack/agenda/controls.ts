import type { AgendaChange } from '../../domain/agenda/fixes.ts'
import { DomainError } from '../../domain/errors.ts'
import { changeAgenda, explainWhyNot } from '../../usecases/agenda/change-agenda.ts'
import { publishAgenda } from '../../usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../usecases/agenda/show-agenda.ts'
import type { ActionRequest } from '../requests/request.ts'
import { type ControlValue, type ItemChoice, readControl } from './draft-controls.ts'
import { changedMessage, receiptMessage, whyNotMessage } from './messages.ts'
import { addIssueModal, itemMinutesModal } from './views.ts'

/** “Publish” under a draft. */
export async function publishFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { pick, planId } = readControl(request.value)
  await reply(receiptMessage(locale, await publishAgenda(context, actorIn(request, planId), pick)))
}

/** “Up” under an item. */
export async function moveUp(request: ActionRequest): Promise<void> {
  const control = readControl(request.value)
  await change(request, control, { kind: 'up', no: control.no })
}

/** “Down” under an item. */
export async function moveDown(request: ActionRequest): Promise<void> {
  const control = readControl(request.value)
  await change(request, control, { kind: 'down', no: control.no })
}

/** The menu under an item: pins, minutes, putting it off. */
export async function changeItem(request: ActionRequest): Promise<void> {
  const { client, locale, triggerId, responseUrl } = request
  const control = readControl(request.value)
  const choice = control.choice as ItemChoice
  if (choice !== 'change_minutes') return change(request, control, { kind: choice, no: control.no })
  const { items } = await draftOf(request, control)
  const minutes = items.find((item) => item.no === control.no)?.minutes ?? null
  const metadata = { ...control, responseUrl, channel: request.channel }
  await client.views.open({ trigger_id: triggerId, view: itemMinutesModal(locale, minutes, metadata) })
}

/** “Order by score” or “by least waiting” under a draft. */
export async function changeMode(request: ActionRequest): Promise<void> {
  const control = readControl(request.value)
  await change(request, control, { kind: 'mode', mode: control.choice === 'score' ? 'score' : 'waiting' })
}

/** “Add an issue” under a draft: the form with those left out. */
export async function openAddIssue(request: ActionRequest): Promise<void> {
  const { client, locale, triggerId, responseUrl, channel } = request
  const control = readControl(request.value)
  const notice = await draftOf(request, control)
  const metadata = { ...control, responseUrl, channel }
  await client.views.open({ trigger_id: triggerId, view: addIssueModal(locale, notice, metadata) })
}

/** “Why not …?” under a draft. */
export async function whyNot(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { planId, pick, no } = readControl(request.value)
  await reply(whyNotMessage(locale, await explainWhyNot(context, actorIn(request, planId), pick, no)))
}

/** The draft that a control belongs to. @throws DomainError `agenda.unknown` where another has taken its place */
async function draftOf(request: ActionRequest, { planId, pick }: ControlValue) {
  const { notice } = await showAgenda(request.context, actorIn(request, planId), pick.meetingId)
  if (notice.draft !== pick.draft) throw new DomainError('agenda.unknown')
  return notice
}

async function change(request: ActionRequest, { planId, pick }: ControlValue, wanted: AgendaChange): Promise<void> {
  const { context, locale, replace } = request
  await replace(changedMessage(locale, await changeAgenda(context, actorIn(request, planId), pick, wanted)))
}

/** Agendas from before drafts named their plan have none. */
function actorIn({ actor }: Pick<ActionRequest, 'actor'>, planId: number) {
  return planId > 0 ? { ...actor, planId } : actor
}
