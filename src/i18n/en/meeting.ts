import { DateTime } from 'luxon'
import type { meeting as chinese } from '../zh-cn/meeting.ts'
import { counted } from './counted.ts'

const every: Readonly<Record<number, string>> = {
  1: 'every month',
  2: 'every two months',
  3: 'every quarter',
  6: 'every half-year',
  12: 'every year',
}
const ordinals: Readonly<Record<string, string>> = { '1': '1st', '2': '2nd', '3': '3rd', '4': '4th', last: 'last' }
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The month of a period in words. */
function monthOf(everyMonths: number, month: number): string {
  if (everyMonths === 12) return DateTime.fromObject({ month }).setLocale('en').toFormat('LLLL')
  if (everyMonths === 2) return month === 1 ? 'odd months' : 'even months'
  return everyMonths === 3 && month === 3 ? 'the last month' : month === 1 ? 'the first month' : `month ${month}`
}

/** Series and meetings */
export const meeting: typeof chinese = {
  'meeting.help': [
    '/meeting — the meetings to come and the series',
    '/meeting series monthly 2nd Thu 15:00 120 place: Room 3 — set up a series; a holiday moves it to the next working day. “Quarterly third Tuesday” is in the quarter’s first month, “quarterly last Tuesday” in its last; or say “quarterly third Tuesday of month 2”',
    '  with channel: #channel convener: @person call: 10 draft: 3 reminder: 1 (working days before, 0 for none)',
    '/meeting new 2024-07-11 15:00 120 place: … — plan a single meeting',
    '/meeting move 3 2024-07-12 15:00 — move meeting 3 (or its length or place)',
    '/meeting cancel 3 reason — cancel meeting 3',
    '/meeting calendar 3 — send me the calendar file of meeting 3',
    '/meeting rsvp 3 attend — answer an invitation; or: deputy Zhang San, cannot reason, from 15:30. /meeting roster 3 — who comes (conveners)',
    '/meeting set 1 reminder: 2 — change the settings of series 1; /meeting stop 1 reason — end it',
  ].join('\n'),
  'meeting.rule': (p) =>
    `${every[p.everyMonths]} on the ${ordinals[p.ordinal]} ${weekdays[p.weekday - 1]}${p.everyMonths === 1 || p.usual ? '' : ` of ${monthOf(p.everyMonths, p.month)}`}, ${p.time}`,
  'meeting.every_option': (p) =>
    `${every[p.everyMonths]}${p.everyMonths === 1 ? '' : `, ${monthOf(p.everyMonths, p.month)}`}`,
  'meeting.ordinal_option': (p) => ordinals[p.ordinal] ?? '',
  'meeting.weekday_option': (p) => weekdays[p.weekday - 1] ?? '',
  'meeting.day': (p) => DateTime.fromISO(p.day).setLocale('en').toFormat('ccc d LLL yyyy'),
  'meeting.list_title': (p) => `${counted(p.count, 'meeting')} to come · ${p.plan}`,
  'meeting.list_none': (p) => `No meeting is planned · ${p.plan}`,
  'meeting.line': (p) => `Meeting ${p.no} · ${p.day} ${p.from}–${p.to}${p.place ? ` · ${p.place}` : ''} · ${p.state}`,
  'meeting.items': (p) => counted(p.items, 'item'),
  'meeting.drafted': 'a draft is not published',
  'meeting_state.draft': 'only drafted',
  'meeting_state.planned': 'planned',
  'meeting_state.published': 'agenda published',
  'meeting_state.running': 'under way',
  'meeting_state.held': 'held',
  'meeting_state.cancelled': 'cancelled',
  'meeting.warning.holiday': 'this is no working day',
  'meeting.warning.calendar_unknown': 'the holidays of that year are not published yet; Monday to Friday is assumed',
  'meeting.no_channel':
    'No meeting channel is set, so calls for topics and changes cannot be posted. Set one with /plan channel, or in the settings of the meeting.',
  'meeting.list_more': (p) => `${p.count} more, later.`,
  'meeting.held_head': 'Held',
  'meeting.more.minutes': 'Minutes',
  'meeting.series_head': 'Series',
  'meeting.series_line': (p) => `Series ${p.no} · ${p.rule} · ${p.minutes} minutes${p.place ? ` · ${p.place}` : ''}`,
  'meeting.lead_line': (p) =>
    [
      p.call ? `topics are called for ${counted(p.call, 'working day')} before` : 'no call for topics',
      p.draft ? `the draft goes to the convener ${counted(p.draft, 'working day')} before` : 'no draft by itself',
      p.reminder ? `everyone is reminded ${counted(p.reminder, 'working day')} before` : 'no reminder',
    ].join('; '),
  'meeting.convener_word': 'Convener: ',
  'meeting.channel_word': 'Channel: ',
  'meeting.new': 'Plan a meeting',
  'meeting.new_series': 'Set up a series',
  'meeting.more.move': 'Move',
  'meeting.more.cancel': 'Cancel',
  'meeting.more.calendar': 'Calendar file',
  'meeting.more.roster': 'Roster',
  'meeting.more.run': 'Meeting board',
  'meeting.more.set': 'Change settings',
  'meeting.more.stop': 'End',
  'meeting.planned': (p) => `Joint meeting ${p.no} is planned: ${p.day} ${p.from}–${p.to}`,
  'meeting.moved': (p) => `Joint meeting ${p.no} is changed: ${p.day} ${p.from}–${p.to}`,
  'meeting.moved_before': (p) => `Before: ${p.day} ${p.from}–${p.to}${p.place ? ` · ${p.place}` : ''}`,
  'meeting.cancelled': (p) => `Joint meeting ${p.no} (${p.day}) is cancelled`,
  'meeting.reopened': (p) => `Issues ${p.issues} are open again and can go to the next meeting.`,
  'meeting.told': 'Where it was announced, the channel and the invited units are told, with the calendar file.',
  'meeting.calendar_sent': (p) => `The calendar file of joint meeting ${p.no} comes to you by direct message.`,
  'meeting.kept': (p) =>
    `Joint meeting ${p.no} is kept. If an issue is raised before it, the draft comes to you the next day.`,
  'meeting.series_created': (p) => `Series ${p.no} is set up: ${p.rule}`,
  'meeting.series_changed': (p) => `Series ${p.no} is changed: ${p.rule}`,
  'meeting.series_ended': (p) => `Series ${p.no} is ended; ${counted(p.count, 'meeting')} of it cancelled`,
  'meeting.series_dates': (p) => `Planned: ${p.days}`,
  'meeting.series_follow': (p) => `Changed with it: ${p.meetings}`,
  'meeting.series_standing': (p) =>
    `The agenda of ${p.meetings} is published and stands as it is; move or cancel it by itself.`,
  'meeting.nth': (p) => `meeting ${p.no}`,
  'meeting.channel_invite':
    'Liaison is not in the channel you chose. Please invite it there, or nothing can be posted.',
  'meeting.field_every': 'How often',
  'meeting.field_ordinal': 'Which',
  'meeting.field_weekday': 'Weekday',
  'meeting.field_date': 'Day',
  'meeting.field_time': 'Time',
  'meeting.field_minutes': 'Length (minutes)',
  'meeting.field_place': 'Place or link',
  'meeting.field_channel': 'Channel (else the plan’s meeting channel)',
  'meeting.field_convener': 'Convener',
  'meeting.field_call': 'Call for topics, working days before',
  'meeting.field_draft': 'Draft to the convener, working days before',
  'meeting.field_reminder': 'Reminder, working days before',
  'meeting.days_hint': (p) => `0 to ${p.max}; 0 for none.`,
  'meeting.field_reason': 'Reason',
  'meeting.series_intro':
    'A holiday moves it to the next working day; make-up days count. The meetings of the next 100 days, at least two, are planned by themselves.',
  'meeting.move_title': 'Move a meeting',
  'meeting.cancel_title': 'Cancel a meeting',
  'meeting.end_title': 'End a series',
  'meeting.end_intro': (p) =>
    `Series ${p.no}: ${p.rule}. Nothing more is planned; its meetings without a published agenda are cancelled.`,
  'meeting.do_cancel': 'Cancel the meeting',
  'meeting.do_end': 'End the series',
  'meeting.settings_title': 'Settings of a series',
  'meeting.call_title': (p) => `Call for topics: joint meeting ${p.no}, ${p.day} ${p.time}`,
  'meeting.call_more': (p) =>
    `Please raise what the meeting should settle before ${p.deadline}.${p.place ? ` Place: ${p.place}.` : ''}`,
  'meeting.call_raise': 'Raise a topic',
  'meeting.calendar_note': 'The calendar file is attached; the latest one counts.',
  'meeting.moved_post': (p) => `Changed: joint meeting ${p.no}, ${p.day} ${p.from}–${p.to}`,
  'meeting.place_line': (p) => `Place: ${p.place}`,
  'meeting.cancelled_post': (p) => `Cancelled: joint meeting ${p.no}, ${p.day} ${p.time}`,
  'meeting.reason_line': (p) => `Reason: ${p.reason}`,
  'meeting.calendar_title': (p) => `The calendar file of joint meeting ${p.no}, ${p.day} ${p.time}`,
  'meeting.nothing_title': (p) => `No draft agenda yet for joint meeting ${p.no}, ${p.day} ${p.time}`,
  'meeting.nothing_more': 'The meeting stands: if an issue is raised before it, the draft comes the next day.',
  'meeting.keep': 'Keep the meeting',
  'error.meeting.unknown': (p) => `Not done: there is no meeting ${p.no}. Type /meeting to see those to come.`,
  'error.meeting.number_missing':
    'Not done: please say which meeting (or series), for example: /meeting calendar 3. Type /meeting to see them.',
  'error.meeting.words_unknown': (p) =>
    `Not done: “${p.given}” makes no sense here. Type /meeting help; write days and times like 2024-07-11 15:00.`,
  'error.meeting.already_running': (p) => `Not changed: meeting ${p.no} is under way.`,
  'error.meeting.already_held': (p) => `Not changed: meeting ${p.no} was held.`,
  'error.meeting.already_cancelled': (p) => `Not changed: meeting ${p.no} is cancelled already.`,
  'error.meeting.day_missing': 'Not saved: please say the day, for example: /meeting new 2024-07-11 15:00 120',
  'error.meeting.start_taken': (p) =>
    `Not saved: meeting ${p.no} is at that time. Choose another, or move or cancel that one first.`,
  'error.meeting.unchanged': (p) => `Not changed: meeting ${p.no} is at that time and place already.`,
  'error.meeting.too_short': (p) =>
    `Not changed: the published agenda of meeting ${p.no} takes ${p.used} minutes, more than ${p.minutes}. Shorten it with /agenda and publish it again first.`,
  'error.meeting.changed_meanwhile': (p) =>
    `Not changed: the time or place of meeting ${p.no} changed while you were filling in the form. Type /meeting to see it.`,
  'error.series.changed_meanwhile': (p) =>
    `Not changed: the same setting of series ${p.no} changed while you were filling in the form. Please open it again.`,
  'error.meeting.move_settings':
    'Not changed: only day, time, length and place of a meeting can be moved. For the rest of a series use /meeting set 1 …',
  'error.meeting.convener_unknown':
    'Not saved: the convener must be a convener or admin of this plan. An admin can add them with /plan members.',
  'error.meeting.place_too_long': (p) =>
    `Not saved: the place has ${p.length} characters, more than ${p.max}. Please shorten it.`,
  'error.meeting.days_out_of_range': (p) =>
    `Not saved: days before a meeting are whole numbers from 0 to ${p.max}, not ${p.given}.`,
  'error.meeting.days_order': (p) =>
    `Not saved: topics must be called for (${p.call} working days before) earlier than the draft is made (${p.draft}).`,
  'error.meeting.setting_unknown': (p) =>
    `Not saved: “${p.given}” makes no sense here. Example: place: Room 3 channel: #meetings convener: @convener call: 10 draft: 3 reminder: 1`,
  'error.meeting.reason_missing':
    'Not cancelled: please give the reason, for example: /meeting cancel 3 clashes with another meeting',
  'error.meeting.reason_too_long': (p) =>
    `Not cancelled: the reason has ${p.length} characters, more than ${p.max}. Please shorten it.`,
  'error.series.words_unknown': (p) =>
    `Not saved: “${p.given}” makes no sense here. Example: /meeting series monthly 2nd Thu 15:00 120 place: Room 3`,
  'error.series.every_missing':
    'Not saved: please say how often: monthly, every two months, quarterly, half-yearly or yearly. Example: monthly 2nd Thu 15:00',
  'error.series.day_missing':
    'Not saved: please say which weekday (1st to 4th, or last). Example: monthly 2nd Thu 15:00',
  'error.series.month_beyond': (p) => `Not saved: a period has ${p.months} months; there is no month ${p.month} in it.`,
  'error.series.too_many': (p) =>
    `Not saved: no more than ${p.max} series go on at once. End one that is not needed with /meeting stop.`,
  'error.series.there_already': (p) =>
    `Not saved: series ${p.no} has this very rule. Change its settings with /meeting set ${p.no} …`,
  'error.series.unknown': (p) => `Not done: there is no series ${p.no}. Type /meeting to see them.`,
  'error.series.ended': (p) => `Not done: series ${p.no} is ended already.`,
  'error.series.unchanged': (p) => `Not changed: series ${p.no} has these settings already.`,
}
