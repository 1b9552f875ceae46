import type { App } from '@slack/bolt'
import { agendaCommand } from './agenda/command.ts'
import { changeItem, changeMode, moveDown, moveUp, openAddIssue, publishFromButton, whyNot } from './agenda/controls.ts'
import {
  checkAgenda,
  checkItemMinutes,
  chosenIssue,
  submitAddIssue,
  submitAgenda,
  submitItemMinutes,
} from './agenda/submit.ts'
import { attendFromButton, openCannot, openDeputy, resolveFromButton } from './attendance/command.ts'
import { checkCannot, checkDeputy, submitReply } from './attendance/submit.ts'
import {
  endFromBoard,
  openAttendance,
  openOutcome,
  readAttendance,
  refresh,
  stepOn,
  submitAttendance,
  takeUpItem,
} from './board/actions.ts'
import { showUnitBurden, turnBurden } from './burden/command.ts'
import { agreeFromButton, objectFromButton, openConsultation } from './consultation/command.ts'
import { checkObjection, checkProposalForm, submitObjection, submitProposal } from './consultation/submit.ts'
import { checkOutcome } from './decision/check.ts'
import { addAction, openSettlement, submitOutcome } from './decision/submit.ts'
import { digestCommand, postPreviewed } from './digest/command.ts'
import { openHome } from './home/open-home.ts'
import { ids } from './ids.ts'
import {
  issueCommand,
  raiseAnyway,
  raiseForTask,
  raiseFromMessage,
  requireFromButton,
  showFromButton,
  withdrawFromButton,
} from './issue/command.ts'
import { checkIssue, pendingIssue, submitIssue } from './issue/submit.ts'
import { type Edge, onAction, onCommand, onShortcut, onSubmit } from './listen.ts'
import { doFromButton, keepFromButton, meetingCommand } from './meeting/command.ts'
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
} from './meeting/submit.ts'
import { redraftFromButton as redraftMinutes, signFromButton, submitFromButton } from './minutes/command.ts'
import { openChannels, readChannels, submitChannels } from './plan/channels.ts'
import { planCommand, sendExport, useChosen } from './plan/command.ts'
import { checkImport, confirmImport, draftOf, openImport, submitImport } from './plan/import.ts'
import { readingModal } from './plan/import-views.ts'
import { checkMembers, openMembers, showMembers, submitMembers } from './plan/members.ts'
import { checkPlanSettings, confirmSettings, openSettingsForm, submitPlanSettings } from './plan/settings.ts'
import { chooseTask, openOwed, progressCommand, withdraw } from './progress/command.ts'
import { checkProgress, submitProgress } from './progress/submit.ts'
import { openTargetForm, recordChosen, targetCommand } from './target/command.ts'
import { checkMeasurement, submitMeasurement } from './target/submit.ts'
import { agreeExtensionFromButton, openForm, showActionFromButton, turnPage, verifyFromButton } from './todo/buttons.ts'
import { todoCommand } from './todo/command.ts'
import { checkDay, checkDone, checkReasonField, submitDay, submitDone, submitReason } from './todo/submit.ts'

/** Registers every listener of the bot, one line each; a test holds this list and manifest.yml equal. */
export function registerListeners(app: App, edge: Edge): void {
  app.command('/progress', onCommand(edge, progressCommand))
  app.action({ type: 'block_actions', action_id: ids.progress.task }, onAction(edge, chooseTask))
  app.action({ type: 'block_actions', action_id: ids.progress.open }, onAction(edge, openOwed))
  app.action({ type: 'block_actions', action_id: ids.progress.withdraw }, onAction(edge, withdraw))
  app.view({ type: 'view_submission', callback_id: ids.progress.modal }, onSubmit(edge, checkProgress, submitProgress))

  app.command('/issue', onCommand(edge, issueCommand))
  app.shortcut({ type: 'message_action', callback_id: ids.issue.fromMessage }, onShortcut(edge, raiseFromMessage))
  app.action({ type: 'block_actions', action_id: ids.issue.raise }, onAction(edge, raiseForTask))
  app.action({ type: 'block_actions', action_id: ids.issue.raiseAnyway }, onAction(edge, raiseAnyway))
  app.action({ type: 'block_actions', action_id: ids.issue.show }, onAction(edge, showFromButton))
  app.action({ type: 'block_actions', action_id: ids.issue.withdraw }, onAction(edge, withdrawFromButton))
  app.action({ type: 'block_actions', action_id: ids.issue.require }, onAction(edge, requireFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.issue.modal },
    onSubmit(edge, checkIssue, submitIssue, pendingIssue),
  )

  app.action({ type: 'block_actions', action_id: ids.consultation.open }, onAction(edge, openConsultation))
  app.action({ type: 'block_actions', action_id: ids.consultation.agree }, onAction(edge, agreeFromButton))
  app.action({ type: 'block_actions', action_id: ids.consultation.object }, onAction(edge, objectFromButton))
  app.view(
    { type: 'view_submission', callback_id: ids.consultation.modal },
    onSubmit(edge, checkProposalForm, submitProposal),
  )
  app.view(
    { type: 'view_submission', callback_id: ids.consultation.objectModal },
    onSubmit(edge, checkObjection, submitObjection),
  )

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
  app.action({ type: 'block_actions', action_id: ids.decision.settle }, onAction(edge, openSettlement))
  app.action({ type: 'block_actions', action_id: ids.decision.addAction }, onAction(edge, addAction))
  app.view(
    { type: 'view_submission', callback_id: ids.decision.modal },
    onSubmit(edge, checkOutcome, submitOutcome, 'back'),
  )
  app.action({ type: 'block_actions', action_id: ids.minutes.submit }, onAction(edge, submitFromButton))
  app.action({ type: 'block_actions', action_id: ids.minutes.redraft }, onAction(edge, redraftMinutes))
  app.action({ type: 'block_actions', action_id: ids.minutes.sign }, onAction(edge, signFromButton))

  app.command('/target', onCommand(edge, targetCommand))
  app.action({ type: 'block_actions', action_id: ids.target.open }, onAction(edge, openTargetForm))
  app.action({ type: 'block_actions', action_id: ids.target.choose }, onAction(edge, recordChosen))
  app.view(
    { type: 'view_submission', callback_id: ids.target.modal },
    onSubmit(edge, checkMeasurement, submitMeasurement),
  )

  app.command('/digest', onCommand(edge, digestCommand))
  app.action({ type: 'block_actions', action_id: ids.digest.post }, onAction(edge, postPreviewed))

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

  app.action({ type: 'block_actions', action_id: ids.burden.unit }, onAction(edge, showUnitBurden))
  app.action({ type: 'block_actions', action_id: ids.burden.page }, onAction(edge, turnBurden))
  app.action({ type: 'block_actions', action_id: ids.burden.list }, onAction(edge, turnBurden))

  app.event('app_home_opened', openHome(edge))
  app.event('user_change', async ({ event, context }) => {
    edge.locales.forget(context.teamId ?? '', event.user.id)
  })
  app.error(async (error) => {
    edge.log.error({ err: error.original ?? error }, 'a listener failed')
  })
}
