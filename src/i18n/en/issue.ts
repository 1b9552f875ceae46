import type { issue as chinese } from '../zh-cn/issue.ts'
import { counted } from './counted.ts'

/** Issues */
export const issue: typeof chinese = {
  'issue.help': [
    '/issue — open the form and raise an issue',
    '/issue task 12 port acceptance stuck needs: 市交通运输局, 武汉海关 20 minutes serious details:… — raise it at once',
    '/issue list — the issues that are not settled',
    '/issue 12 — #12 with its whole life: task and targets, meetings, outcomes, actions and their verification',
    '/issue withdraw 12 — withdraw #12 (who raised it, or a convener); /issue require 12 — make it mandatory (leaders)',
    '/issue ledger — the ledgers of issues and of decisions (.xlsx)',
    '/issue consult 12 proposal… — ask the units it needs before the meeting (convener); /issue agree 12 a line, /issue object 12 why — a unit’s answer',
    'On any message, choose “Raise as issue” from its menu to fill the form with it.',
  ].join('\n'),
  'issue.title': 'Raise an issue',
  'issue.field_title': 'Issue',
  'issue.field_task': 'Task',
  'issue.field_details': 'Details',
  'issue.details_hint': 'What it is stuck on, and what would settle it. At most 2000 characters.',
  'issue.field_units': 'Units needed at the meeting',
  'issue.units_hint': 'None chosen means the units responsible for the task.',
  'issue.field_minutes': 'Meeting time it needs (minutes, 5 to 60)',
  'issue.field_severity': 'Severity',
  'severity.1': 'minor',
  'severity.2': 'moderate',
  'severity.3': 'serious',
  'severity.4': 'urgent',
  'issue.task_option': (p) => `Task ${p.no} ${p.title}`,
  'issue.details_cut': (p) =>
    `The message has ${p.length} characters; the first ${p.max} are here, and the issue will link to the message.`,
  'issue.field_unit': 'Raised by',
  'issue.saving': 'Saving…',
  'issue.raise_anyway': 'Raise anyway',
  'issue.similar': (p) =>
    `Not saved yet: ${p.count} open ${p.count === 1 ? 'issue looks' : 'issues look'} alike. Is yours the same?`,
  'issue.similar_line': (p) => `#${p.no} ${p.title}${p.unit ? ` (${p.unit})` : ''}`,
  'issue.raised': (p) => `Issue #${p.no} raised: ${p.title}`,
  'issue.raised_more': (p) =>
    `${p.by ? `by ${p.by} · ` : ''}${p.task === null ? '' : `Task ${p.task} · `}needs: ${p.units} · ${p.minutes} min · ${p.severity}`,
  'issue.raised_next': 'It will be a candidate when the convener drafts the next joint meeting’s agenda.',
  'issue.show': 'Show',
  'issue.withdraw': 'Withdraw',
  'issue.withdraw_confirm': (p) => `Withdraw issue #${p.no}? It leaves the backlog; the record is kept.`,
  'issue.withdrawn': (p) => `Issue #${p.no} is withdrawn.`,
  'issue.require': 'Make mandatory',
  'issue.required': (p) => `Issue #${p.no} is mandatory now: the next joint meeting must take it.`,
  'issue.list_title': (p) => `${p.count} unsettled ${p.count === 1 ? 'issue' : 'issues'}`,
  'issue.list_none': 'No issue is unsettled. Raise one with /issue.',
  'issue.list_line': (p) =>
    `#${p.no} ${p.title} · ${p.state}${p.escalatedAt ? ' · before the leading group' : ''}${p.mandatory ? ' · mandatory' : ''} · ${p.severity} · ${p.days === 0 ? 'raised today' : counted(p.days, 'day')}${p.carried ? ` · carried over ${p.carried} ×` : ''}`,
  'issue.choose': 'Choose an issue to see',
  'issue.list_more': (p) => `${p.count} more; see one with /issue show and its number.`,
  'issue.show_title': (p) => `#${p.no} ${p.title}`,
  'issue.show_facts': (p) =>
    `${p.state}${p.escalated ? ' · before the leading group' : ''} · ${p.severity} · ${p.minutes} min${p.mandatory ? ' · mandatory' : ''}${p.carried ? ` · carried over ${p.carried} ×` : ''} · raised ${p.day}${p.unit ? ` by ${p.unit}` : ''}`,
  'issue.show_units': (p) => `Needs: ${p.units}`,
  'issue.source': 'Original message',
  'issue.ledger_file': (p) => `ledger-${p.day}.xlsx`,
  'issue.ledger_title': (p) => `Ledgers: ${p.plan} · ${counted(p.issues, 'issue')}, ${counted(p.actions, 'action')}`,
  'issue.ledger_sent': 'The ledgers are in a direct message to you.',
  'error.file.not_sent': (p) => `Not sent: the file could not be uploaded (${p.reason}). Try again in a while.`,
  'issue.escalated': 'before the leading group',
  'issue_state.open': 'open',
  'issue_state.scheduled': 'on the agenda',
  'issue_state.decided': 'decided',
  'issue_state.in_action': 'in action',
  'issue_state.closed': 'closed',
  'issue_state.withdrawn': 'withdrawn',
  'error.issue.title_missing':
    'Not saved: say what the issue is. For example: /issue task12 port acceptance stuck needs:武汉海关 20min serious',
  'error.issue.title_too_long': (p) =>
    `Not saved: the issue has ${p.length} characters, at most ${p.max} are taken. Shorten it; put the rest in the details.`,
  'error.issue.details_too_long': (p) =>
    `Not saved: the details have ${p.length} characters; at most ${p.max} are taken.`,
  'error.issue.minutes_out_of_range': (p) =>
    `Not saved: meeting time is a whole number from ${p.min} to ${p.max} minutes, not ${p.given}.`,
  'error.issue.severity_unknown': (p) =>
    `Not saved: “${p.given}” is no severity. Choose minor, moderate, serious or urgent.`,
  'error.issue.units_missing':
    'Not saved: name the units it needs, or its task. For example: /issue task12 port acceptance stuck needs:武汉海关',
  'error.issue.too_many_units': (p) => `Not saved: an issue takes at most ${p.max} units.`,
  'error.issue.unit_not_yours':
    'Not saved: you are no longer liaison of the unit you chose. An admin can see who is with /plan members.',
  'error.issue.unknown': (p) => `There is no issue #${p.no}. Type /issue list to see the unsettled ones.`,
  'error.issue.number_missing': 'Not done: say which issue, for example: /issue show 12',
  'error.issue.not_yours': (p) =>
    `Not withdrawn: issue #${p.no} can be withdrawn by the unit that raised it or the convener.`,
  'error.issue.not_possible':
    'Not done: the issue’s state does not allow this. See it with /issue show and its number.',
  'error.issue.changed_meanwhile': (p) =>
    `Not done: somebody has just changed issue #${p.no}. Type /issue show ${p.no} to see it.`,
}
