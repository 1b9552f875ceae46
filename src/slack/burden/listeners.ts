import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { showUnitBurden, turnBurden } from './command.ts'

/** What the bot listens to for `src/slack/burden`: its buttons. */
export function registerBurdenListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.burden.unit }, onAction(edge, showUnitBurden))
  app.action({ type: 'block_actions', action_id: ids.burden.page }, onAction(edge, turnBurden))
  app.action({ type: 'block_actions', action_id: ids.burden.list }, onAction(edge, turnBurden))
}
