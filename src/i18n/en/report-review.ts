import type { ErrorParams } from '../error-params.ts'
import type { reportReview as chinese } from '../zh-cn/report-review.ts'
import { words } from './words.ts'

const periodName = (p: ErrorParams) => words['period.name']({ key: String(p.period) })

/** Accepting and returning reports, closing and opening periods */
export const reportReview: typeof chinese = {
  'review.title': (p) => (p.count === 1 ? '1 report waits for the office' : `${p.count} reports wait for the office`),
  'review.none': 'No report waits for the office',
  'review.early': (p) => `${p.count} more of participating units wait for their lead’s joint report.`,
  'review.head': (p) => `Task ${p.no} ${p.title} · ${p.period}`,
  'review.lead': (p) =>
    `${p.unit} (lead): ${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · version ${p.version} · ${p.day}${p.late ? ' · late' : ''}${p.unchanged ? ' · unchanged' : ''}`,
  'review.accepted_before': (p) => `A correction: version ${p.version} was accepted before.`,
  'review.lead_accepted': 'The lead’s report was accepted before; only the participants’ corrections wait.',
  'review.text': (p) => `“${p.text}”`,
  'review.practice': (p) => `Good practice: “${p.text}”`,
  'review.participants': (p) =>
    `Participating units: ${p.count} filed${p.silent === '' ? '' : `; not filed: ${p.silent}`}`,
  'review.participant': (p) =>
    `${p.unit}: ${p.status}${p.percent === null ? '' : ` ${p.percent}%`}${p.waits ? '' : ' (accepted)'} “${p.text}”`,
  'review.whole': (p) => `The whole, with the evidence: /progress history ${p.no}.`,
  'review.accept': 'Accept',
  'review.accept_all': (p) => `Accept all (${p.count} on this page)`,
  'review.accept_all_confirm': (p) =>
    `Accept the ${p.count} on this page (${p.tasks}) with their participants’ reports? They are locked then; a correction is a new version.`,
  'review.return': 'Return',
  'review.return_participant': 'Return a participant’s',
  'review.page': (p) => `Page ${p.page} of ${p.pages}, ${p.rest} more`,
  'review.next': 'Next page',
  'review.first': 'First page',
  'review.accepted': (p) => `Accepted: ${p.tasks} tasks, ${p.reports} reports`,
  'review.name': (p) => `task ${p.no} · ${p.unit} · ${p.period} · version ${p.version}`,
  'review.stale': (p) =>
    `These were corrected or decided on meanwhile and are not accepted, please look again: ${p.reports}.`,
  'review.returned': (p) => `Returned: task ${p.no} · ${p.unit}`,
  'review.reopened': (p) => `Opened again: task ${p.no} · ${p.unit}`,
  'review.reason': (p) => `Reason: “${p.reason}” The unit sees it in its next bundled message.`,
  'review.more': (p) => `${p.count} more.`,
  'review.modal.return': 'Return a report',
  'review.modal.reopen': 'Open a report again',
  'review.field_reason': 'Reason',
  'review.reason_hint': 'Say what is to be added or corrected. At most 500 characters.',
  'review.waits': (p) => `${p.count} reports are not decided on; they can still be accepted afterwards.`,
  'period.closing': (p) =>
    p.count > 0
      ? `The ${p.period}: ${p.count} reports are missing, and will be asked for no longer`
      : `The ${p.period}: everything is filed, it can be closed`,
  'period.missing': (p) => `${p.unit}: tasks ${p.tasks}`,
  'period.missing_more': (p) => `${p.count} more units have not filed everything; see /progress status.`,
  'period.close': 'Close the period',
  'period.close_confirm': (p) =>
    p.count > 0
      ? `Close the ${p.period}? ${p.count} missing reports (${p.units}) can no longer be filed. It can be opened again.`
      : `Close the ${p.period}? Nothing can be filed in it then. It can be opened again.`,
  'period.closed': (p) => `Closed: the ${p.period}`,
  'period.closed_note': (p) => `To let somebody file in it, type /progress reopen ${p.key} reason.`,
  'period.reopened': (p) => `Opened again: the ${p.period}`,
  'period.reopened_note': (p) => `Reason: “${p.reason}” What is missing is owed again; late reports are marked late.`,
  'error.report.reason_missing': 'Not saved: give the reason; the unit amends by it.',
  'error.report.reason_too_long': (p) =>
    `Not saved: the reason has ${p.length} characters; at most ${p.max} are taken.`,
  'error.report.not_possible': 'Not saved: this report was decided on a moment ago. Type /progress review to see.',
  'error.report.corrected_meanwhile': (p) =>
    `Not saved: task ${p.task} · ${p.unit}, version ${p.version} ${stateWords[String(p.state)] ?? 'has changed'}. Type /progress review to see.`,
  'error.report.nothing_waits': (p) =>
    `Not saved: no lead’s report on task ${p.task} waits. Type /progress review to see what does.`,
  'error.report.nothing_to_return': (p) =>
    `Not saved: no report of ${p.unit} on task ${p.task} waits. An accepted one: /progress reopen ${p.task} ${p.unit} reason.`,
  'error.report.nothing_accepted': (p) =>
    `Not saved: no report of ${p.unit} on task ${p.task} is accepted. One that waits: /progress return ${p.task} ${p.unit} reason.`,
  'error.report.task_missing_here': 'Not saved: no task number found. Type for example: /progress return 6 UNIT reason',
  'error.report.accept_words': (p) =>
    `Not saved: accepting takes no remark, but “${p.given}” follows. Type for example: /progress accept 6`,
  'error.period.missing': 'Not saved: name the period. For example: /progress close 2024H1',
  'error.period.not_over': (p) =>
    `Not saved: the ${periodName(p)} ends only on ${words['day.short']({ day: String(p.day) })}, and can be closed after that.`,
  'error.period.already_closed': (p) => `Nothing changed: the ${periodName(p)} was closed before.`,
  'error.period.not_closed': (p) => `Nothing changed: the ${periodName(p)} is not closed; reports can be filed.`,
}

const stateWords: Readonly<Record<string, string>> = {
  corrected: 'was followed by a newer one',
  returned: 'was returned',
  accepted: 'was accepted',
  withdrawn: 'was taken back by its unit',
  submitted: 'is not accepted yet',
}
