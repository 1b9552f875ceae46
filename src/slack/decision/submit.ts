import { type OutcomeForm, outcomeForm } from '../../usecases/decision/outcome-form.ts'
import type { DecisionWish } from '../../usecases/decision/record-decision.ts'
import { settleIssue } from '../../usecases/issue/settle-issue.ts'
import { recordOutcome } from '../../usecases/meeting/record-outcome.ts'
import { refreshBoard } from '../board/refresh.ts'
import { ofPlan } from '../plan-value.ts'
import { readMetadata, wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, SubmitRequest } from '../requests/request.ts'
import { outcomeReceipt } from './messages.ts'
import { type OutcomeMetadata, outcomeMetadata, outcomeModal } from './views.ts'

/** Records what the form holds: at the item of a meeting, whose board below is brought up to date, or without one. */
export async function submitOutcome(request: SubmitRequest, wish: DecisionWish): Promise<void> {
  const { context, locale, reply } = request
  const { planId, issueNo, meetingNo, boardViewId, channel, seen } = request.metadata as OutcomeMetadata
  const actor = { ...request.actor, planId }
  const dueOn = wish.actions.map((action) => action.dueOn)
  if (meetingNo === null) return reply(outcomeReceipt(locale, await settleIssue(context, actor, issueNo, wish), dueOn))
  const record = () => recordOutcome(context, actor, { meetingNo, issueNo }, wish, seen)
  if (boardViewId === null) return reply(outcomeReceipt(locale, await record(), dueOn))
  await refreshBoard(request, { planId, meetingNo, channel }, boardViewId, record, true)
}

/** 加一项交办: one more group of fields; what was typed stays, because its fields keep their names. */
export async function addAction({ context, actor, locale, client, body }: ActionRequest): Promise<void> {
  const { view } = body
  if (!view) return
  const metadata = readMetadata(view.private_metadata) as OutcomeMetadata
  const form: OutcomeForm = await outcomeForm(context, { ...actor, planId: metadata.planId }, metadata)
  const more = { ...metadata, actions: metadata.actions + 1 }
  await client.views.update({ view_id: view.id, view: outcomeModal(locale, form, more) })
}

/** 会外议定 under an offer or in the view of an issue: the same form as at a meeting. */
export async function openSettlement(request: ActionRequest): Promise<void> {
  const { context, locale, client, triggerId, channel } = request
  const { planId, value } = ofPlan(request.value)
  const form = await outcomeForm(
    context,
    { ...request.actor, planId },
    { issueNo: wholeNumber(value), meetingNo: null },
  )
  const metadata = outcomeMetadata(form, { meetingNo: null, boardViewId: null, channel })
  await client.views.open({ trigger_id: triggerId, view: outcomeModal(locale, form, metadata) })
}
