import { parseMeetingWords } from '../../src/domain/meeting/meeting-words.ts'
import { plainReply } from '../../src/domain/meeting/reply-words.ts'
import { parseSeriesWords } from '../../src/domain/meeting/series-words.ts'
import { defaultSettings } from '../../src/domain/plan-settings.ts'
import { askExtension } from '../../src/usecases/action/ask-extension.ts'
import { cancelAction } from '../../src/usecases/action/cancel-action.ts'
import { agreeExtension, extendAction } from '../../src/usecases/action/extend-action.ts'
import { listActions, showAction } from '../../src/usecases/action/list-actions.ts'
import { openAction } from '../../src/usecases/action/open-action.ts'
import { reportAction } from '../../src/usecases/action/report-action.ts'
import { returnAction } from '../../src/usecases/action/return-action.ts'
import { verifyAction } from '../../src/usecases/action/verify-action.ts'
import { changeAgenda, explainWhyNot } from '../../src/usecases/agenda/change-agenda.ts'
import { draftAgenda } from '../../src/usecases/agenda/draft-agenda.ts'
import { publishAgenda } from '../../src/usecases/agenda/publish-agenda.ts'
import { showAgenda } from '../../src/usecases/agenda/show-agenda.ts'
import { suggestMeeting } from '../../src/usecases/agenda/suggest-meeting.ts'
import { showBurden } from '../../src/usecases/burden/show-burden.ts'
import { answerConsultation, prepareAnswer } from '../../src/usecases/consultation/answer-consultation.ts'
import { askConsultation, prepareConsultation } from '../../src/usecases/consultation/ask-consultation.ts'
import type { Actor, Context } from '../../src/usecases/context.ts'
import { outcomeForm } from '../../src/usecases/decision/outcome-form.ts'
import { dismissDelivery } from '../../src/usecases/delivery/dismiss-delivery.ts'
import { resendAll, resendDelivery } from '../../src/usecases/delivery/resend-deliveries.ts'
import { showHealth } from '../../src/usecases/delivery/show-health.ts'
import { approveDigest, showPrepared } from '../../src/usecases/digest/approve-digest.ts'
import { interpretDigest, showInterpretation } from '../../src/usecases/digest/interpret-digest.ts'
import { listDigestSubscriptions } from '../../src/usecases/digest/list-subscriptions.ts'
import { listUnfiled } from '../../src/usecases/digest/list-unfiled.ts'
import { postDigest } from '../../src/usecases/digest/post-digest.ts'
import { previewDigest } from '../../src/usecases/digest/preview-digest.ts'
import { subscribeDigest } from '../../src/usecases/digest/subscribe-digest.ts'
import { listTakeBackChoices, takeBackDigest } from '../../src/usecases/digest/take-back-digest.ts'
import { unsubscribeDigest } from '../../src/usecases/digest/unsubscribe-digest.ts'
import { addEnterprise } from '../../src/usecases/enterprise/add-enterprise.ts'
import { changeEnterprise } from '../../src/usecases/enterprise/change-enterprise.ts'
import { correctVisit } from '../../src/usecases/enterprise/correct-visit.ts'
import { endEnterprise } from '../../src/usecases/enterprise/end-enterprise.ts'
import { listEnterprises } from '../../src/usecases/enterprise/list-enterprises.ts'
import { openEnterprise, openVisit } from '../../src/usecases/enterprise/open-enterprise.ts'
import { recordVisit } from '../../src/usecases/enterprise/record-visit.ts'
import { removeVisit } from '../../src/usecases/enterprise/remove-visit.ts'
import { showEnterprise } from '../../src/usecases/enterprise/show-enterprise.ts'
import { showHome } from '../../src/usecases/home/show-home.ts'
import { requireIssueAtMeeting, withdrawIssue } from '../../src/usecases/issue/change-issue.ts'
import { listConsultations } from '../../src/usecases/issue/list-consultations.ts'
import { issueChoices, listIssues, showIssue } from '../../src/usecases/issue/list-issues.ts'
import { raiseIssue } from '../../src/usecases/issue/raise-issue.ts'
import { prepareSettlement, settleIssue } from '../../src/usecases/issue/settle-issue.ts'
import { exportLedger } from '../../src/usecases/ledger/export-ledger.ts'
import { cancelMeeting } from '../../src/usecases/meeting/cancel-meeting.ts'
import { changeSeries } from '../../src/usecases/meeting/change-series.ts'
import { createSeries } from '../../src/usecases/meeting/create-series.ts'
import { endMeeting } from '../../src/usecases/meeting/end-meeting.ts'
import { endSeries } from '../../src/usecases/meeting/end-series.ts'
import { listMeetings, showMeetingForm, showSettingsForm } from '../../src/usecases/meeting/list-meetings.ts'
import { attendanceChoices, markAttendance } from '../../src/usecases/meeting/mark-attendance.ts'
import { moveMeeting } from '../../src/usecases/meeting/move-meeting.ts'
import { planMeeting } from '../../src/usecases/meeting/plan-meeting.ts'
import { recordOutcome, recordOutcomeWords } from '../../src/usecases/meeting/record-outcome.ts'
import { replyForm, replyToMeeting, showRoster } from '../../src/usecases/meeting/reply-to-meeting.ts'
import { sendCalendar } from '../../src/usecases/meeting/send-calendar.ts'
import { runningMeetingNo, showBoard, startMeeting } from '../../src/usecases/meeting/start-meeting.ts'
import { takeItem } from '../../src/usecases/meeting/take-item.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { listPlanMembers } from '../../src/usecases/member/list-plan-members.ts'
import { removeMembers } from '../../src/usecases/member/remove-members.ts'
import { addMilestone } from '../../src/usecases/milestone/add-milestone.ts'
import { finishMilestone } from '../../src/usecases/milestone/finish-milestone.ts'
import { listRoadmap } from '../../src/usecases/milestone/list-milestones.ts'
import { moveMilestone } from '../../src/usecases/milestone/move-milestone.ts'
import { openMilestone, openTasks } from '../../src/usecases/milestone/open-milestone.ts'
import { showRaisable } from '../../src/usecases/milestone/raise-milestone.ts'
import { removeMilestone } from '../../src/usecases/milestone/remove-milestone.ts'
import { reopenMilestone } from '../../src/usecases/milestone/reopen-milestone.ts'
import { amendMinutes } from '../../src/usecases/minutes/amend-minutes.ts'
import { draftMinutes, minutesPeople } from '../../src/usecases/minutes/draft-minutes.ts'
import { showMinutes } from '../../src/usecases/minutes/show-minutes.ts'
import { signMinutes } from '../../src/usecases/minutes/sign-minutes.ts'
import { submitMinutes } from '../../src/usecases/minutes/submit-minutes.ts'
import type { Action } from '../../src/usecases/permissions.ts'
import { changeSettings, openSettings, previewSettings, showSettings } from '../../src/usecases/plan/change-settings.ts'
import { exportPlan } from '../../src/usecases/plan/export-plan.ts'
import { setPlanChannels } from '../../src/usecases/plan/set-plan-channels.ts'
import { showPlan } from '../../src/usecases/plan/show-plan.ts'
import { addPolicy } from '../../src/usecases/policy/add-policy.ts'
import { openPolicy } from '../../src/usecases/policy/find-policy.ts'
import { listPolicies } from '../../src/usecases/policy/list-policies.ts'
import { removePolicy } from '../../src/usecases/policy/remove-policy.ts'
import { acceptReports } from '../../src/usecases/report/accept-reports.ts'
import { closePeriod, previewClosing, reopenPeriod } from '../../src/usecases/report/close-period.ts'
import { compileReport } from '../../src/usecases/report/compile-report.ts'
import { fileReport } from '../../src/usecases/report/file-report.ts'
import { fileUnchanged } from '../../src/usecases/report/file-unchanged.ts'
import { findDecidable } from '../../src/usecases/report/find-decidable.ts'
import { previewUnchanged } from '../../src/usecases/report/find-unchanged.ts'
import { listOwedReports } from '../../src/usecases/report/list-owed-reports.ts'
import { showParticipants } from '../../src/usecases/report/list-participants.ts'
import { listReview } from '../../src/usecases/report/list-review.ts'
import { returnReport } from '../../src/usecases/report/return-report.ts'
import { saveDraft } from '../../src/usecases/report/save-draft.ts'
import { showReportBoard } from '../../src/usecases/report/show-report-board.ts'
import { showReportHistory } from '../../src/usecases/report/show-report-history.ts'
import { withdrawReport } from '../../src/usecases/report/withdraw-report.ts'
import { approveSlip } from '../../src/usecases/supervision/approve-slip.ts'
import { declineSlip } from '../../src/usecases/supervision/decline-slip.ts'
import { listOverdue } from '../../src/usecases/supervision/list-overdue.ts'
import { listSlips } from '../../src/usecases/supervision/list-slips.ts'
import { openSlip } from '../../src/usecases/supervision/open-slip.ts'
import { pauseWork } from '../../src/usecases/supervision/pause-work.ts'
import { resumeWork } from '../../src/usecases/supervision/resume-work.ts'
import { showSlip } from '../../src/usecases/supervision/show-slip.ts'
import { signSlip } from '../../src/usecases/supervision/sign-slip.ts'
import { withdrawSlip } from '../../src/usecases/supervision/withdraw-slip.ts'
import { beginImport, importMeasurements, previewImport } from '../../src/usecases/target/import-measurements.ts'
import { listTargetStandings } from '../../src/usecases/target/list-targets.ts'
import { recordMeasurement } from '../../src/usecases/target/record-measurement.ts'
import { setBaseline } from '../../src/usecases/target/set-baseline.ts'
import { setYearly } from '../../src/usecases/target/set-yearly.ts'
import { showTarget, showTargetHistory } from '../../src/usecases/target/show-target.ts'
import { undoMeasurement } from '../../src/usecases/target/undo-measurement.ts'
import { showTask } from '../../src/usecases/task/show-task.ts'
import { people } from '../support/world.ts'
import type { Sample } from './sample-world.ts'

/** A use case of a plan's members: the action it needs, a call on the sample, and how the liaison of another unit is refused. */
export type UseCaseRow = {
  useCase: (...args: never[]) => unknown
  action: Action
  call: (context: Context, actor: Actor, sample: Sample) => Promise<unknown>
  /** The code that a liaison gets where all that the call speaks of is another unit's; null: it is not bound to units. */
  otherUnit: string | null
}

function row(
  useCase: UseCaseRow['useCase'],
  action: Action,
  call: UseCaseRow['call'],
  otherUnit: string | null = null,
): UseCaseRow {
  return { useCase, action, call, otherUnit }
}

const subscription = { cadence: 'monthly', language: 'zh-CN', sections: [], approval: false } as const
const policy = { taskNo: 1, named: '跨境电商措施' }
const named = ({ year, no }: Sample['slip']) => `${year}-${String(no).padStart(3, '0')}`

/** Every use case that a person of a plan can reach, a row for each action that it may need. */
export const useCaseRows: readonly UseCaseRow[] = [
  row(askExtension, 'action.report', (c, a) => askExtension(c, a, 1, '2024-09-30', '材料未齐'), 'action.not_yours'),
  row(cancelAction, 'action.settle', (c, a) => cancelAction(c, a, 1, '已无必要')),
  row(extendAction, 'action.settle', (c, a) => extendAction(c, a, 1, '2024-09-30', '材料未齐')),
  row(agreeExtension, 'action.settle', (c, a) => agreeExtension(c, a, 2, '2024-08-30')),
  row(listActions, 'action.list', (c, a) => listActions(c, a, 'all')),
  row(showAction, 'action.list', (c, a) => showAction(c, a, 1)),
  row(openAction, 'action.report', (c, a) => openAction(c, a, 1, 'report'), 'action.not_yours'),
  row(openAction, 'action.settle', (c, a) => openAction(c, a, 1, 'cancel')),
  row(reportAction, 'action.report', (c, a) => reportAction(c, a, 1, '已报送'), 'action.not_yours'),
  row(returnAction, 'action.settle', (c, a) => returnAction(c, a, 3, '请补充依据')),
  row(verifyAction, 'action.settle', (c, a) => verifyAction(c, a, 3)),
  row(changeAgenda, 'agenda.draft', (c, a, s) => changeAgenda(c, a, s.agendaDraft, { kind: 'mode', mode: 'score' })),
  row(explainWhyNot, 'agenda.draft', (c, a, s) => explainWhyNot(c, a, s.agendaDraft, s.leftOut)),
  row(draftAgenda, 'agenda.draft', (c, a) =>
    draftAgenda(c, a, {
      day: { year: 2024, month: 9, day: 5 },
      time: { hour: 15, minute: 0 },
      minutes: 60,
      mode: null,
    }),
  ),
  row(publishAgenda, 'agenda.publish', (c, a, s) => publishAgenda(c, a, s.agendaDraft)),
  row(showAgenda, 'agenda.show', (c, a) => showAgenda(c, a)),
  row(suggestMeeting, 'agenda.draft', (c, a) => suggestMeeting(c, a)),
  row(showBurden, 'plan.burden', (c, a) => showBurden(c, a, '')),
  row(
    answerConsultation,
    'issue.answer',
    (c, a, s) => answerConsultation(c, a, { no: s.consulted.asked, id: null }, { agrees: true, remark: '' }),
    'consultation.not_asked',
  ),
  row(
    prepareAnswer,
    'issue.answer',
    (c, a, s) => prepareAnswer(c, a, { no: s.consulted.asked, id: null }),
    'consultation.not_asked',
  ),
  row(askConsultation, 'issue.consult', (c, a, s) => askConsultation(c, a, s.consulted.open, '以海关口径为准')),
  row(prepareConsultation, 'issue.consult', (c, a, s) => prepareConsultation(c, a, s.consulted.open)),
  row(outcomeForm, 'issue.settle', (c, a, s) => outcomeForm(c, a, { issueNo: s.consulted.agreed, meetingNo: null })),
  row(outcomeForm, 'meeting.run', (c, a, s) =>
    outcomeForm(c, a, { issueNo: s.consulted.escalated, meetingNo: s.meetings.running }),
  ),
  row(showPrepared, 'digest.approve', (c, a, s) => showPrepared(c, a, s.digest.digestId)),
  row(approveDigest, 'digest.approve', (c, a, s) => approveDigest(c, a, s.digest)),
  row(showInterpretation, 'digest.interpret', (c, a) => showInterpretation(c, a)),
  row(listTakeBackChoices, 'digest.take_back', (c, a) => listTakeBackChoices(c, a)),
  row(takeBackDigest, 'digest.take_back', (c, a) => takeBackDigest(c, a, { position: 1 })),
  row(showHealth, 'delivery.health', (c, a) => showHealth(c, a)),
  row(resendDelivery, 'delivery.resend', (c, a, s) => resendDelivery(c, a, s.dead)),
  row(resendAll, 'delivery.resend', (c, a) => resendAll(c, a)),
  row(dismissDelivery, 'delivery.resend', (c, a, s) => dismissDelivery(c, a, s.dead)),
  row(interpretDigest, 'digest.interpret', (c, a) => interpretDigest(c, a, '口岸验收仍是短板')),
  row(listDigestSubscriptions, 'digest.list', (c, a) => listDigestSubscriptions(c, a)),
  row(listUnfiled, 'digest.preview', (c, a) => listUnfiled(c, a)),
  row(postDigest, 'digest.post', (c, a) => postDigest(c, a, 'sample')),
  row(previewDigest, 'digest.preview', (c, a) => previewDigest(c, a)),
  row(subscribeDigest, 'digest.subscribe', (c, a) => subscribeDigest(c, a, { ...subscription, channel: null })),
  row(subscribeDigest, 'digest.subscribe_channel', (c, a) =>
    subscribeDigest(c, a, { ...subscription, channel: 'COTHER' }),
  ),
  row(unsubscribeDigest, 'digest.subscribe', (c, a) => unsubscribeDigest(c, a, 3), 'digest.subscription_unknown'),
  row(unsubscribeDigest, 'digest.subscribe_channel', (c, a) => unsubscribeDigest(c, a, 2)),
  row(
    addEnterprise,
    'enterprise.keep',
    (c, a, s) =>
      addEnterprise(c, a, {
        named: { name: '汉口进出口公司', unitId: s.unit },
        contact: null,
        everyMonths: null,
        notes: null,
      }),
    'enterprise.unit_not_yours',
  ),
  row(
    changeEnterprise,
    'enterprise.keep',
    (c, a) =>
      changeEnterprise(c, a, 1, {
        name: '江城贸易公司',
        unit: null,
        contact: null,
        everyMonths: null,
        notes: null,
        version: null,
      }),
    'enterprise.unknown',
  ),
  row(
    correctVisit,
    'enterprise.visit',
    (c, a, s) => correctVisit(c, a, 1, s.visit, { visitedOn: '2024-06-21', notes: '更正' }, '日期有误'),
    'enterprise.unknown',
  ),
  row(endEnterprise, 'enterprise.keep', (c, a) => endEnterprise(c, a, 1, '已迁出'), 'enterprise.unknown'),
  row(listEnterprises, 'enterprise.list', (c, a) => listEnterprises(c, a)),
  row(openEnterprise, 'enterprise.keep', (c, a) => openEnterprise(c, a, 1), 'enterprise.unknown'),
  row(openVisit, 'enterprise.visit', (c, a, s) => openVisit(c, a, 1, s.visit), 'enterprise.unknown'),
  row(
    recordVisit,
    'enterprise.visit',
    (c, a) => recordVisit(c, a, 1, { day: '2024-07-20', notes: '回访' }),
    'enterprise.unknown',
  ),
  row(removeVisit, 'enterprise.visit', (c, a, s) => removeVisit(c, a, 1, s.visit, '重复登记'), 'enterprise.unknown'),
  row(showEnterprise, 'enterprise.list', (c, a) => showEnterprise(c, a, 1), 'enterprise.unknown'),
  row(showHome, 'plan.show', (c, a) => showHome(c, a)),
  row(withdrawIssue, 'issue.withdraw', (c, a, s) => withdrawIssue(c, a, s.consulted.open), 'issue.not_yours'),
  row(requireIssueAtMeeting, 'issue.require', (c, a, s) => requireIssueAtMeeting(c, a, s.consulted.open)),
  row(listConsultations, 'issue.list', (c, a) => listConsultations(c, a)),
  row(listIssues, 'issue.list', (c, a) => listIssues(c, a)),
  row(showIssue, 'issue.list', (c, a, s) => showIssue(c, a, s.consulted.open)),
  row(issueChoices, 'issue.raise', (c, a) => issueChoices(c, a)),
  row(raiseIssue, 'issue.raise', (c, a, s) =>
    raiseIssue(c, a, {
      title: '航线运价',
      details: '',
      minutes: 10,
      severity: 2,
      taskNo: 1,
      unitId: null,
      units: [s.unit],
      sourceLink: null,
      similarSeen: true,
    }),
  ),
  row(settleIssue, 'issue.settle', (c, a, s) =>
    settleIssue(c, a, s.consulted.agreed, { outcome: 'decided', text: '限时两小时', actions: [] }),
  ),
  row(settleIssue, 'issue.settle', (c, a, s) =>
    settleIssue(c, a, s.consulted.escalated, { outcome: 'decided', text: '同意试点', actions: [] }),
  ),
  row(prepareSettlement, 'issue.settle', (c, a, s) => prepareSettlement(c, a, s.consulted.agreed)),
  row(exportLedger, 'ledger.export', (c, a) => exportLedger(c, a)),
  row(cancelMeeting, 'meeting.plan', (c, a, s) => cancelMeeting(c, a, s.meetings.published, '另行安排')),
  row(changeSeries, 'meeting.plan', (c, a) => changeSeries(c, a, 1, { place: '3号会议室' })),
  row(createSeries, 'meeting.plan', (c, a) => createSeries(c, a, parseSeriesWords('每季度第三个周二 10:00 60分钟'))),
  row(endMeeting, 'meeting.run', (c, a, s) => endMeeting(c, a, s.meetings.running)),
  row(endSeries, 'meeting.plan', (c, a) => endSeries(c, a, 1, '机制调整')),
  row(listMeetings, 'meeting.list', (c, a) => listMeetings(c, a)),
  row(showMeetingForm, 'meeting.plan', (c, a, s) => showMeetingForm(c, a, s.meetings.published)),
  row(showSettingsForm, 'meeting.plan', (c, a) => showSettingsForm(c, a, 1)),
  row(attendanceChoices, 'meeting.run', (c, a, s) => attendanceChoices(c, a, s.meetings.running)),
  row(markAttendance, 'meeting.run', (c, a, s) => markAttendance(c, a, s.meetings.running, [s.unit])),
  row(moveMeeting, 'meeting.plan', (c, a, s) =>
    moveMeeting(c, a, s.meetings.published, parseMeetingWords('2024-08-12 15:00')),
  ),
  row(planMeeting, 'meeting.plan', (c, a) => planMeeting(c, a, parseMeetingWords('2024-10-16 15:00 60'))),
  row(recordOutcome, 'meeting.run', (c, a, s) =>
    recordOutcome(
      c,
      a,
      { meetingNo: s.meetings.running, issueNo: s.consulted.escalated },
      { outcome: 'decided', text: '同意', actions: [] },
      null,
    ),
  ),
  row(recordOutcomeWords, 'meeting.run', (c, a, s) =>
    recordOutcomeWords(c, a, { meetingNo: s.meetings.running, issueNo: s.consulted.escalated }, '议定 同意'),
  ),
  row(
    replyToMeeting,
    'meeting.reply',
    (c, a, s) => replyToMeeting(c, a, s.meetings.published, plainReply('attend')),
    'attendance.unknown',
  ),
  row(replyForm, 'meeting.reply', (c, a, s) => replyForm(c, a, s.meetings.published), 'attendance.unknown'),
  row(showRoster, 'meeting.roster', (c, a, s) => showRoster(c, a, s.meetings.published)),
  row(sendCalendar, 'meeting.list', (c, a, s) => sendCalendar(c, a, s.meetings.published)),
  row(startMeeting, 'meeting.run', (c, a, s) => startMeeting(c, a, s.meetings.running)),
  row(showBoard, 'meeting.run', (c, a, s) => showBoard(c, a, s.meetings.running)),
  row(runningMeetingNo, 'meeting.run', (c, a) => runningMeetingNo(c, a)),
  row(takeItem, 'meeting.run', (c, a, s) => takeItem(c, a, s.meetings.running, s.consulted.escalated)),
  row(assignMembers, 'members.assign', (c, a) => assignMembers(c, a, [{ userId: 'UNEW', role: 'leader', unit: null }])),
  row(listPlanMembers, 'members.list', (c, a) => listPlanMembers(c, a)),
  row(removeMembers, 'members.assign', (c, a) =>
    removeMembers(c, a, [{ userId: people.participant, role: 'liaison', unit: '光谷管委会' }]),
  ),
  row(
    addMilestone,
    'milestone.keep',
    (c, a, s) => addMilestone(c, a, { taskNo: 1, unitId: s.unit, title: '第二批企业签约', day: '2024-12-31' }),
    'task.not_yours',
  ),
  row(
    finishMilestone,
    'milestone.keep',
    (c, a) => finishMilestone(c, a, { no: 1, version: null, day: '2024-07-20', evidence: '已验收' }),
    'milestone.not_yours',
  ),
  row(listRoadmap, 'milestone.list', (c, a) => listRoadmap(c, a, 1)),
  row(
    moveMilestone,
    'milestone.keep',
    (c, a) => moveMilestone(c, a, { no: 1, version: null, day: '2024-09-30', reason: '工期顺延' }),
    'milestone.not_yours',
  ),
  row(openMilestone, 'milestone.keep', (c, a) => openMilestone(c, a, 1, 'done'), 'milestone.not_yours'),
  row(openTasks, 'milestone.keep', (c, a) => openTasks(c, a, 'milestone.keep', 1), 'task.not_yours'),
  row(openTasks, 'policy.keep', (c, a) => openTasks(c, a, 'policy.keep', 1), 'task.not_yours'),
  row(showRaisable, 'issue.raise', (c, a) => showRaisable(c, a, 1)),
  row(
    removeMilestone,
    'milestone.keep',
    (c, a) => removeMilestone(c, a, { no: 1, version: null, reason: '重复' }),
    'milestone.not_yours',
  ),
  row(
    reopenMilestone,
    'milestone.keep',
    (c, a) => reopenMilestone(c, a, { no: 2, version: null, reason: '尚未签约' }),
    'milestone.not_yours',
  ),
  row(amendMinutes, 'minutes.draft', (c, a, s) => amendMinutes(c, a, s.meetings.signed, '更正日期')),
  row(minutesPeople, 'minutes.draft', (c, a, s) => minutesPeople(c, a, s.meetings.toSign)),
  row(draftMinutes, 'minutes.draft', (c, a, s) => draftMinutes(c, a, s.meetings.toSign, {})),
  row(showMinutes, 'minutes.show', (c, a, s) => showMinutes(c, a, s.meetings.signed)),
  row(signMinutes, 'minutes.sign', (c, a, s) => signMinutes(c, a, s.meetings.toSign, null, '李四')),
  row(submitMinutes, 'minutes.draft', (c, a, s) => submitMinutes(c, a, { no: s.meetings.toSign })),
  row(showSettings, 'plan.show', (c, a) => showSettings(c, a)),
  row(openSettings, 'plan.settings', (c, a) => openSettings(c, a)),
  row(previewSettings, 'plan.settings', (c, a) => previewSettings(c, a, { due: '6' })),
  row(changeSettings, 'plan.settings', (c, a) =>
    changeSettings(c, a, defaultSettings, { ...defaultSettings, reminderDays: [5] }),
  ),
  row(exportPlan, 'plan.export', (c, a) => exportPlan(c, a)),
  row(setPlanChannels, 'plan.channels', (c, a) => setPlanChannels(c, a, { meetingChannel: 'COTHER' })),
  row(showPlan, 'plan.show', (c, a) => showPlan(c, a)),
  row(
    addPolicy,
    'policy.keep',
    (c, a, s) =>
      addPolicy(c, a, {
        taskNo: 1,
        unitId: s.unit,
        title: '冷链措施',
        documentNo: '',
        issuedOn: '2024-06-01',
        link: '',
      }),
    'task.not_yours',
  ),
  row(openPolicy, 'policy.keep', (c, a) => openPolicy(c, a, policy), 'policy.not_yours'),
  row(listPolicies, 'policy.list', (c, a) => listPolicies(c, a, null)),
  row(removePolicy, 'policy.keep', (c, a) => removePolicy(c, a, policy, '登记有误'), 'policy.not_yours'),
  row(acceptReports, 'report.review', (c, a, s) => acceptReports(c, a, { ids: [s.report] })),
  row(previewClosing, 'report.period', (c, a) => previewClosing(c, a, '2024H1')),
  row(closePeriod, 'report.period', (c, a) => closePeriod(c, a, '2024H1')),
  row(reopenPeriod, 'report.period', (c, a) => reopenPeriod(c, a, '2023H2', '补报')),
  row(compileReport, 'report.compile', (c, a) => compileReport(c, a, '2024H1')),
  row(
    fileReport,
    'report.file',
    (c, a) =>
      fileReport(c, a, {
        taskNo: 1,
        unitId: null,
        periodKey: '2024H1',
        status: 'on_track',
        percent: 60,
        summary: '按计划推进',
      }),
    'report.not_responsible',
  ),
  row(fileUnchanged, 'report.file', (c, a, s) => fileUnchanged(c, a, 4, s.unchanged), 'report.not_responsible'),
  row(findDecidable, 'report.review', (c, a, s) => findDecidable(c, a, 'return', { id: s.report })),
  row(previewUnchanged, 'report.file', (c, a) => previewUnchanged(c, a, 4), 'report.not_responsible'),
  row(listOwedReports, 'report.list', (c, a) => listOwedReports(c, a)),
  row(
    showParticipants,
    'report.list',
    (c, a, s) => showParticipants(c, a, { taskNo: 1, unitId: s.unit, periodKey: '2024H1' }),
    'report.not_responsible',
  ),
  row(listReview, 'report.review', (c, a) => listReview(c, a)),
  row(returnReport, 'report.review', (c, a, s) => returnReport(c, a, 'return', s.report, '请补充数据来源')),
  row(
    saveDraft,
    'report.file',
    (c, a, s) =>
      saveDraft(c, a, {
        taskNo: 1,
        unitId: s.unit,
        periodKey: '2024H1',
        content: { status: null, percent: '', summary: '草稿', practice: '', links: '', files: [] },
        seen: 0,
      }),
    'report.not_responsible',
  ),
  row(showReportBoard, 'report.board', (c, a) => showReportBoard(c, a, '')),
  row(showReportHistory, 'report.history', (c, a) => showReportHistory(c, a, 1), 'report.not_your_task'),
  row(withdrawReport, 'report.withdraw', (c, a, s) => withdrawReport(c, a, s.report), 'report.unknown'),
  row(approveSlip, 'supervision.approve', (c, a, s) => approveSlip(c, a, s.redSlip)),
  row(declineSlip, 'supervision.approve', (c, a, s) => declineSlip(c, a, s.redSlip, '已在整改')),
  row(listOverdue, 'supervision.list', (c, a) => listOverdue(c, a)),
  row(listSlips, 'supervision.list', (c, a) => listSlips(c, a)),
  row(openSlip, 'supervision.sign', (c, a, s) => openSlip(c, a, named(s.slip), 'sign'), 'slip.unknown'),
  row(openSlip, 'supervision.approve', (c, a, s) => openSlip(c, a, String(s.redSlip), 'decline')),
  row(openSlip, 'supervision.withdraw', (c, a, s) => openSlip(c, a, named(s.slip), 'withdraw')),
  row(pauseWork, 'supervision.pause', (c, a) => pauseWork(c, a, { taskNo: 1, period: null, reason: '等待批复' })),
  row(resumeWork, 'supervision.pause', (c, a) => resumeWork(c, a, { taskNo: 2, period: null, reason: '' })),
  row(showSlip, 'supervision.list', (c, a, s) => showSlip(c, a, s.slip), 'slip.unknown'),
  row(signSlip, 'supervision.sign', (c, a, s) => signSlip(c, a, s.slip, '已知悉'), 'slip.unknown'),
  row(withdrawSlip, 'supervision.withdraw', (c, a, s) => withdrawSlip(c, a, s.slip, '发送有误')),
  row(beginImport, 'target.import', (c, a) => beginImport(c, a)),
  row(previewImport, 'target.import', (c, a, s) => previewImport(c, a, s.rows)),
  row(
    importMeasurements,
    'target.import',
    (c, a, s) => importMeasurements(c, a, s.rows, s.print),
    'target_import.changed',
  ),
  row(listTargetStandings, 'target.list', (c, a) => listTargetStandings(c, a)),
  row(
    recordMeasurement,
    'target.record',
    (c, a, s) => recordMeasurement(c, a, { targetId: s.target, value: '4', day: '2024-06-30', unitId: null }),
    'target.not_responsible',
  ),
  row(setBaseline, 'target.baseline', (c, a, s) =>
    setBaseline(c, a, { targetId: s.target, value: '2', day: '2023-12-31' }),
  ),
  row(setYearly, 'target.baseline', (c, a, s) => setYearly(c, a, { targetId: s.target, years: [['2024', '5']] })),
  row(showTarget, 'target.list', (c, a, s) => showTarget(c, a, s.target)),
  row(showTargetHistory, 'target.list', (c, a, s) => showTargetHistory(c, a, s.target)),
  row(undoMeasurement, 'target.record', (c, a, s) => undoMeasurement(c, a, s.measurement), 'target.undo_not_yours'),
  row(showTask, 'task.show', (c, a) => showTask(c, a, 1)),
]
