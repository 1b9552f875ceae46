import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { openPolicyFromButton, policiesFromButton, removePolicyFromButton, turnPolicies } from './command.ts'
import { checkPolicy, checkPolicyRemoval, submitPolicy, submitPolicyRemoval } from './submit.ts'

/** What the bot listens to for `src/slack/policy`: its buttons and forms. */
export function registerPolicyListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.policy.list }, onAction(edge, policiesFromButton))
  app.action({ type: 'block_actions', action_id: ids.policy.page }, onAction(edge, turnPolicies))
  app.action({ type: 'block_actions', action_id: ids.policy.open }, onAction(edge, openPolicyFromButton))
  app.action({ type: 'block_actions', action_id: ids.policy.remove }, onAction(edge, removePolicyFromButton))
  app.view({ type: 'view_submission', callback_id: ids.policy.addModal }, onSubmit(edge, checkPolicy, submitPolicy))
  app.view(
    { type: 'view_submission', callback_id: ids.policy.removeModal },
    onSubmit(edge, checkPolicyRemoval, submitPolicyRemoval),
  )
}
