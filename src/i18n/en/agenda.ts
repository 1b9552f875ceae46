import type { agenda as chinese } from '../zh-cn/agenda.ts'
import { fullMoment } from './dates.ts'

const minutes = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`
const items = (count: number) => `${count} ${count === 1 ? 'item' : 'items'}`
const issues = (count: number) => `${count} open ${count === 1 ? 'issue' : 'issues'}`

/** Agendas of joint meetings */
export const agenda: typeof chinese = {
  'agenda.help': [
    '/agenda — open the form: day, time and length; drafts a joint meeting’s agenda from the open issues',
    '/agenda 2024-07-02 15:00 120 — draft at once (what you leave out is as usual: Tuesday 15:00, 120 minutes; 3pm and 2h will do)',
    '/agenda 2024-07-02 15:00 score — in order of score; the usual order is the one in which units wait least',
    '/agenda show — the latest agenda; further pages with /agenda show 2',
    '/agenda publish — post your latest draft to the meeting channel',
    '/agenda help — this text',
  ].join('\n'),
  'agenda.comma': ', ',
  'agenda.title': 'Draft an agenda',
  'agenda.intro': (p) =>
    `There ${p.open === 1 ? 'is' : 'are'} ${issues(p.open)}. The next joint meeting would usually be ${p.day} at ${p.time}. The draft comes to you alone; nobody else sees it before you publish.`,
  'agenda.date': 'Day',
  'agenda.time': 'Start',
  'agenda.minutes': 'Length (minutes)',
  'agenda.minutes_hint': (p) => `A whole number from ${p.min} to ${p.max}`,
  'agenda.mode': 'Order',
  'agenda.mode.waiting': 'Units wait least',
  'agenda.mode.score': 'By score',
  'agenda.draft_button': 'Draft',
  'agenda.draft_title': (p) =>
    `Draft agenda · ${p.day} ${p.from}–${p.to} · ${items(p.items)} in ${minutes(p.minutesUsed)}`,
  'agenda.published_title': (p) =>
    `Joint meeting agenda · ${p.day} ${p.from}–${p.to} · ${items(p.items)} in ${minutes(p.minutesUsed)}`,
  'agenda.republished_title': (p) =>
    `Joint meeting agenda, changed · ${p.day} ${p.from}–${p.to} · ${items(p.items)} in ${minutes(p.minutesUsed)}`,
  'agenda.waiting_line': (p) =>
    `Ordered so that units wait least: ${minutes(p.waiting)} in all (${minutes(p.byScore)} by score); ${p.proved ? 'proved optimal' : 'the best found, not proved optimal'}`,
  'agenda.score_line': (p) => `Ordered by score: units wait ${minutes(p.waiting)} in all`,
  'agenda.item': (p) =>
    `${p.from}–${p.to} item ${p.place}: #${p.no} ${p.title} · ${minutes(p.minutes)}${p.mandatory ? ' · mandatory' : ''}${p.pinned}`,
  'agenda.item_score': (p) => `${p.score} points = ${p.parts}${p.taskNo === null ? '' : ` · task ${p.taskNo}`}`,
  'agenda.item_units': (p) => `Attending: ${p.units}`,
  'agenda.no_units': 'No other unit needs to come',
  'agenda.names_more': (p) => `${p.names} and others, ${p.count} units in all`,
  'agenda.part.severity': (p) => `severity ${p.points}`,
  'agenda.part.age': (p) => `age ${p.points}`,
  'agenda.part.target': (p) => `target ${p.points}`,
  'agenda.part.carried': (p) => `carried over ${p.points}`,
  'agenda.part.units': (p) => `units ${p.points}`,
  'agenda.attendance': (p) => `Units that must attend: ${p.count}${p.optional > 0 ? `; that may: ${p.optional}` : ''}`,
  'agenda.attendance_line': (p) =>
    `${p.unit}${p.required ? '' : ' (optional)'}: ${p.from}–${p.to} · ${[...(p.opening ? ['the follow-up'] : []), ...(p.places ? [`${p.places.includes(',') ? 'items' : 'item'} ${p.places}`] : [])].join(', ')} · ${minutes(p.minutes)} of business and ${minutes(p.waiting)} of waiting`,
  'agenda.left_out': (p) => `Left out: ${p.count}`,
  'agenda.left_out_line': (p) => `#${p.no} ${p.title} · ${p.score} points · ${minutes(p.minutes)} — ${p.why}`,
  'agenda.why.deferred': 'put off by the convener',
  'agenda.why.absent': 'a unit it needs cannot come',
  'agenda.why.too_long': (p) => `its ${minutes(p.minutes)} are longer than the whole meeting`,
  'agenda.why.no_room': (p) => `${minutes(p.missing)} short, even if all that may go made room`,
  'agenda.why.less_worth': (p) =>
    p.missing > 0
      ? `${minutes(p.missing)} short, and what is on the agenda is worth more`
      : 'there is time, but it is not worth summoning its units',
  'agenda.why.exchange': (p) =>
    [
      p.missing > 0 ? `${minutes(p.missing)} short` : 'there is time',
      `with it${p.goes ? ` ${p.goes} would go` : ''}${p.goes && p.comes ? ',' : ''}${p.comes ? ` ${p.comes} would come` : ''}${p.goes || p.comes ? ' and' : ''} the agenda would be worth ${p.loss > 0 ? `${p.loss} less` : 'no more'}`,
    ].join('; '),
  'agenda.left_out_more': (p) => `${p.count} more with lower scores are left out; type /issue list to see them.`,
  'agenda.rest': (p) =>
    `Not shown here: ${items(p.items)}, ${p.units} attending units, ${p.leftOut} issues left out. Type /agenda show ${p.page} to see them.`,
  'agenda.page': (p) => `Page ${p.page} of ${p.pages}`,
  'agenda.weights': (p) =>
    `Points: severity, minor to urgent, ${p.severity}; age 1 for ${p.daysPerPoint} days (at most ${p.maxAge}); target ${p.targetKept}, behind ${p.targetBehind}; each carry-over ${p.carry} (at most ${p.maxCarry}); each further unit ${p.furtherUnit} (at most ${p.maxUnits}).`,
  'agenda.choice_not_proved': 'The choice of issues is the best found, not proved optimal.',
  'agenda.basis': (p) => `Input hash ${p.hash}: the same issues, weights and length give the same agenda.`,
  'agenda.warning.holiday': 'Please note: this is not a working day.',
  'agenda.warning.calendar_unknown':
    'Please note: that year’s holidays are not published yet, so Monday to Friday count as working days.',
  'agenda.warning.no_channel': 'No meeting channel is set: type /plan channel to set it before you publish.',
  'agenda.warning.overrun': 'The mandatory items take longer than the meeting: make it longer, or hold two.',
  'agenda.publish': 'Publish',
  'agenda.publish_confirm': (p) =>
    `Post it to the meeting channel, invite each unit, and mark ${p.items} ${p.items === 1 ? 'issue' : 'issues'} as scheduled. It can still be changed.`,
  'agenda.by_score': 'Order by score',
  'agenda.by_waiting': 'Order by least waiting',
  'agenda.receipt': (p) =>
    `Published: the joint meeting agenda of ${p.day} ${p.from}–${p.to}, ${items(p.items)} in ${minutes(p.minutesUsed)}`,
  'agenda.receipt_channel': 'It is on its way to ',
  'error.agenda.words_unknown': (p) =>
    `Nothing was done: “${p.given}” makes no sense here. To draft, give day and time, e.g. /agenda 2024-07-02 15:00 120; to change a draft, give the number, e.g. /agenda first 7. Type /agenda help for more.`,
  'error.agenda.no_such_time': (p) =>
    `Nothing was done: there is no such day or time as “${p.given}”. Write it like 2024-07-02 15:00.`,
  'error.agenda.start_passed': (p) =>
    `Nothing was done: ${fullMoment(p.given)} has passed. Choose a time to come, with the year where it is next year’s, e.g. 2025-01-07 15:00.`,
  'error.agenda.start_too_far': (p) =>
    `Nothing was done: ${fullMoment(p.given)} is more than ${p.days} days away. Choose a nearer day.`,
  'error.agenda.start_taken': (p) =>
    `No agenda was drafted: the agenda for ${fullMoment(p.given)} is published already. Type /agenda show to see it, or choose another time.`,
  'error.agenda.minutes_out_of_range': (p) =>
    `Nothing was done: the length must be a whole number of minutes from ${p.min} to ${p.max}, not ${p.given}.`,
  'error.agenda.no_open_issues': 'No agenda was drafted: there are no open issues. Units raise them with /issue.',
  'error.agenda.nothing_fits': (p) =>
    `No agenda was drafted: no issue fits into ${p.minutes} minutes (the shortest takes ${p.shortest}). Make the meeting longer, e.g. /agenda 2024-07-02 15:00 ${p.shortest}.`,
  'error.agenda.no_order':
    'No agenda was drafted: no order was found that keeps all that is fixed. Loosen one of the rules and try again.',
  'error.agenda.too_many_items': (p) =>
    `No agenda was drafted: too many issues are mandatory; one meeting takes at most ${p.max}. Settle or withdraw some first.`,
  'error.agenda.plan_changed': (p) =>
    `No agenda was drafted: you switched to another plan meanwhile. To draft one for “${p.plan}”, switch back and type /agenda again.`,
  'error.agenda.none': 'There is no agenda yet. A convener drafts one from the open issues with /agenda.',
  'error.agenda.no_page': (p) =>
    `There is no page ${p.page}: this agenda has ${p.pages}. Type /agenda show to see the first.`,
  'error.agenda.unknown':
    'Not done: a newer draft has replaced this one. Type /agenda show to see it, or /agenda to draft anew.',
  'error.agenda.no_draft': 'Not published: you have no draft to publish. Type /agenda to draft one.',
  'error.agenda.already_published': (p) =>
    `Not published again: the agenda for ${fullMoment(p.given)} is published already. Type /agenda show to see it.`,
  'error.agenda.no_channel':
    'Not published, the draft is kept: no meeting channel is set. Type /plan channel to set it, then publish again.',
  'error.agenda.issues_changed': (p) =>
    `Not published: ${p.issues} changed since the draft was made (withdrawn, scheduled elsewhere or edited). Type /agenda to draft anew.`,
}
