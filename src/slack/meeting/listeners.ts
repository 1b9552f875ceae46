import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { doFromButton, keepFromButton, meetingCommand } from './command.ts'
import {
  checkCancel,
  checkMeeting,
  checkSeries,
  checkSettings,
  submitCancel,
  submitEnd,
  submitMeeting,
  submitMove,
  submitSeries,
  submitSettings,
} from './submit.ts'

/** What the bot listens to for `src/slack/meeting`: `/meeting`, and its buttons and forms. */
export function registerMeetingListeners(app: App, edge: Edge): void {
  app.command('/meeting', onCommand(edge, meetingCommand))
  app.action({ type: 'block_actions', action_id: ids.meeting.openNew }, onAction(edge, doFromButton))
  app.action({ type: 'block_actions', action_id: ids.meeting.openSeries }, onAction(edge, doFromButton))
  app.action({ type: 'block_actions', action_id: ids.meeting.openCancel }, onAction(edge, doFromButton))
  app.action({ type: 'block_actions', action_id: ids.meeting.more }, onAction(edge, doFromButton))
  app.action({ type: 'block_actions', action_id: ids.meeting.keep }, onAction(edge, keepFromButton))
  app.view({ type: 'view_submission', callback_id: ids.meeting.seriesModal }, onSubmit(edge, checkSeries, submitSeries))
  app.view(
    { type: 'view_submission', callback_id: ids.meeting.settingsModal },
    onSubmit(edge, checkSettings, submitSettings),
  )
  app.view({ type: 'view_submission', callback_id: ids.meeting.modal }, onSubmit(edge, checkMeeting, submitMeeting))
  app.view({ type: 'view_submission', callback_id: ids.meeting.moveModal }, onSubmit(edge, checkMeeting, submitMove))
  app.view({ type: 'view_submission', callback_id: ids.meeting.cancelModal }, onSubmit(edge, checkCancel, submitCancel))
  app.view({ type: 'view_submission', callback_id: ids.meeting.endModal }, onSubmit(edge, checkCancel, submitEnd))
}
