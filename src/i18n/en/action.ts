import type { action as chinese } from '../zh-cn/action.ts'
import { counted } from './counted.ts'
import { fullDay } from './dates.ts'

/** Actions, and what is to be done about them */
export const action: typeof chinese = {
  'todo.help': [
    '/todo — what you owe: your units’ actions; a convener also sees what to verify, who asks for a later day, what is overdue',
    '/todo all — every action, settled ones too',
    '/todo show 3 — action 3 in full, with what happened to it',
    '/todo done 3 12 contracts signed, see https://… — report it done with evidence; without evidence a form opens',
    '/todo extend 3 2024-08-01 reason (or: 10 working days) — ask for a later day; a convener sets it at once',
    'Conveners: /todo verify 3, /todo return 3 reason, /todo cancel 3 reason',
  ].join('\n'),
  'todo.title.mine': (p) =>
    `Actions: ${[
      p.verify && `${p.verify} to verify`,
      p.wish && `${p.wish} asking for a later day`,
      p.overdue && `${p.overdue} overdue`,
      p.rest && `${p.rest} in hand`,
    ]
      .filter(Boolean)
      .join(', ')}`,
  'todo.title.all': (p) => counted(p.count, 'action'),
  'todo.none.mine': 'No action waits for you.',
  'todo.none_note': 'Type /todo all to see every action.',
  'todo.none.all': 'There are no actions yet. What meetings decide is followed up here.',
  'todo.group.verify': 'To verify',
  'todo.group.wish': 'A later day is asked for',
  'todo.group.overdue': 'Overdue',
  'todo.group.own': 'For your units',
  'todo.group.others': 'Others',
  'todo.group.settled': 'Settled',
  'todo.page': (p) => `page ${p.page} of ${p.pages}${p.rest > 0 ? `, ${p.rest} more` : ''}`,
  'todo.next': 'Next page',
  'todo.first': 'First page',
  'todo.name': (p) => `Action ${p.no} ${p.text}`,
  'todo.line': (p) => `Action ${p.no} ${p.text} · due ${p.due} · ${p.standing}`,
  'todo.about': (p) =>
    [
      `${p.owner}${p.helpers ? ` with ${p.helpers}${p.more > 0 ? ` … (${p.more} units)` : ''}` : ''}`,
      `#${p.issueNo} ${p.issueTitle}`,
      p.meetingNo === null ? 'settled without a meeting' : `joint meeting ${p.meetingNo}`,
      ...(p.measure ? [`done when: ${p.measure}`] : []),
    ].join(' · '),
  'todo.evidence': (p) => `Reported ${p.day}: “${p.text}”`,
  'todo.remark': (p) => `The office: “${p.text}”`,
  'todo.wish': (p) => `Asks for ${p.day}: “${p.text}”`,
  'todo.more': (p) => `Action ${p.no} what happened, part ${p.part}`,
  'todo.standing.open': '⚪ in hand',
  'todo.standing.reported': '🔵 to be verified',
  'todo.standing.verified': '✅ verified',
  'todo.standing.cancelled': '⚪ cancelled',
  'todo.standing.returned': '🟡 returned',
  'todo.standing.late': (p) => (p.days === 0 ? '🟡 overdue' : `🟡 overdue by ${counted(p.days, 'working day')}`),
  'todo.standing.soon': (p) => (p.days === 0 ? '🟡 due now' : `🟡 ${counted(p.days, 'working day')} left`),
  'todo.done': 'Done',
  'todo.done_again': 'Update the report',
  'todo.ask': 'Need more time',
  'todo.verify': 'Verify',
  'todo.verify_confirm': (p) => `Once verified, action ${p.no} is settled and cannot be returned.`,
  'todo.return': 'Return',
  'todo.decline': 'Keep the day',
  'todo.agree': 'Agree',
  'todo.extend': 'Put off',
  'todo.cancel': 'Cancel',
  'todo.show': 'Show',
  'todo.modal.report': 'Report it done',
  'todo.modal.ask': 'Ask for more time',
  'todo.modal.extend': 'Put off',
  'todo.modal.return': 'Return',
  'todo.modal.decline': 'Keep the day',
  'todo.modal.cancel': 'Cancel the action',
  'todo.field_evidence': 'What was done, with evidence',
  'todo.evidence_hint':
    'What was done and what came of it; links are welcome. At most 1000 characters. The office verifies.',
  'todo.field_day': 'New due day',
  'todo.field_reason': 'Reason',
  'todo.reason_hint': 'At most 500 characters; the others read it.',
  'todo.reported': (p) => `Action ${p.no} is reported done; the office will verify it.`,
  'todo.asked': (p) =>
    `Asked to put action ${p.no} off to ${p.day}. Until the convener agrees it is due ${p.due} as before.`,
  'todo.verified': (p) => `Action ${p.no} is verified.`,
  'todo.returned': (p) => `Action ${p.no} is returned to ${p.owner}.`,
  'todo.declined': (p) => `Not put off: action ${p.no} is due ${p.due} as before.`,
  'todo.extended': (p) => `Action ${p.no} is put off from ${p.from} to ${p.to}.`,
  'todo.cancelled': (p) => `Action ${p.no} is cancelled.`,
  'todo.told_next': 'The unit sees it in App Home and in the next daily message.',
  'todo.issue_closed': (p) => `Every action of issue #${p.issueNo} ${p.title} is settled: the issue is closed.`,
  'todo.issue_reopened': (p) =>
    `Every action of issue #${p.issueNo} ${p.title} was cancelled and none verified: the issue is open again and may come before a meeting.`,
  'home.actions': (p) => `${counted(p.count, 'action')}${p.late > 0 ? `, ${p.late} overdue` : ''}`,
  'home.actions_office': (p) =>
    [p.verify && `${counted(p.verify, 'action')} to verify`, p.wish && `${p.wish} asking for a later day`]
      .filter(Boolean)
      .join(', '),
  'home.actions_late': (p) => `${counted(p.count, 'action')} overdue; type /todo overdue to see them.`,
  'home.more_actions': (p) => `${p.count} more; type /todo to see them.`,
  'error.action.unknown': (p) => `Not done: there is no action ${p.no}. Type /todo all to see them all.`,
  'error.action.not_yours': (p) =>
    `Not saved: action ${p.no} is owned by ${p.owner}; only its liaisons report it done or ask for more time. Type /todo to see yours.`,
  'error.action.not_possible': (p) =>
    `Not done: action ${p.no} ${stateWords[String(p.state)] ?? ''}, so this cannot be done to it. Type /todo show ${p.no} to see how it stands.`,
  'error.action.evidence_missing':
    'Not saved: say what was done. For example: /todo done 3 12 contracts signed, see https://…',
  'error.action.evidence_too_long': (p) =>
    `Not saved: the evidence has ${p.length} characters, more than ${p.max}. Shorten it; documents can be linked.`,
  'error.action.reason_missing': 'Not done: say why. For example: /todo return 3 please add the acceptance record',
  'error.action.reason_too_long': (p) => `Not done: the reason has ${p.length} characters, more than ${p.max}.`,
  'error.action.day_not_later': (p) =>
    `Not saved: ${fullDay(p.day)} is not later than the day it has, ${fullDay(p.dueOn)}.`,
  'error.action.changed_meanwhile': (p) =>
    `Not done: action ${p.no} changed while you were filling in the form. Type /todo show ${p.no} to see how it stands.`,
  'error.action.wish_gone': (p) =>
    `Not done: what is asked for action ${p.no} has just changed. Type /todo show ${p.no} to see it.`,
  'error.action.words_unknown': (p) => `Not done: “${p.given}” is not understood. Type /todo help to see how.`,
  'error.action.number_missing': (p) => `Not done: say which action, for example: /todo ${p.verb} 3`,
}

const stateWords: Record<string, string> = {
  open: 'is not reported done yet',
  reported: 'is reported and waits to be verified',
  verified: 'is verified and settled',
  cancelled: 'is cancelled',
}
