import { DateTime } from 'luxon'
import type { RefusalCause } from '../../domain/delivery/refusal.ts'
import type { delivery as chinese } from '../zh-cn/delivery.ts'
import { counted } from './counted.ts'

const kinds: Record<string, string> = {
  'slip.published': 'red slip',
  'slip.red': 'red slip',
  'agenda.published': 'agenda',
  'agenda.draft': 'draft agenda',
  'agenda.nothing': 'draft agenda',
  'minutes.draft': 'minutes',
  'minutes.to_sign': 'minutes',
  'minutes.signed': 'minutes',
  'consultation.asked': 'consultation',
  'consultation.agreed': 'consultation',
  'issue.settled': 'consultation',
  'digest.approval': 'digest for approval',
  'delivery.trouble': 'notice of delivery',
  digest: 'digest',
  brief: 'daily brief',
  removal: 'deletion',
}

const causes: Record<RefusalCause, { why: string; cure: string }> = {
  not_in_channel: { why: 'Liaison is not in the channel', cure: 'Type /invite @Liaison there' },
  channel_gone: {
    why: 'the channel is gone, or private without Liaison in it',
    cure: 'Type /invite @Liaison there; for a deleted channel, set another with /plan channel',
  },
  archived: { why: 'the channel is archived', cure: 'Unarchive it, or set another with /plan channel' },
  person_gone: {
    why: 'this person has left the workspace, or cannot get messages from a bot',
    cure: 'Remove them with /plan members and name a new liaison for the unit',
  },
  closed: {
    why: 'a setting of Slack keeps Liaison from posting here',
    cure: 'Ask an admin of the workspace to open the channel for posting, or the app’s Messages tab',
  },
  scope: { why: 'Liaison lacks a permission', cure: 'An admin can update the app from manifest.yml and reinstall it' },
  token: { why: 'Slack refuses Liaison’s token', cure: 'An admin can reinstall the app, or renew SLACK_BOT_TOKEN' },
  limited: { why: 'Slack asked to wait', cure: 'Nothing to do; it is sent again by itself' },
  unanswered: {
    why: 'Slack did not answer',
    cure: 'Check the network; it is sent again by itself once that works, or press “Send again”',
  },
  content: {
    why: 'Slack does not take the content of this message',
    cure: 'Tell whoever maintains the system, and pass the news on in another way',
  },
  other: {
    why: 'Slack did not take it',
    cure: 'Press “Send again”; if that fails, tell whoever maintains the system',
  },
}

const jobs: Record<string, string> = {
  'meeting-upkeep': 'series of meetings and their reminders',
  'daily-brief': 'daily briefs',
  'home-day': 'App Home',
}

const age = (minutes: number) => {
  if (minutes < 60) return counted(minutes, 'minute')
  return minutes < 2880 ? counted(Math.floor(minutes / 60), 'hour') : counted(Math.floor(minutes / 1440), 'day')
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Delivery */
export const delivery: typeof chinese = {
  'delivery.kind': (p) => kinds[p.kind] ?? (p.kind.startsWith('meeting.') ? 'meeting notice' : 'message'),
  'delivery.why': (p) => capital(causes[p.cause].why),
  'delivery.cure': (p) => causes[p.cause].cure,
  'delivery.moment': (p) => DateTime.fromISO(p.at).setLocale('en').toFormat('d LLL HH:mm'),
  'delivery.workspace': 'The whole workspace',
  'delivery.trouble': (p) => `Messages do not arrive, please see to it: ${causes[p.cause].why}`,
  'delivery.trouble.place': (p) => `: ${causes[p.cause].why} (since ${p.since}). ${causes[p.cause].cure}.`,
  'delivery.trouble.waits': 'The messages are kept and go out by themselves once that is done.',
  'delivery.trouble.dead': 'Messages to this place are stopped and kept; /plan health can send them again.',
  'delivery.trouble.plan': (p) => `${p.plan} · told once a place; /plan health shows everything`,
  'health.title': (p) => {
    const parts = [
      ...(p.dead ? [`${counted(p.dead, 'message')} not delivered`] : []),
      ...(p.troubled ? [`${counted(p.troubled, 'place')} not reached`] : []),
      ...(p.waiting ? [`${p.waiting} waiting`] : []),
      ...(p.late ? [`${counted(p.late, 'job')} late`] : []),
    ]
    return parts.length === 0 ? 'Health: all is well, nothing waits' : `Health: ${parts.join(', ')}`
  },
  'health.plan': (p) => `${p.plan} · ${p.at}`,
  'health.waiting': (p) => `${counted(p.count, 'message')} waiting, the oldest for ${age(p.minutes)}.`,
  'health.troubled': 'Places not reached',
  'health.troubled.waiting': (p) => (p.count === 0 ? '' : ` ${p.count} waiting.`),
  'health.dead': (p) =>
    p.listed < p.count ? `${p.count} not delivered (the oldest ${p.listed} follow)` : `${p.count} not delivered`,
  'health.dead.line': (p) => ` · ${p.kind} · ${p.since}: ${causes[p.cause].why}. ${causes[p.cause].cure}.`,
  'health.dead.refusal': (p) => `Slack: ${p.refusal}`,
  'health.late': 'Late jobs',
  'health.late.line': (p) => `${jobs[p.job] ?? p.job}: due ${p.due}, late by ${age(p.minutes)}`,
  'health.resend': 'Send again',
  'health.dismiss': 'Give up',
  'health.dismiss_confirm': 'This message will not be sent any more; this cannot be undone.',
  'health.resend_all': 'Send all again',
  'health.page': (p) => `Page ${p.page} of ${p.pages}`,
  'health.turn': 'Turn the page',
  'health.resent': 'It is sent again, unless it already stands in Slack.',
  'health.dismissed': 'This message is given up.',
  'health.resent_all': (p) =>
    p.revived + p.hurried === 0
      ? 'There is nothing to send again.'
      : `${[...(p.revived ? [`${counted(p.revived, 'message')} sent again`] : []), ...(p.hurried ? [`${p.hurried} that waited tried at once`] : [])].join(', ')}, unless they already stand in Slack.`,
  'error.delivery.gone': 'Not done: this message was sent again, or given up, meanwhile. Type /plan health to see.',
  'digest.take_back': (p) =>
    p.count === 0 ? 'No digest was posted to a channel in the last 31 days' : 'Which digest shall be taken back?',
  'digest.take_back.line': (p) => `${p.no}. ${p.cadence} · ${p.at} · `,
  'digest.take_back.button': (p) => `Take back no. ${p.no}`,
  'digest.take_back.confirm': 'This digest will be deleted from its channel; the next one tells anew what it told.',
  'digest.taken_back': (p) => `The ${p.cadence.toLowerCase()} of ${p.at} is taken back; its messages are being deleted`,
  'digest.approval.given': 'The digest is approved; nothing is left to do',
  'digest.approved_by': 'Approved by ',
  'digest.approval.superseded': 'No approval needed any more: a later digest took its place, or its subscription ended',
  'error.digest.take_back_words':
    'Not taken back: name which, e.g. /digest take back 1; /digest take back lists them (the newest is no. 1).',
  'error.digest.none_to_take_back': 'Not taken back: no digest was posted to a channel in the last 31 days.',
  'error.digest.take_back_unknown': (p) =>
    `Not taken back: there is no such digest, or it was taken back. There are ${p.count}; /digest take back lists them.`,
}
