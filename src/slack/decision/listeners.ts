import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { checkOutcome } from './check.ts'
import { addAction, openSettlement, submitOutcome } from './submit.ts'

/** What the bot listens to for `src/slack/decision`: its buttons and forms. */
export function registerDecisionListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.decision.settle }, onAction(edge, openSettlement))
  app.action({ type: 'block_actions', action_id: ids.decision.addAction }, onAction(edge, addAction))
  app.view(
    { type: 'view_submission', callback_id: ids.decision.modal },
    onSubmit(edge, checkOutcome, submitOutcome, 'back'),
  )
}
