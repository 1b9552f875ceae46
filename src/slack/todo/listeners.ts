import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { agreeExtensionFromButton, openForm, showActionFromButton, turnPage, verifyFromButton } from './buttons.ts'
import { todoCommand } from './command.ts'
import { checkDay, checkDone, checkReasonField, submitDay, submitDone, submitReason } from './submit.ts'

/** What the bot listens to for `src/slack/todo`: `/todo`, and its buttons and forms. */
export function registerTodoListeners(app: App, edge: Edge): void {
  app.command('/todo', onCommand(edge, todoCommand))
  app.action({ type: 'block_actions', action_id: ids.todo.done }, onAction(edge, openForm('report')))
  app.action({ type: 'block_actions', action_id: ids.todo.ask }, onAction(edge, openForm('ask')))
  app.action({ type: 'block_actions', action_id: ids.todo.return }, onAction(edge, openForm('return')))
  app.action({ type: 'block_actions', action_id: ids.todo.extend }, onAction(edge, openForm('extend')))
  app.action({ type: 'block_actions', action_id: ids.todo.cancel }, onAction(edge, openForm('cancel')))
  app.action({ type: 'block_actions', action_id: ids.todo.verify }, onAction(edge, verifyFromButton))
  app.action({ type: 'block_actions', action_id: ids.todo.agree }, onAction(edge, agreeExtensionFromButton))
  app.action({ type: 'block_actions', action_id: ids.todo.show }, onAction(edge, showActionFromButton))
  app.action({ type: 'block_actions', action_id: ids.todo.page }, onAction(edge, turnPage))
  app.view({ type: 'view_submission', callback_id: ids.todo.doneModal }, onSubmit(edge, checkDone, submitDone))
  app.view({ type: 'view_submission', callback_id: ids.todo.dayModal }, onSubmit(edge, checkDay, submitDay))
  app.view(
    { type: 'view_submission', callback_id: ids.todo.reasonModal },
    onSubmit(edge, checkReasonField, submitReason),
  )
}
