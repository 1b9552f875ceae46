import type { attendance as chinese } from '../zh-cn/attendance.ts'
import { counted } from './counted.ts'

/** Attendance: invitations, answers, the roster */
export const attendance: typeof chinese = {
  'attendance.calendar_summary': (p) => `Joint meeting ${p.no} (${p.plan})`,
  'attendance.opening_line': (p) => `${p.from} follow-up of earlier decisions: please speak to what is overdue`,
  'attendance.item_line': (p) => `${p.from}–${p.to} item ${p.place}: #${p.no} ${p.title} — ${p.ask}`,
  'attendance.ask.raised': 'please state the case (raised it)',
  'attendance.ask.lead': 'please say how it will be handled (lead)',
  'attendance.ask.help': 'please prepare what your unit can contribute (participant)',
  'attendance.invited': (p) =>
    `${p.changed ? 'Times changed · ' : ''}Joint meeting ${p.no}, ${p.day}: your unit ${p.required ? 'attends' : 'may attend'} ${p.from}–${p.to}, ${p.places ? `${p.places.includes(',') ? 'items' : 'item'} ${p.places}` : 'the follow-up'}`,
  'attendance.invited_units': (p) => `${p.units}${p.place ? ` · place: ${p.place}` : ''}`,
  'attendance.calendar_attached':
    'The calendar file is attached; where times change, import the new one and the entry is updated.',
  'attendance.answered': (p) => `Answered: ${p.reply}. If that changes, answer again.`,
  'attendance.attend': 'Attend',
  'attendance.deputy': 'Send a deputy',
  'attendance.cannot': 'Cannot',
  'attendance.disinvited_cancelled': (p) => `Cancelled: joint meeting ${p.no}, ${p.day} ${p.time}`,
  'attendance.disinvited_not_needed': (p) =>
    `The agenda of joint meeting ${p.no}, ${p.day} ${p.time}, changed: your unit need not come`,
  'attendance.reason': (p) => `Reason: ${p.reason}`,
  'attendance.calendar_removed': 'A cancellation for your calendar is attached.',
  'attendance.roster_title': (p) =>
    `Roster of joint meeting ${p.no}, ${p.day} ${p.time}: ${p.answered} of ${counted(p.required, 'required unit')} answered`,
  'attendance.roster_line': (p) =>
    `${p.unit}${p.required ? '' : ' (optional)'} · ${p.reply}${p.window ? ` (${p.window})` : ''}${p.items ? ` · ${p.items}` : ''}${p.remark ? ` · “${p.remark}”` : ''}`,
  'attendance.reply.none': '⚪ no answer yet',
  'attendance.reply.attend': '🟢 attends',
  'attendance.reply.deputy': (p) => `🟢 sends ${p.deputy || 'a deputy'}`,
  'attendance.reply.cannot': '🟡 cannot come',
  'attendance.reply.partly': '🟡 there for part of it',
  'attendance.attended.yes': 'came',
  'attendance.attended.no': 'did not come',
  'attendance.window': (p) => (p.from && p.to ? `${p.from}–${p.to}` : p.from ? `from ${p.from}` : `until ${p.to}`),
  'attendance.resolve': 'Re-solve by the answers',
  'attendance.resolve_note': (p) =>
    `${p.units} cannot come as planned, which concerns their items. Re-solve by the answers; the draft comes to you alone.`,
  'attendance.deputy_title': 'Send a deputy',
  'attendance.deputy_name': 'Who comes',
  'attendance.cannot_title': 'Cannot come',
  'attendance.cannot_kind': 'How it is',
  'attendance.kind.cannot': 'Cannot come',
  'attendance.kind.from': 'Can come only from a time on',
  'attendance.kind.until': 'Can come only until a time',
  'attendance.time': 'Time',
  'attendance.time_hint': (p) => `The meeting is ${p.from}–${p.to}. Not needed where you cannot come.`,
  'attendance.remark': 'Remark',
  'attendance.form_meeting': (p) => `Joint meeting ${p.no}, ${p.day} ${p.time}`,
  'attendance.time_missing': 'Please choose a time.',
  'attendance.replied': (p) => `Answered: joint meeting ${p.no}, ${p.day} · ${p.units} · ${p.reply}`,
  'attendance.replied_note':
    'You can answer again before the meeting; the last answer counts. The convener sees it on the roster.',
  'error.attendance.unknown':
    'Not saved: there is no such meeting, or your unit is not on its roster. Type /meeting to see the meetings to come.',
  'error.attendance.closed': (p) =>
    `Not saved: joint meeting ${p.no} has begun or is cancelled; answers are no longer taken.`,
  'error.attendance.words_unknown': (p) =>
    `Not saved: please say your answer. Examples: /meeting rsvp ${p.no} attend; /meeting rsvp ${p.no} deputy Zhang San; /meeting rsvp ${p.no} cannot, with a reason; /meeting rsvp ${p.no} from 15:30`,
  'error.attendance.deputy_missing': 'Not saved: please name the deputy. Example: /meeting rsvp 3 deputy Zhang San',
  'error.attendance.too_long': (p) => `Not saved: ${p.length} characters, more than ${p.max}. Please shorten it.`,
  'error.attendance.time_outside': (p) => `Not saved: ${p.given} is outside the meeting, ${p.from}–${p.to}.`,
}
