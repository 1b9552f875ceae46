import type { enterprise as chinese } from '../zh-cn/enterprise.ts'
import { counted } from './counted.ts'
import { fullDay } from './dates.ts'

const every = (months: number) => (months === 1 ? 'a visit every month' : `a visit every ${months} months`)

/** Key enterprises */
export const enterprise: typeof chinese = {
  'enterprise.help': [
    '/progress enterprises — the key enterprises you may see: contact, last and next visit, problems',
    '/progress enterprise 3 — enterprise 3 with its visits and issues',
    '/progress enterprise add Example Co Commerce Bureau @contact every 3 months notes: … — enter one; alone it opens a form',
    '/progress enterprise change 3 @contact every 2 months — change it; the number alone opens a form',
    '/progress enterprise end 3 reason — keep in touch no longer; its visits and issues stay',
    '/progress visit 3 20 June customs takes long — record a visit, today where no day is said; the number alone opens a form',
    '/issue enterprise3 task22 clearance takes long needs:Wuhan Customs — raise its problem; leave its name out of the title',
    'Names and visits are for the contact unit, the office and leaders only.',
  ].join('\n'),
  'enterprise.name': (p) => `Enterprise ${p.no} ${p.name}`,
  'enterprise.list_title': (p) =>
    `${counted(p.count, 'key enterprise')}${p.late > 0 ? `, ${counted(p.late, 'visit')} overdue` : ''}`,
  'enterprise.list_none': 'There are no key enterprises that you may see.',
  'enterprise.list_none_note':
    'Type /progress enterprise add to enter one; they are for the contact unit, the office and leaders only.',
  'enterprise.contact_of': (p) => `${p.unit} · contact: `,
  'enterprise.contact_gone': ' (the contact has left the unit; please change it)',
  'enterprise.rhythm': (p) =>
    [
      every(p.months),
      p.last ? `last ${fullDay(p.last)}` : 'not visited yet',
      ...(p.next ? [`next by ${fullDay(p.next)}`] : []),
    ].join(' · '),
  'enterprise.late': (p) => (p.days === 0 ? '🟡 overdue' : `🟡 overdue by ${counted(p.days, 'working day')}`),
  'enterprise.issue_count': (p) => `issues: ${p.open} open, ${p.settled} settled`,
  'enterprise.list_page': (p) => `page ${p.page} of ${p.pages}${p.rest > 0 ? `, ${p.rest} more` : ''}`,
  'enterprise.next': 'Next page',
  'enterprise.first': 'First page',
  'enterprise.ended': (p) => `Kept in touch with until ${fullDay(p.day)}: “${p.reason}”`,
  'enterprise.notes': (p) => `Notes: ${p.text}`,
  'enterprise.visits': (p) => `${counted(p.count, 'visit')}${p.pages > 1 ? ` (page ${p.page} of ${p.pages})` : ''}`,
  'enterprise.visits_none': 'No visit is recorded yet.',
  'enterprise.visit_head': (p) => `${fullDay(p.day)} · recorded by: `,
  'enterprise.issues': (p) => counted(p.count, 'issue'),
  'enterprise.issue_line': (p) =>
    [`#${p.no} ${p.title}`, p.state, ...(p.outcome ? [`“${p.outcome}”`] : [])].join(' · '),
  'enterprise.issues_more': (p) => `${counted(p.count, 'earlier issue')} not shown.`,
  'enterprise.issues_note': 'Type /issue with a number to see an issue’s whole life.',
  'enterprise.visit': 'Visit',
  'enterprise.show': 'Show',
  'enterprise.add': 'Enter one',
  'enterprise.change': 'Change',
  'enterprise.end': 'End',
  'enterprise.correct': 'Correct',
  'enterprise.remove': 'Remove',
  'enterprise.raise': 'Raise an issue',
  'enterprise.modal.add': 'New key enterprise',
  'enterprise.modal.change': 'Change the enterprise',
  'enterprise.modal.end': 'End keeping in touch',
  'enterprise.modal.visit': 'Record a visit',
  'enterprise.modal.correct': 'Correct a visit',
  'enterprise.modal.remove': 'Remove a visit',
  'enterprise.field_name': 'Name',
  'enterprise.field_unit': 'Contact unit',
  'enterprise.field_contact': 'Contact',
  'enterprise.contact_hint': 'A liaison of the contact unit.',
  'enterprise.field_months': 'Months between visits (1 to 24)',
  'enterprise.field_notes': 'Notes',
  'enterprise.notes_hint':
    'Business, wishes, whom to ask for there. At most 2000 characters; only the contact unit, the office and leaders see them.',
  'enterprise.field_day': 'Day of the visit',
  'enterprise.field_visit': 'What was learnt',
  'enterprise.visit_hint': 'Whom you met, what was said, what they ask for. At most 2000 characters.',
  'enterprise.field_problem': 'Problems',
  'enterprise.problem_option': 'They have a problem: raise it next',
  'enterprise.field_reason': 'Reason',
  'enterprise.reason_hint': 'At most 500 characters; it is kept on record.',
  'enterprise.end_intro': 'Nobody is reminded to visit it any more; its visits and issues can still be seen.',
  'enterprise.remove_intro':
    'It is not shown any more; what it said and your reason stay on record, and the next visit is due as without it.',
  'enterprise.saving': 'Saving…',
  'enterprise.added': (p) => `Entered: enterprise ${p.no} ${p.name}`,
  'enterprise.changed': (p) => `Changed: enterprise ${p.no} ${p.name}`,
  'enterprise.stopped': (p) => `Kept in touch with no longer: enterprise ${p.no} ${p.name}`,
  'enterprise.visited': (p) => `Recorded: visit to enterprise ${p.no} ${p.name} on ${fullDay(p.day)}`,
  'enterprise.visit_corrected': (p) => `Corrected: visit to enterprise ${p.no} ${p.name} on ${fullDay(p.day)}`,
  'enterprise.visit_removed': (p) => `Removed: visit to enterprise ${p.no} ${p.name} on ${fullDay(p.day)}`,
  'enterprise.next_visit': (p) => `The next visit is due by ${fullDay(p.day)}.`,
  'enterprise.to_contact': 'Names and visits are for the contact unit, the office and leaders only.',
  'enterprise.on_issue': (p) =>
    `Key enterprise: ${p.no === null ? '' : `${p.no} `}${p.name} (please do not pass it on to units not concerned)`,
  'enterprise.on_issue_hidden': 'It concerns a key enterprise',
  'enterprise.raise_for': (p) => `Key enterprise: ${p.no} ${p.name}`,
  'enterprise.raise_warning':
    'Please leave the enterprise’s name out of the title and the details, which every unit can read. It goes along by itself, for the units concerned, the office and leaders only.',
  'error.enterprise.unknown': (p) =>
    `Not done: there is no enterprise ${p.no}. Type /progress enterprises to see those you may see.`,
  'error.enterprise.ended': (p) =>
    `Not saved: enterprise ${p.no} is kept in touch with no longer. Type /progress enterprise add to enter it anew.`,
  'error.enterprise.name_too_short': (p) =>
    `Not saved: name the enterprise in at least ${p.min} characters. For example: /progress enterprise add Example Co Commerce Bureau @contact every 3 months`,
  'error.enterprise.name_too_long': (p) =>
    `Not saved: the name has ${p.length} characters, more than ${p.max}; please shorten it.`,
  'error.enterprise.notes_too_long': (p) =>
    `Not saved: the notes have ${p.length} characters, more than ${p.max}; please shorten them.`,
  'error.enterprise.months_out_of_range': (p) =>
    `Not saved: visits are ${p.min} to ${p.max} whole months apart, not ${p.given}.`,
  'error.enterprise.reason_missing': 'Not done: say why. For example: /progress enterprise end 3 it moved away',
  'error.enterprise.reason_too_long': (p) =>
    `Not done: the reason has ${p.length} characters, more than ${p.max}; please shorten it.`,
  'error.enterprise.there_already': (p) =>
    `Not saved: it is entered as enterprise ${p.no} already. Type /progress enterprise ${p.no} to see it.`,
  'error.enterprise.there_elsewhere':
    'Not saved: another unit keeps in touch with this enterprise already. Please settle with the office who does.',
  'error.enterprise.too_many': (p) =>
    `Not saved: at most ${p.max} enterprises are kept in touch with. End one first with /progress enterprise end.`,
  'error.enterprise.unit_missing':
    'Not saved: name the contact unit. For example: /progress enterprise add Example Co Commerce Bureau @contact every 3 months',
  'error.enterprise.unit_not_yours': (p) =>
    `Not saved: you enter enterprises for your own unit (${p.units}); others are entered by their unit or the office.`,
  'error.enterprise.contact_unknown': (p) =>
    `Not saved: nobody is called “${p.given}”. Choose the contact from the list that opens after @.`,
  'error.enterprise.contact_unfit': (p) =>
    `Not saved: the contact must be a liaison of ${p.unit}. An admin can add one with /plan members add @contact ${p.unit}; or choose another.`,
  'error.enterprise.contact_missing': (p) =>
    `Not saved: name the contact (@somebody), a liaison of ${p.unit}. /plan members lists them.`,
  'error.enterprise.changed_meanwhile': (p) =>
    `Not saved: enterprise ${p.no} has just been changed by somebody. Type /progress enterprise ${p.no} to see it first.`,
  'error.enterprise.unchanged': (p) => `Not changed: enterprise ${p.no} is like that already.`,
  'error.enterprise.number_missing': 'Not done: say which enterprise, for example: /progress enterprise 3',
  'error.enterprise.words_unknown': (p) =>
    `Not done: “${p.given}” is not understood. Type /progress enterprises help to see how.`,
  'error.enterprise.visit_day_missing': 'Not saved: choose the day of the visit.',
  'error.enterprise.visit_day_unknown': (p) =>
    `Not saved: there is no day “${p.given}”. For example: /progress visit 3 20 June customs takes long`,
  'error.enterprise.visit_in_future': (p) =>
    `Not saved: ${fullDay(p.day)} is still to come; record a visit after it. Today is ${fullDay(p.today)}.`,
  'error.enterprise.visit_too_early': (p) =>
    `Not saved: a visit is not before ${fullDay(p.earliest)}; you said ${fullDay(p.day)}.`,
  'error.enterprise.visit_notes_missing':
    'Not saved: say what was learnt. For example: /progress visit 3 20 June customs takes long',
  'error.enterprise.visit_notes_too_long': (p) =>
    `Not saved: the notes have ${p.length} characters, more than ${p.max}; please shorten them.`,
  'error.enterprise.visit_gone': (p) =>
    `Not done: that visit was removed meanwhile. Type /progress enterprise ${p.no} to see how it stands.`,
}
