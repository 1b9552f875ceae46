import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { agendaCommand } from './command.ts'
import { changeItem, changeMode, moveDown, moveUp, openAddIssue, publishFromButton, whyNot } from './controls.ts'
import {
  checkAgenda,
  checkItemMinutes,
  chosenIssue,
  submitAddIssue,
  submitAgenda,
  submitItemMinutes,
} from './submit.ts'

/** What the bot listens to for `src/slack/agenda`: `/agenda`, and its buttons and forms. */
export function registerAgendaListeners(app: App, edge: Edge): void {
  app.command('/agenda', onCommand(edge, agendaCommand))
  app.action({ type: 'block_actions', action_id: ids.agenda.publish }, onAction(edge, publishFromButton))
  app.action({ type: 'block_actions', action_id: ids.agenda.up }, onAction(edge, moveUp))
  app.action({ type: 'block_actions', action_id: ids.agenda.down }, onAction(edge, moveDown))
  app.action({ type: 'block_actions', action_id: ids.agenda.more }, onAction(edge, changeItem))
  app.action({ type: 'block_actions', action_id: ids.agenda.otherMode }, onAction(edge, changeMode))
  app.action({ type: 'block_actions', action_id: ids.agenda.add }, onAction(edge, openAddIssue))
  app.action({ type: 'block_actions', action_id: ids.agenda.whyNot }, onAction(edge, whyNot))
  app.view({ type: 'view_submission', callback_id: ids.agenda.modal }, onSubmit(edge, checkAgenda, submitAgenda))
  app.view(
    { type: 'view_submission', callback_id: ids.agenda.minutesModal },
    onSubmit(edge, checkItemMinutes, submitItemMinutes),
  )
  app.view({ type: 'view_submission', callback_id: ids.agenda.addModal }, onSubmit(edge, chosenIssue, submitAddIssue))
}
