import type { ErrorParams } from '../error-params.ts'
import type { report as chinese } from '../zh-cn/report.ts'
import { words } from './words.ts'

const periodName = (p: ErrorParams) => words['period.name']({ key: String(p.period) })

/** Progress reports */
export const report: typeof chinese = {
  'progress.help': [
    '/progress — open the form: what your unit owes, filled with your draft or last time’s text; evidence can be attached',
    '/progress 6 80% on_track 12 signed — report on task 6 at once (ahead, on_track, behind, done); links in it are evidence',
    '/progress 2023H2 6 80% on_track … — report for an earlier period',
    '/progress 6 — open the form for task 6',
    '/progress list — what is owed; what is filed is one click away',
    '/progress unchanged — report what is owed as last time, after a preview; /progress unchanged 6 for task 6 alone',
    '/progress status — who has filed; /progress status 2023H2 for an earlier period',
    '/progress history 6 — every report on task 6, what the office said, the evidence',
    '/progress help — this text',
    'The office:',
    '/progress review — what waits, to accept or return; /progress accept 6; /progress return 6 UNIT reason',
    '/progress reopen 6 UNIT reason — open an accepted report again',
    '/progress close 2024H1 — close a period; /progress reopen 2024H1 reason',
    '/progress report 2024H1 — make the report of the whole plan and its ledger; add zh for Chinese, en for English (convener, leader, admin)',
  ].join('\n'),
  'progress.title': 'Progress report',
  'progress.intro': (p) =>
    `The ${p.period}: ${p.total} tasks to report on, ${p.owed} still owed, due ${p.due}.${p.older > 0 ? ` ${p.older} more are owed of earlier periods.` : ''}`,
  'progress.intro_early': (p) =>
    `Nothing is owed now. The ${p.period} is asked for from ${p.opens} on; you may report early.`,
  'progress.intro_done': (p) =>
    `All of the ${p.period} is filed. A change can be filed here as a correction; earlier versions are kept.`,
  'progress.task': 'Task',
  'progress.option': (p) => `${p.state} · task ${p.no} ${p.title} · ${p.unit}${p.period ? ` · ${p.period}` : ''}`,
  'progress.state.owed': 'owed',
  'progress.state.overdue': 'overdue',
  'progress.state.returned': 'returned',
  'progress.state.filed': 'filed',
  'progress.state.early': 'early',
  'progress.status': 'Status',
  'progress.percent': 'Percent done',
  'progress.summary': 'Progress',
  'progress.summary_hint': 'What was done, how far it got, what is difficult. At most 2000 characters.',
  'progress.practice': 'Good practice',
  'progress.practice_hint': 'Offered to the digest. At most 500 characters.',
  'progress.links': 'Evidence: links',
  'progress.links_hint': 'One a line, a title before it if you like. At most 10.',
  'progress.files': 'Evidence: files',
  'progress.files_hint': 'At most 10 files.',
  'progress.kept_files': 'Files attached already (unticked ones are left out)',
  'progress.save_draft': 'Save draft',
  'progress.draft': (p) => `Draft, saved by ${p.who} ${p.at}, not filed yet.`,
  'progress.draft_saved': (p) =>
    `Draft saved ${p.at}; all liaisons of your unit can go on with it. It is filed only when you submit.`,
  'progress.draft_other': (p) =>
    `Not saved: ${p.who} saved another draft ${p.at}, which is below. Yours is still in the form; saving again or submitting takes yours.`,
  'progress.draft_left': (p) =>
    `What you typed on task ${p.no} is kept as a draft; choose task ${p.no} to go on with it.`,
  'progress.draft_lost': (p) => `What you typed on task ${p.no} was not kept as a draft; here it is. ${p.why}`,
  'progress.draft_by_other': (p) => `${p.who} saved another draft ${p.at}; choose that task again to join the two.`,
  'progress.draft_content': (p) =>
    [
      `${p.status}${p.percent === '' ? '' : ` ${p.percent}%`}`,
      `“${p.summary}”`,
      ...(p.practice === '' ? [] : [`Good practice: “${p.practice}”`]),
      ...(p.links === '' ? [] : [`Evidence: ${p.links}`]),
    ].join('\n'),
  'progress.status_open': 'status not chosen',
  'progress.someone': 'a colleague',
  'progress.returned': (p) => `Returned by the office ${p.day}: “${p.reason}” Please amend it and file again.`,
  'progress.corrects': (p) =>
    `Version ${p.version} is accepted. Filing again corrects it: the new one counts, the old one is kept.`,
  'progress.prefilled': (p) => `Filled with version ${p.version} of the ${p.period}; please bring it up to date.`,
  'progress.for_period': (p) => `This report counts for the ${p.period}.`,
  'progress.nothing': 'You have nothing to report: liaisons of the responsible units do; /plan members lists them.',
  'progress.list_title': (p) => `The ${p.period}: ${p.owed} of ${p.total} tasks still owed, due ${p.due}`,
  'progress.list_done': (p) => `The ${p.period}: all ${p.total} tasks are filed`,
  'progress.list_none': 'Nothing is owed now',
  'progress.list_period': (p) => `The ${p.period}: ${p.count} owed, ${p.overdue ? 'was due' : 'due'} ${p.due}`,
  'progress.list_line': (p) =>
    `${p.status} · task ${p.no} ${p.title} · ${p.unit}${p.version ? ` · version ${p.version}` : ''}`,
  'progress.list_returned': (p) => `   returned: “${p.reason}”`,
  'progress.list_draft': '   there is a draft',
  'progress.filed_count': (p) => `${p.count} filed.`,
  'progress.filed_show': 'Show filed',
  'progress.filed_title': (p) => `The ${p.period}: ${p.count} filed`,
  'progress.report_each': 'Report one by one',
  'progress.rest_unchanged': 'Rest unchanged',
  'progress.more': (p) => `${p.count} more; type /progress with the task's number to report at once.`,
  'progress.more_filed': (p) => `${p.count} more; type /progress history with the task's number.`,
  'progress.which_unit': 'You are liaison of several units: choose the one you report for.',
  'progress.participants': (p) => `${p.filed} of ${p.total} participating units have filed, for the lead to join:`,
  'progress.participant': (p) =>
    `${p.unit}: ${p.status}${p.percent === null ? '' : ` ${p.percent}%`}${p.late ? ' (late)' : ''} “${p.summary}”`,
  'progress.participant_practice': (p) => `   good practice: “${p.text}”`,
  'progress.participant_evidence': (p) => `   evidence: ${p.count}`,
  'progress.participants_silent': (p) => `Not filed yet: ${p.units}.`,
  'progress.participants_more': (p) => `${p.count} more units’ reports: /progress history ${p.no}.`,
  'unchanged.title': (p) => `${p.count} to report as unchanged, as follows`,
  'unchanged.none': 'Nothing can be reported as unchanged',
  'unchanged.line': (p) =>
    `Task ${p.no} ${p.title} · ${p.unit} · ${p.period}: ${p.status}${p.percent === null ? '' : ` ${p.percent}%`} (as ${p.from}, version ${p.version})`,
  'unchanged.without': (p) => `No earlier report to repeat, please fill in: ${p.tasks}.`,
  'unchanged.returned': (p) => `Returned, to be amended: ${p.tasks}.`,
  'unchanged.tasks': (p) => `${p.period}, tasks ${p.numbers}`,
  'unchanged.task': (p) => `task ${p.no} (${p.period})`,
  'unchanged.button': (p) => `Confirm ${p.count} unchanged`,
  'unchanged.confirm': (p) =>
    `File ${p.count} reports (${p.tasks}) with last time’s text? Each can still be corrected afterwards.`,
  'unchanged.filed': (p) => `Received: ${p.count} unchanged${p.late > 0 ? `, ${p.late} of them late` : ''}`,
  'unchanged.more': (p) => `${p.count} more are not listed, and filed with them.`,
  'unchanged.more_filed': (p) => `${p.count} more; see /progress list.`,
  'receipt.title': (p) =>
    `Received: task ${p.no} · ${p.period} · version ${p.version} · ${p.status}${p.percent === null ? '' : ` ${p.percent}%`}`,
  'receipt.summary': (p) => `${p.unit}: “${p.summary}”`,
  'receipt.practice': (p) => `Good practice: “${p.text}”`,
  'receipt.evidence': (p) => `Evidence, ${p.count}:`,
  'receipt.corrects': (p) => `It corrects version ${p.version}, which is accepted, and waits for the office.`,
  'receipt.replaces': (p) =>
    `It takes the place of version ${p.version}, which ${p.who} filed ${p.at}; take this one back, and that one stands again.`,
  'receipt.draft_kept': (p) => `The draft that ${p.who} saved ${p.at} is untouched, and still in the form.`,
  'receipt.lead': (p) => `The lead unit ${p.lead} will see it.`,
  'receipt.due': (p) => `Due ${p.due}.`,
  'receipt.late': (p) => `It was due ${p.due} and is marked late.`,
  'receipt.withdraw': 'Undo',
  'receipt.withdraw_confirm': (p) =>
    `Take back version ${p.version} on task ${p.no}? The version before it stands again; the record is kept.`,
  'receipt.add_evidence': 'Add evidence',
  'receipt.raise': 'Raise an issue',
  'receipt.withdrawn': (p) => `Version ${p.version} is taken back. Type /progress to report again.`,
  'error.report.not_responsible': (p) =>
    `Not saved: ${p.units} is not responsible for task ${p.task}. You may report on: ${p.numbers || 'none'}.`,
  'error.report.which_unit': (p) =>
    `Not saved: several of your units (${p.units}) are responsible for task ${p.task}; choose one in the form.`,
  'error.report.unknown': 'That report was not found, or is not your unit’s.',
  'error.report.not_withdrawable':
    'Not taken back: this version was already taken back or decided on. Type /progress list to see how it stands.',
  'error.report.task_missing': 'Not saved: no task number found. Type for example: /progress 6 80% on_track 12 signed',
  'error.report.status_missing':
    'Not saved: say how it stands (ahead, on_track, behind, done). For example: /progress 6 80% on_track 12 signed',
  'error.report.percent_out_of_range': (p) => `Not saved: percent is a whole number from 0 to 100, not ${p.given}.`,
  'error.report.summary_missing': 'Not saved: say what was achieved. For example: /progress 6 80% on_track 12 signed',
  'error.report.summary_too_long': (p) => `Not saved: the text has ${p.length} characters; at most ${p.max} are taken.`,
  'error.report.practice_too_long': (p) =>
    `Not saved: the good practice has ${p.length} characters; at most ${p.max} are taken.`,
  'error.report.link_missing': (p) =>
    `Not saved: line ${p.line} of the links, “${p.given}”, does not hold one http(s) link. Write one a line, a title before it if you like.`,
  'error.report.link_too_long': (p) =>
    `Not saved: the link in line ${p.line} has more than ${p.max} characters; please use a shorter one.`,
  'error.report.title_too_long': (p) =>
    `Not saved: the title in line ${p.line} of the links has more than ${p.max} characters; please shorten it.`,
  'error.report.too_many_links': (p) => `Not saved: ${p.count} links; at most ${p.max} are taken.`,
  'error.report.too_many_files': (p) =>
    `Not saved: ${p.count} files; at most ${p.max} are taken. Untick some of those attached already.`,
  'error.report.file_unreadable': (p) =>
    `Not saved: a file could not be read (${p.reason}). Please upload it again, or give a link instead.`,
  'error.report.draft_empty': 'Not saved: the form is empty. Fill something in first.',
  'error.report.unchanged_words': (p) =>
    `Not saved: “${p.given}” was not understood. Type /progress unchanged, or with a task: /progress unchanged 6`,
  'error.report.not_owed': (p) =>
    `Not saved: nothing is owed on task ${p.task}. To correct a report, type /progress ${p.task} 80% on_track …`,
  'error.report.nothing_unchanged':
    'Not saved: nothing can be reported as unchanged. Type /progress list to see what is owed.',
  'error.report.unchanged_moved':
    'Not saved: something changed since the preview. Type /progress unchanged again and confirm.',
  'error.report.period_not_begun': (p) => `Not saved: ${p.period} has not begun yet.`,
  'error.report.period_closed': (p) =>
    `Not saved: the office closed the ${periodName(p)}. Ask it to open the period again (/progress reopen ${p.period} reason).`,
  'error.period.not_understood': (p) => `“${p.given}” is no reporting period. Write 2024H1, for example.`,
  'error.period.other_cadence': (p) =>
    `Not saved: this plan has no reporting period ${p.period}. The present one is ${p.current}; write it like that.`,
}
