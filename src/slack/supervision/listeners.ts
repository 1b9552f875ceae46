import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { approveFromButton, openSlipForm, showSlipFromButton, turnOverdue, turnSlips } from './buttons.ts'
import { checkSignature, checkSlipReasonField, submitSignature, submitSlipReason } from './submit.ts'

/** Registers the listeners of supervision, one line each. */
export function registerSupervisionListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.supervision.sign }, onAction(edge, openSlipForm('sign')))
  app.action({ type: 'block_actions', action_id: ids.supervision.decline }, onAction(edge, openSlipForm('decline')))
  app.action({ type: 'block_actions', action_id: ids.supervision.withdraw }, onAction(edge, openSlipForm('withdraw')))
  app.action({ type: 'block_actions', action_id: ids.supervision.approve }, onAction(edge, approveFromButton))
  app.action({ type: 'block_actions', action_id: ids.supervision.show }, onAction(edge, showSlipFromButton))
  app.action({ type: 'block_actions', action_id: ids.supervision.page }, onAction(edge, turnSlips))
  app.action({ type: 'block_actions', action_id: ids.supervision.overduePage }, onAction(edge, turnOverdue))
  app.view(
    { type: 'view_submission', callback_id: ids.supervision.signModal },
    onSubmit(edge, checkSignature, submitSignature),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.supervision.reasonModal },
    onSubmit(edge, checkSlipReasonField, submitSlipReason),
  )
}
