import type { report as chinese } from '../zh-cn/report.ts'

/** Progress reports */
export const report: typeof chinese = {
  'progress.help': [
    '/progress — open the form: what your unit owes this period, filled with last time’s text',
    '/progress 6 80% on_track 12 signed — report on task 6 at once (ahead, on_track, behind, done)',
    '/progress list — what is filed and what is owed this period',
    '/progress report 2024H1 — make the report of the whole plan and its ledger; add zh for Chinese, en for English (convener, leader, admin)',
    '/progress help — this text',
  ].join('\n'),
  'progress.title': 'Progress report',
  'progress.intro': (p) => `The ${p.period}: ${p.total} tasks to report on, ${p.owed} still owed, due ${p.due}.`,
  'progress.task': 'Task',
  'progress.option': (p) => `${p.filed ? 'filed' : 'owed'} · task ${p.no} ${p.title} · ${p.unit}`,
  'progress.status': 'Status',
  'progress.percent': 'Percent done',
  'progress.summary': 'Progress',
  'progress.summary_hint': 'What was done, how far it got, what is difficult. At most 2000 characters.',
  'progress.prefilled': (p) => `Filled with version ${p.version} of the ${p.period}; please bring it up to date.`,
  'progress.for_period': (p) => `This report counts for the ${p.period}.`,
  'progress.nothing': 'You have nothing to report: liaisons of the responsible units do; /plan members lists them.',
  'progress.list_title': (p) => `The ${p.period}: ${p.owed} of ${p.total} tasks still owed, due ${p.due}`,
  'progress.list_line': (p) =>
    `${p.status} · task ${p.no} ${p.title} · ${p.unit}${p.version ? ` · version ${p.version}` : ''}`,
  'progress.more': (p) => `${p.count} more; type /progress with the task's number to report at once.`,
  'progress.which_unit': 'You are liaison of several units: choose the one you report for.',
  'receipt.title': (p) =>
    `Received: task ${p.no} · ${p.period} · version ${p.version} · ${p.status}${p.percent === null ? '' : ` ${p.percent}%`}`,
  'receipt.summary': (p) => `${p.unit}: “${p.summary}”`,
  'receipt.lead': (p) => `The lead unit ${p.lead} will see it.`,
  'receipt.due': (p) => `Due ${p.due}.`,
  'receipt.late': (p) => `It was due ${p.due} and is marked late.`,
  'receipt.withdraw': 'Undo',
  'receipt.withdraw_confirm': (p) =>
    `Take back version ${p.version} on task ${p.no}? The version before it stands again; the record is kept.`,
  'receipt.raise': 'Raise an issue',
  'receipt.withdrawn': (p) => `Version ${p.version} is taken back. Type /progress to report again.`,
  'error.report.not_responsible': (p) =>
    `Not saved: ${p.units} is not responsible for task ${p.task}. You may report on: ${p.numbers || 'none'}.`,
  'error.report.which_unit': (p) =>
    `Not saved: several of your units (${p.units}) are responsible for task ${p.task}; choose one in the form.`,
  'error.report.unknown': 'That report was not found, or is not your unit’s.',
  'error.report.not_withdrawable':
    'Not taken back: this version was already taken back or accepted. Type /progress list to see how it stands.',
  'error.report.task_missing': 'Not saved: no task number found. Type for example: /progress 6 80% on_track 12 signed',
  'error.report.status_missing':
    'Not saved: say how it stands (ahead, on_track, behind, done). For example: /progress 6 80% on_track 12 signed',
  'error.report.percent_out_of_range': (p) => `Not saved: percent is a whole number from 0 to 100, not ${p.given}.`,
  'error.report.summary_missing': 'Not saved: say what was achieved. For example: /progress 6 80% on_track 12 signed',
  'error.report.summary_too_long': (p) => `Not saved: the text has ${p.length} characters; at most ${p.max} are taken.`,
  'error.report.period_not_begun': (p) => `Not saved: ${p.period} has not begun yet.`,
  'error.period.not_understood': (p) => `“${p.given}” is no reporting period. Write 2024H1, for example.`,
}
