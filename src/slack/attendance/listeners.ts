import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { attendFromButton, openCannot, openDeputy, resolveFromButton } from './command.ts'
import { checkCannot, checkDeputy, submitReply } from './submit.ts'

/** What the bot listens to for `src/slack/attendance`: its buttons and forms. */
export function registerAttendanceListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.attendance.attend }, onAction(edge, attendFromButton))
  app.action({ type: 'block_actions', action_id: ids.attendance.deputy }, onAction(edge, openDeputy))
  app.action({ type: 'block_actions', action_id: ids.attendance.cannot }, onAction(edge, openCannot))
  app.action({ type: 'block_actions', action_id: ids.attendance.resolve }, onAction(edge, resolveFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.attendance.deputyModal },
    onSubmit(edge, checkDeputy, submitReply),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.attendance.cannotModal },
    onSubmit(edge, checkCannot, submitReply),
  )
}
