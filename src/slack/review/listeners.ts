import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { acceptFromButton, openReturn, openReview, turnReview } from './command.ts'
import { closeFromButton } from './period.ts'
import { checkReviewReason, submitReviewReason } from './submit.ts'

/** What the bot listens to for `src/slack/review`: its buttons and forms. */
export function registerReviewListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.review.open }, onAction(edge, openReview))
  app.action({ type: 'block_actions', action_id: ids.review.page }, onAction(edge, turnReview))
  app.action({ type: 'block_actions', action_id: ids.review.accept }, onAction(edge, acceptFromButton))
  app.action({ type: 'block_actions', action_id: ids.review.acceptAll }, onAction(edge, acceptFromButton))
  app.action({ type: 'block_actions', action_id: ids.review.return }, onAction(edge, openReturn))
  app.action({ type: 'block_actions', action_id: ids.review.returnOne }, onAction(edge, openReturn))
  app.action({ type: 'block_actions', action_id: ids.review.closePeriod }, onAction(edge, closeFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.review.reasonModal },
    onSubmit(edge, checkReviewReason, submitReviewReason),
  )
}
