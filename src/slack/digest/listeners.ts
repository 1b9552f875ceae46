import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { approveFromButton, listTargetsFromButton, listUnitsFromButton, showWhole } from './buttons.ts'
import { digestCommand, postPreviewed } from './command.ts'
import { readInterpretation, submitInterpretation } from './interpretation.ts'
import { endFromButton, openFromButton, readSubscription, submitSubscription } from './subscribe.ts'
import { takeBackFromButton } from './take-back.ts'

/** What the bot listens to for `src/slack/digest`: `/digest`, and its buttons and forms. */
export function registerDigestListeners(app: App, edge: Edge): void {
  app.command('/digest', onCommand(edge, digestCommand))
  app.action({ type: 'block_actions', action_id: ids.digest.post }, onAction(edge, postPreviewed))
  app.action({ type: 'block_actions', action_id: ids.digest.targets }, onAction(edge, listTargetsFromButton))
  app.action({ type: 'block_actions', action_id: ids.digest.units }, onAction(edge, listUnitsFromButton))
  app.action({ type: 'block_actions', action_id: ids.digest.approve }, onAction(edge, approveFromButton))
  app.action({ type: 'block_actions', action_id: ids.digest.show }, onAction(edge, showWhole))
  app.action({ type: 'block_actions', action_id: ids.digest.openSubscribe }, onAction(edge, openFromButton))
  app.action({ type: 'block_actions', action_id: ids.digest.unsubscribe }, onAction(edge, endFromButton))
  app.action({ type: 'block_actions', action_id: ids.digest.takeBack }, onAction(edge, takeBackFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.digest.subscribeModal },
    onSubmit(edge, readSubscription, submitSubscription),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.digest.interpretModal },
    onSubmit(edge, readInterpretation, submitInterpretation),
  )
}
