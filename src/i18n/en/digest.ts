import type { digest as chinese } from '../zh-cn/digest.ts'
import { counted } from './counted.ts'

/** Digests */
export const digest: typeof chinese = {
  'digest.help': [
    '/digest — preview the digest, for you alone: targets against their due pace, reports owed, open issues',
    '/digest post — post it to the leading group’s channel (convener, leader, admin)',
    'It is posted by itself at 09:00 on the first working day of each week.',
    '/digest help — this text',
  ].join('\n'),
  'digest.title': (p) => `Digest · ${p.day}: ${p.targets}; ${p.reports}; ${p.issues}`,
  'digest.point.targets': (p) =>
    p.total === 0
      ? 'the plan has no numeric targets'
      : `${p.good} of ${p.total} targets on pace or ahead${p.behind ? `, ${p.behind} behind` : ''}${p.unknown ? `, ${p.unknown} cannot be told` : ''}`,
  'digest.point.reports': (p) => `${p.filed} of ${p.owed} reports filed`,
  'digest.point.issues': (p) => (p.open === 0 ? 'no open issues' : counted(p.open, 'open issue')),
  'digest.about': (p) => `${p.plan} · reports for the ${p.period} ${p.past ? 'were due' : 'are due'} ${p.due}`,
  'digest.caught_up': (p) => `This digest catches up for ${p.count} missed while the bot was down.`,
  'digest.more_targets': (p) => `${p.count} more targets; type /target list to see them all.`,
  'digest.reports': (p) =>
    `The ${p.period}: ${p.filed} of ${p.owed} reports filed; ${p.units} units filed all of theirs`,
  'digest.claims': (p) => `As the filed reports put it: ${p.counts}`,
  'digest.claim': (p) => `${p.status} ${p.count}`,
  'digest.unfiled': (p) =>
    `${p.units} units still owe reports (filed/owed): ${p.list}${p.more ? `, and ${p.more} more units` : ''}`,
  'digest.all_filed': 'Every unit filed all of its reports.',
  'digest.issues': (p) => counted(p.open, 'open issue'),
  'digest.issue': (p) =>
    [
      `#${p.no} ${p.title}`,
      ...(p.taskNo === null ? [] : [`task ${p.taskNo}`]),
      p.days === 0 ? 'raised today' : `open for ${counted(p.days, 'day')}`,
      ...(p.carried ? [`carried over ${counted(p.carried, 'time')}`] : []),
      ...(p.units ? [`needs ${p.units}`] : []),
    ].join(' · '),
  'digest.units': (p) => (p.more ? `${p.names} and ${p.more} more units` : p.names),
  'digest.more_issues': (p) =>
    `${p.count} more ${p.count === 1 ? 'open issue' : 'open issues'}; type /issue list to see them.`,
  'digest.preview':
    'This is a preview for you alone. A post is computed anew when it is made, and is in the plan’s language.',
  'digest.post': 'Post',
  'digest.post_confirm': 'Post the digest to the leading group’s channel?',
  'digest.posting': 'The digest is on its way to the leading group’s channel',
  'digest.channel_missing':
    'There is no leading group’s channel yet, so the weekly post is skipped. An admin can set it: /plan channel leading #channel.',
  'error.digest.no_channel':
    'Not posted: the plan has no leading group’s channel yet. An admin can set it with /plan channel leading #channel; then post again.',
  'error.digest.posted_before': 'Not posted again: this digest was posted before. Type /digest post for a new one.',
  'error.digest.words_unknown':
    'Not done: I do not understand. Type /digest to preview, /digest post to post, /digest help for more.',
}
