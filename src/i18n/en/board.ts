import type { board as chinese } from '../zh-cn/board.ts'
import { counted } from './counted.ts'
import { fullMoment } from './dates.ts'

/** In the meeting: the board, attendance */
export const board: typeof chinese = {
  'board.help': [
    '/meeting run — open the board: from 2 hours before its start the nearest meeting can begin; typed again, it goes on where it was',
    '/meeting run 3 — open the board of joint meeting 3',
    '/meeting next 3 — go to the next item; /meeting take 3 #7 — take up #7',
    '/meeting outcome 3 #7 — open the form to record the outcome of #7',
    '/meeting outcome 3 #7 decided one standard; action: Transport Bureau (with Customs) finish acceptance 10 working days measure: certificate issued',
    '    The outcome is decided, deferred, escalated or withdrawn; each action begins with “action:”, its owner first, its due day last, then “measure:” (may be left out). An owner whose name has blanks is followed by “(with …)” or a colon.',
    '/meeting outcome 3 #7 replace deferred papers incomplete — change a recorded outcome (until the minutes are signed)',
    '/meeting attend 3 Commerce, Customs — attendance: name the units that are there',
    '/meeting end 3 — end the meeting: items without an outcome are deferred by themselves, and the minutes are drafted',
  ].join('\n'),
  'board.view_title': (p) => `Joint meeting ${p.no}`,
  'board.facts': (p) => `${p.day} ${p.from}–${p.to}${p.place ? ` · ${p.place}` : ''} · as of ${p.now}`,
  'board.current': (p) => `Now: item ${p.place}, #${p.no} ${p.title}`,
  'board.opening': 'Now: follow-up of earlier decisions',
  'board.opening_counts': (p) => `${p.verified} verified, ${p.running} in hand, ${p.overdue} overdue`,
  'board.overdue_line': (p) => `Overdue: action ${p.no} ${p.text} · ${p.owner} · was due ${p.day}`,
  'board.none_current': 'No item is being discussed',
  'board.all_settled': 'Every item has its outcome; the meeting can end',
  'board.times': (p) =>
    `${p.planned ? `planned ${p.planned} · ` : ''}begun ${p.started} · ${p.elapsed} min used · ${p.left >= 0 ? `${p.left} min left` : `🟡 ${-p.left} min over`}`,
  'board.units': (p) => `Needed: ${p.units}`,
  'board.absent': (p) => `🟡 Not there: ${p.units}`,
  'board.outcome_stands': (p) => `Outcome so far: ${p.outcome}`,
  'board.record': 'Record outcome',
  'board.record_again': 'Change outcome',
  'board.next': 'Next item',
  'board.next_up': (p) => `Next: ${p.at} #${p.no} ${p.title}`,
  'board.coming': 'Coming up',
  'board.coming_line': (p) =>
    `about ${p.at} item ${p.place}: #${p.no} ${p.title} · ${p.minutes} min${p.shift === 0 ? '' : ` · planned ${p.planned}, ${p.shift > 0 ? `${p.shift} min later` : `${-p.shift} min earlier`}`}${p.units ? ` · ${p.units}` : ''}`,
  'board.take': 'Take up',
  'board.done': (p) => `${p.count} of ${counted(p.total, 'item')} with an outcome`,
  'board.done_line': (p) =>
    `Item ${p.place}: #${p.no} ${p.title} · ${p.outcome}${p.actions > 0 ? ` · ${counted(p.actions, 'action')}` : ''}${p.text ? `: ${p.text}` : ''}`,
  'board.gone': 'settled outside the meeting, nothing to discuss',
  'board.more': (p) => `${p.count} more not shown: “Next item” or /meeting take reaches them.`,
  'board.end_expected': (p) =>
    `Expected to end ${p.at}${p.shift === 0 ? '' : `, ${p.shift > 0 ? `${p.shift} min later` : `${-p.shift} min earlier`} than planned`}`,
  'board.attendance': (p) => (p.total === 0 ? 'Attendance' : `Attendance (${p.present} of ${p.total})`),
  'board.refresh': 'Refresh',
  'board.end': 'End the meeting',
  'board.end_confirm': (p) =>
    p.count === 0
      ? 'Every item has its outcome. The minutes will be drafted.'
      : `${counted(p.count, 'item')} without an outcome: ${p.open}. They will be deferred; those carried twice go to the leading group.`,
  'board.attendance_title': 'Attendance',
  'board.attendance_present': 'Units that are there',
  'board.attendance_hint': 'Units not chosen count as absent; one that came without an invitation can be chosen, too.',
  'board.attendance_marked': (p) =>
    `Attendance marked: ${counted(p.present, 'unit')} there${p.absent ? `, not there: ${p.absent}` : ''}`,
  'board.ended': (p) =>
    `Joint meeting ${p.no} has ended: ${[
      `${counted(p.decided, 'item')} decided`,
      counted(p.actions, 'action'),
      ...(p.carried > 0 ? [`${p.carried} deferred`] : []),
      ...(p.escalated > 0 ? [`${p.escalated} escalated`] : []),
      ...(p.withdrawn > 0 ? [`${p.withdrawn} withdrawn`] : []),
    ].join(', ')}`,
  'board.carried_line': (p) =>
    `#${p.no} ${p.title}: no outcome, carried over (${counted(p.carried, 'time')}${p.escalated ? ', now before the leading group' : ''})`,
  'board.carried_more': (p) => `${p.count} more are carried over as well.`,
  'board.minutes_coming': 'The draft minutes come by direct message; check them, then send them for signature.',
  'item_call.soon': (p) => `About ${p.time}: item ${p.item}, #${p.no} ${p.title} — ${p.units}, please get ready`,
  'item_call.now': (p) => `Now: item ${p.item}, #${p.no} ${p.title} — ${p.units}, please come in`,
  'item_call.place': (p) => `Joint meeting ${p.no}${p.place ? ` · place: ${p.place}` : ''}`,
  'error.board.none_near':
    'No meeting can begin now: none with a published agenda starts within 2 hours or started in the last 8. To open another, give its number, for example: /meeting run 3',
  'error.board.not_published': (p) =>
    `Not started: joint meeting ${p.no} has no published agenda, or was cancelled. Draft and publish one with /agenda first.`,
  'error.board.too_early': (p) =>
    `Not started: joint meeting ${p.no} is on ${fullMoment(p.given)}; it can begin from 2 hours before.`,
  'error.board.not_running': (p) =>
    `Not done: joint meeting ${p.no} is not under way. Start it with /meeting run ${p.no}.`,
  'error.board.held': (p) =>
    `Not done: joint meeting ${p.no} is over. See its minutes with /meeting minutes ${p.no}; until they are signed, /meeting outcome ${p.no} #number replace … changes an outcome.`,
  'error.board.signed': (p) =>
    `Not saved: the minutes of joint meeting ${p.no} are signed, so its outcomes stay. To correct them: /meeting amend ${p.no} what is corrected.`,
  'error.board.not_on_agenda': (p) =>
    `Not done: #${p.issue} is not on the agenda of joint meeting ${p.no}. See its items with /meeting run ${p.no}.`,
  'error.board.moved_on':
    'Not done: another convener has just gone to another item. The board is up to date now; please look before you go on.',
  'error.board.recorded_meanwhile': (p) =>
    `Not saved: another convener has just recorded the outcome of #${p.issue}${p.text ? ` (“${p.text}”)` : ''}. The board is up to date now; to change it all the same, press “Change outcome”.`,
  'error.board.recorded_before': (p) =>
    `Not saved: #${p.issue} has its outcome${p.text ? ` (“${p.text}”)` : ''}. To change it, write “replace” before the new one, for example: #${p.issue} replace deferred`,
  'error.board.words_unknown':
    'This makes no sense to me. Example: /meeting outcome 3 #7 decided one standard; action: Customs open the window 10 working days. Type /meeting help for more.',
  'error.board.nothing_next': (p) =>
    `There is no next item: all of joint meeting ${p.no} have their outcome. End it with /meeting end ${p.no}.`,
}
