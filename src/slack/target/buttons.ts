import { DomainError } from '../../domain/errors.ts'
import { t } from '../../i18n/translate.ts'
import { listTargetStandings } from '../../usecases/target/list-targets.ts'
import { showTarget, showTargetHistory } from '../../usecases/target/show-target.ts'
import { undoMeasurement } from '../../usecases/target/undo-measurement.ts'
import { message } from '../blocks.ts'
import { ofPlan } from '../plan-value.ts'
import { AnswerError } from '../reply.ts'
import { optionalNumber, wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Request } from '../requests/request.ts'
import { targetCardMessage } from './card.ts'
import { targetHistoryMessage } from './history.ts'
import { undoneMessage } from './messages.ts'
import { targetModal } from './views.ts'

/** The button that opens the form; on a card it names its plan and target, which is chosen then. */
export async function openTargetForm(request: ActionRequest): Promise<void> {
  const { channel, triggerId, value } = request
  if (!value.includes('/')) return openForm(request, { channel, triggerId, chosen: null })
  const { actor, id } = namedIn(request)
  await openForm({ ...request, actor }, { channel, triggerId, chosen: id })
}

/** The choice of a target, in the list or where words left it open: its card. */
export async function showChosen(request: ActionRequest): Promise<void> {
  const { actor, id } = namedIn(request)
  await showCard({ ...request, actor }, id)
}

/** The button for a page of a target's history; from a card it is a message of its own, pages turn in their place. */
export async function turnHistory(request: ActionRequest): Promise<void> {
  const { actor, id, page } = namedIn(request)
  await showHistory({ ...request, actor }, id, page)
}

/** 撤销更正 */
export async function undoFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, id } = namedIn(request)
  await reply(undoneMessage(locale, await undoMeasurement(context, actor, id)))
}

/** The card of a target; without its chart where the workspace takes none. */
export async function showCard({ context, actor, locale, reply }: Request, targetId: number): Promise<void> {
  const shown = await showTarget(context, actor, targetId)
  try {
    await reply(targetCardMessage(locale, shown))
  } catch (error) {
    if (!(error instanceof AnswerError)) throw error
    await reply(targetCardMessage(locale, shown, 'without_chart'))
  }
}

/** A page (from 1) of a target's history. */
export async function showHistory(request: Request, targetId: number, page: number): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(targetHistoryMessage(locale, await showTargetHistory(context, actor, targetId), page))
}

/** The form for a value, for those who may record one. */
export async function openForm(
  request: Request,
  { channel, triggerId, chosen }: { channel: string | null; triggerId: string; chosen: number | null },
): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const list = await listTargetStandings(context, actor)
  const recordable = list.targets.filter(({ mayRecord }) => mayRecord)
  if (recordable.length === 0) return reply(message(t(locale, 'target.nothing')))
  // A long list offers its first hundred; the one that was asked for is among them.
  const offered = [...recordable].sort((one, other) => Number(other.id === chosen) - Number(one.id === chosen))
  await client.views.open({ trigger_id: triggerId, view: targetModal(locale, list, offered, channel, chosen) })
}

function namedIn({ actor, value }: ActionRequest) {
  const { planId, value: named } = ofPlan(value)
  const [id = '', page = ''] = named.split('/')
  if (!/^\d+$/.test(id)) throw new DomainError('target.gone')
  return { actor: { ...actor, planId }, id: wholeNumber(id), page: optionalNumber(page) ?? 1 }
}
