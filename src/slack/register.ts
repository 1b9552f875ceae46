import type { App } from '@slack/bolt'
import { openHome } from './home/open-home.ts'
import { ids } from './ids.ts'
import {
  issueCommand,
  raiseAnyway,
  raiseForTask,
  raiseFromMessage,
  requireFromButton,
  showFromButton,
  withdrawFromButton,
} from './issue/command.ts'
import { checkIssue, pendingIssue, submitIssue } from './issue/submit.ts'
import { type Edge, onAction, onCommand, onShortcut, onSubmit } from './listen.ts'
import { chooseTask, openOwed, progressCommand, withdraw } from './progress/command.ts'
import { checkProgress, submitProgress } from './progress/submit.ts'

/** Registers every listener of the bot, one line each; a test holds this list and manifest.yml equal. */
export function registerListeners(app: App, edge: Edge): void {
  app.command('/progress', onCommand(edge, progressCommand))
  app.action({ type: 'block_actions', action_id: ids.progress.task }, onAction(edge, chooseTask))
  app.action({ type: 'block_actions', action_id: ids.progress.open }, onAction(edge, openOwed))
  app.action({ type: 'block_actions', action_id: ids.progress.withdraw }, onAction(edge, withdraw))
  app.view({ type: 'view_submission', callback_id: ids.progress.modal }, onSubmit(edge, checkProgress, submitProgress))

  app.command('/issue', onCommand(edge, issueCommand))
  app.shortcut({ type: 'message_action', callback_id: ids.issue.fromMessage }, onShortcut(edge, raiseFromMessage))
  app.action({ type: 'block_actions', action_id: ids.issue.raise }, onAction(edge, raiseForTask))
  app.action({ type: 'block_actions', action_id: ids.issue.raiseAnyway }, onAction(edge, raiseAnyway))
  app.action({ type: 'block_actions', action_id: ids.issue.show }, onAction(edge, showFromButton))
  app.action({ type: 'block_actions', action_id: ids.issue.withdraw }, onAction(edge, withdrawFromButton))
  app.action({ type: 'block_actions', action_id: ids.issue.require }, onAction(edge, requireFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.issue.modal },
    onSubmit(edge, checkIssue, submitIssue, pendingIssue),
  )

  app.event('app_home_opened', openHome(edge))
  app.event('user_change', async ({ event, context }) => {
    edge.locales.forget(context.teamId ?? '', event.user.id)
  })
  app.error(async (error) => {
    edge.log.error({ err: error.original ?? error }, 'a listener failed')
  })
}
