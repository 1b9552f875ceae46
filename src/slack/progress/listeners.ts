import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { turnBoard } from './board.ts'
import { progressCommand, showFiled, withdraw } from './command.ts'
import { chooseTask, openOwed, saveFromForm } from './form.ts'
import { historyFromButton, turnHistory } from './history.ts'
import { checkProgress, submitProgress } from './submit.ts'
import { confirmUnchanged, unchangedFromButton } from './unchanged.ts'

/** What the bot listens to for `src/slack/progress`: `/progress`, and its buttons and forms. */
export function registerProgressListeners(app: App, edge: Edge): void {
  app.command('/progress', onCommand(edge, progressCommand))
  app.action({ type: 'block_actions', action_id: ids.progress.task }, onAction(edge, chooseTask))
  app.action({ type: 'block_actions', action_id: ids.progress.open }, onAction(edge, openOwed))
  app.action({ type: 'block_actions', action_id: ids.progress.withdraw }, onAction(edge, withdraw))
  app.view({ type: 'view_submission', callback_id: ids.progress.modal }, onSubmit(edge, checkProgress, submitProgress))
  app.action({ type: 'block_actions', action_id: ids.progress.saveDraft }, onAction(edge, saveFromForm))
  app.action({ type: 'block_actions', action_id: ids.progress.listFiled }, onAction(edge, showFiled))
  app.action({ type: 'block_actions', action_id: ids.progress.unchanged }, onAction(edge, unchangedFromButton))
  app.action({ type: 'block_actions', action_id: ids.progress.fileUnchanged }, onAction(edge, confirmUnchanged))
  app.action({ type: 'block_actions', action_id: ids.progress.boardPage }, onAction(edge, turnBoard))
  app.action({ type: 'block_actions', action_id: ids.progress.history }, onAction(edge, historyFromButton))
  app.action({ type: 'block_actions', action_id: ids.progress.historyPage }, onAction(edge, turnHistory))
}
