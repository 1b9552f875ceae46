import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import {
  endFromBoard,
  openAttendance,
  openOutcome,
  readAttendance,
  refresh,
  stepOn,
  submitAttendance,
  takeUpItem,
} from './actions.ts'

/** What the bot listens to for `src/slack/board`: its buttons and forms. */
export function registerBoardListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.board.record }, onAction(edge, openOutcome))
  app.action({ type: 'block_actions', action_id: ids.board.next }, onAction(edge, stepOn))
  app.action({ type: 'block_actions', action_id: ids.board.take }, onAction(edge, takeUpItem))
  app.action({ type: 'block_actions', action_id: ids.board.refresh }, onAction(edge, refresh))
  app.action({ type: 'block_actions', action_id: ids.board.attendance }, onAction(edge, openAttendance))
  app.action({ type: 'block_actions', action_id: ids.board.end }, onAction(edge, endFromBoard))
  app.view(
    { type: 'view_submission', callback_id: ids.board.attendanceModal },
    onSubmit(edge, readAttendance, submitAttendance, 'back'),
  )
}
