import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onShortcut, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import {
  issueCommand,
  raiseAnyway,
  raiseForTask,
  raiseFromMessage,
  requireFromButton,
  showFromButton,
  withdrawFromButton,
} from './command.ts'
import { checkIssue, pendingIssue, submitIssue } from './submit.ts'

/** What the bot listens to for `src/slack/issue`: `/issue`, and its buttons and forms. */
export function registerIssueListeners(app: App, edge: Edge): void {
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
}
