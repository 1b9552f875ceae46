import type { minutes as chinese } from '../zh-cn/minutes.ts'
import { counted } from './counted.ts'

const named = (p: { no: number; number: number }) =>
  p.number > 0 ? `amendment ${p.number} of the minutes of joint meeting ${p.no}` : `minutes of joint meeting ${p.no}`

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** Minutes */
export const minutes: typeof chinese = {
  'minutes.help': [
    '/meeting minutes 3 — see the minutes of joint meeting 3; for conveners, draft them',
    '/meeting submit 3 — a convener sends the draft for signature; /meeting sign 3 — a leader signs it',
    '/meeting amend 3 item 2 is due on 15 August — a convener drafts a numbered amendment of signed minutes, for a leader to sign',
  ].join('\n'),
  'minutes.named': (p) => capital(named(p)),
  'minutes.draft_title': (p) => `Draft ${named(p)}: please check, then send for signature`,
  'minutes.unchanged': (p) => `The draft ${named(p)} would say the same, so it stays.`,
  'minutes.drafted': (p) => `The draft ${named(p)} is made and comes by direct message.`,
  'minutes.to_sign_title': (p) => `Please sign: ${named(p)}`,
  'minutes.signed_title': (p) => `Signed: ${named(p)} · ${p.by}, ${p.day}`,
  'minutes.counts': (p) =>
    [
      `${p.decided} decided`,
      counted(p.actions, 'action'),
      ...(p.deferred > 0 ? [`${p.deferred} deferred`] : []),
      ...(p.escalated > 0 ? [`${p.escalated} escalated`] : []),
      ...(p.withdrawn > 0 ? [`${p.withdrawn} withdrawn`] : []),
    ].join(', '),
  'minutes.meeting': (p) => `${p.plan} · ${p.day} ${p.time}${p.place ? ` · ${p.place}` : ''}`,
  'minutes.attached': 'The whole text is attached.',
  'minutes.own_actions': (p) => `${p.units}: ${counted(p.count, 'action')}`,
  'minutes.action_line': (p) => `Action ${p.no} ${p.text} · by ${p.day} · ${p.owner ? 'owner' : 'helps'}`,
  'minutes.submit': 'Send for signature',
  'minutes.redraft': 'Draft anew',
  'minutes.sign': 'Sign',
  'minutes.sign_confirm': (p) =>
    `Sign the ${named(p)}? After that only an amendment changes it. It is sent to the units.`,
  'minutes.submitted': (p) => `Sent for signature: ${named(p)}, to ${counted(p.leaders, 'leader')}.`,
  'minutes.signed': (p) => `Signed: ${named(p)}; on its way to the channel and the units.`,
  'minutes.state_draft': 'draft, not signed',
  'minutes.state_signed': 'signed',
  'minutes.row': (p) => `${capital(named(p))} · ${p.state}`,
  'minutes.file_follows': 'The files come by direct message.',
  'minutes.sending': (p) => `Files of the minutes of joint meeting ${p.no}`,
  'error.minutes.number_missing': 'Please say which meeting, for example: /meeting minutes 3',
  'error.minutes.not_held': (p) =>
    `Joint meeting ${p.no} is not over, so it has no minutes. They are drafted when it ends (/meeting end ${p.no}).`,
  'error.minutes.none': (p) => `The minutes of joint meeting ${p.no} are not signed yet; please wait.`,
  'error.minutes.signed_already': (p) =>
    `Not done: the minutes of joint meeting ${p.no} are signed. See them with /meeting minutes ${p.no}; a convener corrects them with /meeting amend ${p.no} what is corrected.`,
  'error.minutes.not_signed': (p) =>
    `Not saved: the minutes of joint meeting ${p.no} are not signed, so they need no amendment. Change the outcome (/meeting outcome ${p.no} #number replace …) and draft them anew.`,
  'error.minutes.newer_draft': (p) =>
    `Not done: there is a newer draft than the one you saw. See it with /meeting minutes ${p.no}.`,
  'error.minutes.not_submitted': (p) =>
    `Not signed: this draft of joint meeting ${p.no} was not sent for signature yet. The convener checks and sends it (/meeting submit ${p.no}).`,
  'error.minutes.outdated': (p) =>
    `Not signed: outcomes were changed after this was drafted. A convener drafts it anew with /meeting minutes ${p.no} and sends it again.`,
  'error.minutes.changed': (p) =>
    `Not saved: the outcomes changed while the draft was made. Please try /meeting minutes ${p.no} again.`,
  'error.minutes.draft_failed': (p) =>
    `The meeting is over and its outcomes are kept, but the minutes could not be drafted (${p.reason}). Draft them with /meeting minutes ${p.no}.`,
  'error.minutes.no_leader': 'Not sent: there is no leader yet. An admin names them with /plan members.',
  'error.minutes.text_missing':
    'Not saved: please write what is corrected, for example: /meeting amend 3 item 2 is due on 15 August',
  'error.minutes.text_too_long': (p) => `Not saved: the amendment has ${p.length} characters, ${p.max} at most.`,
}
