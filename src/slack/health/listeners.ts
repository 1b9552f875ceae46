import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { dismissFromButton, resendAllFromButton, resendFromButton, turnHealth } from './command.ts'

/** What the bot listens to for `src/slack/health`: its buttons. */
export function registerHealthListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.health.resend }, onAction(edge, resendFromButton))
  app.action({ type: 'block_actions', action_id: ids.health.dismiss }, onAction(edge, dismissFromButton))
  app.action({ type: 'block_actions', action_id: ids.health.resendAll }, onAction(edge, resendAllFromButton))
  app.action({ type: 'block_actions', action_id: ids.health.page }, onAction(edge, turnHealth))
}
