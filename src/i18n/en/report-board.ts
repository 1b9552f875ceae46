import type { reportBoard as chinese } from '../zh-cn/report-board.ts'

/** Who has filed, and the trail of reports */
export const reportBoard: typeof chinese = {
  'report_board.title': (p) =>
    `The ${p.period}: ${p.filed} of ${p.total} reports filed, ${p.overdue ? 'was due' : 'due'} ${p.due}`,
  'report_board.closed': 'This period is closed.',
  'report_board.none': (p) => `The ${p.period}: no tasks to show.`,
  'report_board.column.unit': 'Unit',
  'report_board.column.filed': 'Filed/asked',
  'report_board.column.accepted': 'Accepted',
  'report_board.column.remarks': 'Late, returned, drafts',
  'report_board.late': (p) => `${p.count} late`,
  'report_board.returned': (p) => `${p.count} returned`,
  'report_board.drafts': (p) => `${p.count} drafts`,
  'report_board.column.asks': 'Also asked of it',
  'report_board.column.task': 'Task',
  'report_board.column.status': 'Status',
  'report_board.column.state': 'Office',
  'report_board.column.participants': 'Participants',
  'report_board.asks': (p) =>
    [
      ...(p.reports === null ? [] : [`${p.reports} reports`]),
      ...(p.meetings > 0 ? [`${p.meetings} meetings`] : []),
      ...(p.actions > 0 ? [`${p.actions} actions`] : []),
      ...(p.consultations > 0 ? [`${p.consultations} consultations`] : []),
    ].join(', '),
  'report_board.own_asks': (p) => `Asked of your unit this period: ${p.asks}.`,
  'report_board.task': (p) => `Task ${p.no} ${p.title}${p.unit ? ` · ${p.unit}` : ''}`,
  'report_board.status': (p) =>
    `${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · version ${p.version}${p.late ? ' · late' : ''}`,
  'report_board.paused': 'paused',
  'report_board.draft': 'draft begun',
  'report_board.of': (p) => `${p.filed}/${p.total}`,
  'report_board.page': (p) => `Page ${p.page} of ${p.pages}, ${p.rest} more rows`,
  'report_state.submitted': 'waiting',
  'report_state.accepted': 'accepted',
  'report_state.returned': 'returned',
  'report_state.withdrawn': 'taken back',
  'report_history.title': (p) => `Task ${p.no} ${p.title}: ${p.count} versions of reports`,
  'report_history.none': (p) => `Task ${p.no} ${p.title}: no report yet`,
  'report_history.period': (p) => `${p.period} · ${p.unit}${p.role ? ` (${p.role})` : ''}`,
  'report_history.line': (p) =>
    `Version ${p.version} · ${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · ${p.state}${p.late ? ' · late' : ''}${p.unchanged ? ' · unchanged' : ''}`,
  'report_history.reported': (p) => `${p.at} filed by `,
  'report_history.accepted': (p) => `${p.at} accepted by `,
  'report_history.returned': (p) => `${p.at} returned by `,
  'report_history.reason': (p) => `: “${p.reason}”`,
  'report_history.text': (p) => `“${p.text}”`,
  'report_history.practice': (p) => `Good practice: “${p.text}”`,
  'report_history.evidence': 'Evidence: ',
  'report_history.file': (p) => `${p.title} (file)`,
  'report_history.page': (p) => `Page ${p.page} of ${p.pages}, ${p.rest} more versions`,
  'error.report.not_your_task': (p) =>
    `Task ${p.task} is not your units’, so its reports are not shown. You may see: ${p.numbers || 'none'}.`,
  'error.report.history_task': (p) => `“${p.given}” names no task. Type its number, for example: /progress history 6`,
}
