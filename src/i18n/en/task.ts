import type { task as chinese } from '../zh-cn/task.ts'
import { counted } from './counted.ts'

/** Tasks */
export const task: typeof chinese = {
  'task.help':
    '/plan task 6 — all about task 6: units, targets, this period’s reports, milestones, policies, open issues and actions',
  'task.title': (p) => `Task ${p.no} ${p.title}`,
  'task.section': (p) => `${p.no ? `${p.no}. ` : ''}${p.title}`,
  'task.units': (p) => `Lead: ${p.leads || 'none named'}${p.others ? ` · with ${p.others}` : ''}`,
  'task.paused': (p) => `⚪ paused since ${p.since}, nobody is urged: “${p.reason}”`,
  'task.targets': 'Targets',
  'task.reports': (p) =>
    `Reports of the ${p.period} (due ${p.due})${p.missing > 0 ? `: ${counted(p.missing, 'unit')} missing` : ''}`,
  'task.report': (p) =>
    `${p.status}${p.percent === null ? '' : ` ${p.percent}%`} · ${p.unit}${p.lead ? ' (lead)' : ''}${p.version === null ? '' : ` · version ${p.version}`}`,
  'task.report_late': 'late',
  'task.milestones': (p) => counted(p.count, 'milestone'),
  'task.policies': (p) => `${p.count} supporting ${p.count === 1 ? 'policy' : 'policies'}`,
  'task.issues': (p) => `${p.count} unsettled ${p.count === 1 ? 'issue' : 'issues'}`,
  'task.issue': (p) => `#${p.no} ${p.title} · ${p.state}`,
  'task.actions': (p) => `${counted(p.count, 'action')} not settled`,
  'task.action': (p) => `Action ${p.no} ${p.text} · ${p.owner} · due ${p.due} · ${p.standing}`,
  'task.action_state.open': '⚪ in hand',
  'task.action_state.reported': '🔵 to be verified',
  'task.action_late': (p) => (p.days === 0 ? '🟡 late' : `🟡 ${counted(p.days, 'working day')} late`),
  'task.more': (p) => `${p.count} more; see ${p.where}.`,
  'task.text': (p) => `Task ${p.no}, its text`,
  'task.units_more': (p) => `${p.names} and others, ${p.count} units in all`,
  'task.report_button': 'Report',
  'error.task.not_yours': (p) =>
    `Not saved: ${p.units || 'your unit'} is not responsible for task ${p.task}. You may keep: ${p.numbers || 'none'}.`,
  'error.task.which_unit': (p) =>
    `Not saved: several of your units (${p.units}) are responsible for task ${p.task}; choose one in the form.`,
  'error.task.none_yours':
    'You have no task to keep: milestones and policies are kept by liaisons of the responsible units; /plan members lists them.',
}
