import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import {
  milestonesFromButton,
  openMilestoneForm,
  openMilestoneFromButton,
  raiseForMilestone,
  turnRoadmap,
} from './buttons.ts'
import {
  checkMilestoneMove,
  checkMilestoneRemoval,
  checkNewMilestone,
  checkReached,
  submitMilestoneMove,
  submitMilestoneRemoval,
  submitNewMilestone,
  submitReached,
  submitReopening,
} from './submit.ts'

/** What the bot listens to for `src/slack/milestone`: its buttons and forms. */
export function registerMilestoneListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.milestone.list }, onAction(edge, milestonesFromButton))
  app.action({ type: 'block_actions', action_id: ids.milestone.page }, onAction(edge, turnRoadmap))
  app.action({ type: 'block_actions', action_id: ids.milestone.open }, onAction(edge, openMilestoneFromButton))
  app.action({ type: 'block_actions', action_id: ids.milestone.raise }, onAction(edge, raiseForMilestone))
  app.action({ type: 'block_actions', action_id: ids.milestone.done }, onAction(edge, openMilestoneForm('done')))
  app.action({ type: 'block_actions', action_id: ids.milestone.move }, onAction(edge, openMilestoneForm('move')))
  app.action({ type: 'block_actions', action_id: ids.milestone.reopen }, onAction(edge, openMilestoneForm('reopen')))
  app.action({ type: 'block_actions', action_id: ids.milestone.remove }, onAction(edge, openMilestoneForm('remove')))
  app.view(
    { type: 'view_submission', callback_id: ids.milestone.addModal },
    onSubmit(edge, checkNewMilestone, submitNewMilestone),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.milestone.doneModal },
    onSubmit(edge, checkReached, submitReached),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.milestone.moveModal },
    onSubmit(edge, checkMilestoneMove, submitMilestoneMove),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.milestone.reopenModal },
    onSubmit(edge, checkMilestoneRemoval, submitReopening),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.milestone.removeModal },
    onSubmit(edge, checkMilestoneRemoval, submitMilestoneRemoval),
  )
}
