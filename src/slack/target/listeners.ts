import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { openTargetForm, showChosen, turnHistory, undoFromButton } from './buttons.ts'
import { recordChosen, targetCommand } from './command.ts'
import { checkTargetImport, confirmTargetImport, previewedImport, submitTargetImport } from './import.ts'
import { readingTableModal } from './import-views.ts'
import { checkMeasurement, submitMeasurement } from './submit.ts'

/** What the bot listens to for `src/slack/target`: `/target`, and its buttons and forms. */
export function registerTargetListeners(app: App, edge: Edge): void {
  app.command('/target', onCommand(edge, targetCommand))
  app.action({ type: 'block_actions', action_id: ids.target.open }, onAction(edge, openTargetForm))
  app.action({ type: 'block_actions', action_id: ids.target.choose }, onAction(edge, recordChosen))
  app.view(
    { type: 'view_submission', callback_id: ids.target.modal },
    onSubmit(edge, checkMeasurement, submitMeasurement),
  )
  app.action({ type: 'block_actions', action_id: ids.target.show }, onAction(edge, showChosen))
  app.action({ type: 'block_actions', action_id: ids.target.history }, onAction(edge, turnHistory))
  app.action({ type: 'block_actions', action_id: ids.target.undo }, onAction(edge, undoFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.target.importModal },
    onSubmit(edge, checkTargetImport, submitTargetImport, readingTableModal),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.target.confirmModal },
    onSubmit(edge, previewedImport, confirmTargetImport, readingTableModal),
  )
}
