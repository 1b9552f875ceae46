import type { App } from '@slack/bolt'
import { ids } from '../ids.ts'
import { onAction, onCommand, onSubmit } from '../requests/listen.ts'
import type { Edge } from '../requests/request.ts'
import { openChannels, readChannels, submitChannels } from './channels.ts'
import { planCommand, sendExport, useChosen } from './command.ts'
import { checkImport, confirmImport, draftOf, openImport, submitImport } from './import.ts'
import { readingModal } from './import-views.ts'
import { checkMembers, openMembers, showMembers, submitMembers } from './members.ts'
import { checkPlanSettings, confirmSettings, openSettingsForm, submitPlanSettings } from './settings.ts'

/** What the bot listens to for `src/slack/plan`: `/plan`, and its buttons and forms. */
export function registerPlanListeners(app: App, edge: Edge): void {
  app.command('/plan', onCommand(edge, planCommand))
  app.action({ type: 'block_actions', action_id: ids.plan.openImport }, onAction(edge, openImport))
  app.action({ type: 'block_actions', action_id: ids.plan.use }, onAction(edge, useChosen))
  app.action({ type: 'block_actions', action_id: ids.plan.export }, onAction(edge, sendExport))
  app.action({ type: 'block_actions', action_id: ids.plan.openChannels }, onAction(edge, openChannels))
  app.action({ type: 'block_actions', action_id: ids.members.open }, onAction(edge, showMembers))
  app.action({ type: 'block_actions', action_id: ids.members.change }, onAction(edge, openMembers))
  app.view(
    { type: 'view_submission', callback_id: ids.plan.importModal },
    onSubmit(edge, checkImport, submitImport, readingModal),
  )
  app.view({ type: 'view_submission', callback_id: ids.plan.confirmModal }, onSubmit(edge, draftOf, confirmImport))
  app.view(
    { type: 'view_submission', callback_id: ids.plan.channelsModal },
    onSubmit(edge, readChannels, submitChannels),
  )
  app.view({ type: 'view_submission', callback_id: ids.members.modal }, onSubmit(edge, checkMembers, submitMembers))
  app.action({ type: 'block_actions', action_id: ids.settings.open }, onAction(edge, openSettingsForm))
  app.action({ type: 'block_actions', action_id: ids.settings.confirm }, onAction(edge, confirmSettings))
  app.view(
    { type: 'view_submission', callback_id: ids.settings.modal },
    onSubmit(edge, checkPlanSettings, submitPlanSettings),
  )
}
