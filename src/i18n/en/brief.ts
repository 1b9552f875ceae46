import type { brief as chinese } from '../zh-cn/brief.ts'
import { counted } from './counted.ts'

/** The daily brief */
export const brief: typeof chinese = {
  'brief.title': (p) => `${p.units ? `${p.units}: ` : ''}${counted(p.count, 'thing')} today`,
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
  'brief.more': (p) => `${p.count} more; see the commands above.`,
}
