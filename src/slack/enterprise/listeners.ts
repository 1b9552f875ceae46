import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import {
  openAdd,
  openChange,
  openCorrection,
  openEnd,
  openNewVisit,
  openRemoval,
  raiseForEnterprise,
  showFromButton,
  turnListPage,
} from './buttons.ts'
import { checkCorrection, checkEnterprise, checkReasonField, checkVisit } from './check.ts'
import { pendingVisit, submitCorrection, submitEnd, submitEnterprise, submitRemoval, submitVisit } from './submit.ts'

/** What the bot listens to for `src/slack/enterprise`: its buttons and forms. */
export function registerEnterpriseListeners(app: App, edge: Edge): void {
  app.action({ type: 'block_actions', action_id: ids.enterprise.list }, onAction(edge, turnListPage))
  app.action({ type: 'block_actions', action_id: ids.enterprise.add }, onAction(edge, openAdd))
  app.action({ type: 'block_actions', action_id: ids.enterprise.change }, onAction(edge, openChange))
  app.action({ type: 'block_actions', action_id: ids.enterprise.end }, onAction(edge, openEnd))
  app.action({ type: 'block_actions', action_id: ids.enterprise.visit }, onAction(edge, openNewVisit))
  app.action({ type: 'block_actions', action_id: ids.enterprise.correct }, onAction(edge, openCorrection))
  app.action({ type: 'block_actions', action_id: ids.enterprise.remove }, onAction(edge, openRemoval))
  app.action({ type: 'block_actions', action_id: ids.enterprise.raise }, onAction(edge, raiseForEnterprise))
  app.view(
    { type: 'view_submission', callback_id: ids.enterprise.modal },
    onSubmit(edge, checkEnterprise, submitEnterprise),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.enterprise.visitModal },
    onSubmit(edge, checkVisit, submitVisit, pendingVisit),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.enterprise.correctModal },
    onSubmit(edge, checkCorrection, submitCorrection),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.enterprise.removeModal },
    onSubmit(edge, checkReasonField, submitRemoval),
  )
  app.action({ type: 'block_actions', action_id: ids.enterprise.show }, onAction(edge, showFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.enterprise.endModal },
    onSubmit(edge, checkReasonField, submitEnd),
  )
}
