import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { redraftFromButton, signFromButton, submitFromButton } from './command.ts'

/** What the bot listens to for `src/slack/minutes`: its buttons and forms. */
export function registerMinutesListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.minutes.submit }, onAction(edge, submitFromButton))
  app.action({ type: 'block_actions', action_id: ids.minutes.redraft }, onAction(edge, redraftFromButton))
  app.action({ type: 'block_actions', action_id: ids.minutes.sign }, onAction(edge, signFromButton))
}
