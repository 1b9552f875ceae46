import type { agendaChange as chinese } from '../zh-cn/agenda-change.ts'
import { counted } from './counted.ts'

/** Changing a draft agenda */
export const agendaChange: typeof chinese = {
  'agenda.follow_up': (p) =>
    `${p.from}–${p.to} follow-up of earlier decisions: ${p.verified} verified, ${p.running} in hand, ${p.overdue} overdue`,
  'agenda.follow_up_line': (p) => `overdue: action ${p.no} ${p.text} (${p.owner}, due ${p.day}, #${p.issueNo})`,
  'agenda.item_absent': (p) => `🟡 Cannot come as planned: ${p.units}`,
  'agenda.revised_title': (p) =>
    `Revised agenda, published but not updated yet · ${p.day} ${p.from}–${p.to} · ${counted(p.items, 'item')} in ${counted(p.minutesUsed, 'minute')}`,
  'agenda.up': '↑ Up',
  'agenda.down': '↓ Down',
  'agenda.first': 'Pin first',
  'agenda.last': 'Pin last',
  'agenda.free': 'Unpin',
  'agenda.change_minutes': 'Change minutes',
  'agenda.defer': 'Defer',
  'agenda.add': 'Add an issue',
  'agenda.add_title': 'Add an issue',
  'agenda.add_issue': 'Issues left out',
  'agenda.add_hint': 'The agenda is solved anew with it; where it does not fit others go, and the price is told.',
  'agenda.why_choose': 'Why not …?',
  'agenda.item_minutes_title': 'Change minutes',
  'agenda.item_minutes_label': (p) => `Minutes for #${p.no}`,
  'agenda.changed.up': (p) => `#${p.no} moved up`,
  'agenda.changed.down': (p) => `#${p.no} moved down`,
  'agenda.changed.first': (p) => `#${p.no} pinned first`,
  'agenda.changed.last': (p) => `#${p.no} pinned last`,
  'agenda.changed.free': (p) => `#${p.no} unpinned`,
  'agenda.changed.add': (p) => `#${p.no} added`,
  'agenda.changed.defer': (p) => `#${p.no} deferred; on publishing it counts as carried over once`,
  'agenda.changed.minutes': (p) => `#${p.no} given ${counted(p.minutes, 'minute')}`,
  'agenda.changed.before': (p) => `#${p.no} before #${p.other}`,
  'agenda.changed.mode': (p) => (p.mode === 'score' ? 'ordered by score' : 'ordered by least waiting'),
  'agenda.changed.window': 'with the unit’s times',
  'agenda.changed.again': 'solved anew',
  'agenda.price': (p) =>
    [
      p.what,
      p.waiting > 0
        ? `costs ${counted(p.waiting, 'waiting minute')}`
        : p.waiting < 0
          ? `saves ${counted(-p.waiting, 'waiting minute')}`
          : 'the waiting stays the same',
      ...(p.came ? [`${p.came} came onto it`] : []),
      ...(p.went ? [`${p.went} went off it`] : []),
    ].join('; '),
  'agenda.pinned.first': ' · pinned first',
  'agenda.pinned.last': ' · pinned last',
  'agenda.change_help': [
    '/agenda first 7 — pin #7 to the head; also: last, up, down, free, defer, add',
    '/agenda before 7 9 — #7 before #9',
    '/agenda minutes 7 20 — give #7 20 minutes',
    '/agenda window 市财政局 15:30-16:30 — when that unit is there',
    '/agenda again — solve it anew with what changed and what the units answered',
    '/agenda why 12 — why #12 is not on it',
  ].join('\n'),
  'error.agenda.not_on_it': (p) => `Not changed: #${p.no} is not on this agenda. Type /agenda show to see it.`,
  'error.agenda.at_the_end': (p) => `Not changed: #${p.no} is at that end already.`,
  'error.agenda.beside_pinned': (p) =>
    `Not changed: #${p.other} beside it is pinned, and #${p.no} cannot pass it. Unpin #${p.other} first.`,
  'error.agenda.item_minutes': (p) =>
    `Not changed: the minutes must be a whole number from ${p.min} to ${p.max}, not ${p.given}.`,
  'error.agenda.not_open': (p) => `Not changed: #${p.no} is no open issue. Type /issue list to see the open ones.`,
  'error.agenda.mandatory': (p) =>
    `Not changed: #${p.no} is mandatory (a leader’s, or carried over twice) and cannot be deferred. Change its minutes, or pin it last.`,
  'error.agenda.on_it': (p) => `#${p.no} is on the agenda. Type /agenda show to see it.`,
  'error.agenda.closed': (p) =>
    `Nothing was done: joint meeting ${p.no} has begun, is over or is cancelled; its agenda stays as it is.`,
  'error.agenda.meeting_changed': (p) =>
    `Nothing was done: joint meeting ${p.no} was changed just now (moved, cancelled or begun). Type /meeting to see it, and try again.`,
  'error.agenda.too_many_fixes':
    'Not changed: too much is fixed of this agenda. Type /agenda to draft it anew, and change that.',
  'error.agenda.window_outside': (p) =>
    `Not changed: ${p.given} is outside the meeting. Example: /agenda window 市财政局 15:30-16:30`,
  'error.agenda.which_unknown': 'Name the issue’s number, for example: /agenda why 12',
}
