import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { agreeFromButton, objectFromButton, openConsultation } from './command.ts'
import { checkObjection, checkProposalForm, submitObjection, submitProposal } from './submit.ts'

/** What the bot listens to for `src/slack/consultation`: its buttons and forms. */
export function registerConsultationListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.consultation.open }, onAction(edge, openConsultation))
  app.action({ type: 'block_actions', action_id: ids.consultation.agree }, onAction(edge, agreeFromButton))
  app.action({ type: 'block_actions', action_id: ids.consultation.object }, onAction(edge, objectFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.consultation.modal },
    onSubmit(edge, checkProposalForm, submitProposal),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.consultation.objectModal },
    onSubmit(edge, checkObjection, submitObjection),
  )
}
