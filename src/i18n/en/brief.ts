import type { brief as chinese } from '../zh-cn/brief.ts'
import { counted } from './counted.ts'

/** The daily brief */
export const brief: typeof chinese = {
  'brief.title': (p) => `${p.units ? `${p.units}: ` : ''}${counted(p.count, 'thing')} today`,
  'brief.missed': (p) =>
    `Liaison stood still: ${p.count === 1 ? 'the brief of the working day before was' : `the briefs of ${p.count} working days before were`} not sent. What is still to be done is in this one.`,
  'brief.meeting': (p) =>
    `Joint meeting ${p.no}, ${p.day}: your unit ${p.required ? 'attends' : 'may attend'} ${p.from}–${p.to}, ${p.places ? `${p.places.includes(',') ? 'items' : 'item'} ${p.places}` : 'the follow-up'}${p.place ? ` · ${p.place}` : ''}`,
  'brief.item': (p) => `${p.from}–${p.to} #${p.no} ${p.title}`,
  'brief.unanswered': 'Your unit has not said yet whether it comes.',
  'brief.actions': (p) => counted(p.count, 'action'),
  'brief.action': (p) => `${p.concern} · action ${p.no} ${p.text} (${p.unit}, due ${p.due})`,
  'brief.concern.overdue': '🟡 overdue',
  'brief.concern.returned': '🟡 returned',
  'brief.concern.today': '🟡 due today',
  'brief.concern.soon': '🟢 due soon',
  'brief.concern.new': '⚪ new',
  'brief.actions_note': 'Type /todo to report on them or to ask for more time.',
  'brief.consultations': (p) => `${counted(p.count, 'proposal')} to answer`,
  'brief.consultation': (p) => `#${p.no} ${p.title} (${p.unit}, asked ${p.day})`,
  'brief.issue_note': 'Type /issue and the number to see and handle one.',
  'brief.to_verify': (p) => `${counted(p.count, 'action')} to verify`,
  'brief.verify': (p) => `Action ${p.no} ${p.text} (${p.owner}, reported done ${p.day})`,
  'brief.verify_note': 'Type /todo to verify or return them.',
  'brief.missing': (p) =>
    `Joint meeting ${p.no}, ${p.day}: ${counted(p.count, 'required unit')} did not answer yet: ${p.units}`,
  'brief.agreed': (p) => `${counted(p.count, 'issue')} that all units agree on, to settle without a meeting`,
  'brief.agreed_line': (p) => `#${p.no} ${p.title}`,
  'brief.escalated': (p) => `${counted(p.count, 'issue')} before the leading group`,
  'brief.escalated_line': (p) =>
    `#${p.no} ${p.title} (${p.carried ? `carried over ${p.carried}×, ` : ''}since ${p.day})`,
  'brief.slips': (p) => `${counted(p.count, 'slip')} to act on and sign`,
  'brief.slips_note': 'Type /todo slips to see them, /todo sign and the number with your line to sign.',
  'brief.red': (p) => `${counted(p.count, 'red slip')} for your approval`,
  'brief.red_note': 'Type /todo slips to approve them or not to send them.',
  'brief.owed': (p) => `${counted(p.count, 'thing')} owed`,
  'brief.owed_note': 'Type /progress to report, /todo to see what waits for you.',
  'brief.owed_report': (p) =>
    `${p.concern} · reports for the ${p.period} (${p.unit}): ${p.owed} of ${counted(p.total, 'task')} missing (${p.tasks}), due ${p.due}`,
  'brief.owed_other': (p) => `${p.concern} · ${p.matter} (${p.unit}, due ${p.due})`,
  'brief.owed.soon': (p) => `🟢 ${counted(p.days, 'working day')} left`,
  'brief.owed.today': '🟡 due today',
  'brief.owed.overdue': (p) => (p.days === 0 ? '🟡 past its day' : `🟡 ${counted(p.days, 'working day')} late`),
  'brief.report_each': 'Report one by one',
  'brief.unchanged': 'No change in the rest',
  'brief.returned': (p) => `${counted(p.count, 'report')} returned, to correct and file again`,
  'brief.returned_line': (p) => `Task ${p.no}, ${p.period} (${p.unit}, returned ${p.day}): “${p.reason}”`,
  'brief.joint': (p) =>
    `${p.count > 1 ? 'Tasks' : 'Task'} ${p.tasks}, ${p.period}: all participants have reported; ${p.unit} files the joint report`,
  'brief.review': (p) => `${counted(p.count, 'report')} to review: type /progress review.`,
  'brief.review_open': 'Review',
  'brief.more': (p) => `${p.count} more; see the commands above.`,
}
