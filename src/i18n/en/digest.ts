import { DateTime } from 'luxon'
import type { digest as chinese } from '../zh-cn/digest.ts'
import { counted } from './counted.ts'

const cadences = { weekly: 'Weekly digest', monthly: 'Monthly digest', half_yearly: 'Half-yearly digest' } as const
const small = { weekly: 'weekly digest', monthly: 'monthly digest', half_yearly: 'half-yearly digest' } as const
const problem = (title: string) => title || 'a key enterprise’s problem'
const dayOf = (iso: string, zone: string) => DateTime.fromISO(iso, { zone }).setLocale('en').toFormat('d LLL')

/** Digests */
export const digest: typeof chinese = {
  'digest.help': [
    '/digest — preview this week’s digest, for you alone',
    '/digest weekly|monthly|half-yearly [2024-06-30] — preview that digest; with a day, as things stood at its end',
    '/digest post — post it to the leading group’s channel (convener, leader, admin)',
    '/digest subscriptions — who gets which digest',
    '/digest subscribe weekly [#channel] [en] [targets,issues] [approval] — subscribe; yourself where no channel is named; alone it opens a form',
    '/digest unsubscribe 2 — end subscription 2',
    '/digest take back — take back a digest that was posted to a channel by mistake; /digest take back 1 takes the newest (convener, admin)',
    '/digest interpret — write the interpretation that goes with the next digest (convener, admin)',
    'Sections: leaders, changes, targets, reports, units, issues, actions, supervision, roadmap, practices',
    'Weekly on the first working day of a week, monthly on that of a month, half-yearly on the first working day after reports are due, each at 09:00.',
    '/digest help — this text',
  ].join('\n'),
  'digest.cadence': (p) => cadences[p.cadence],
  'digest.title': (p) =>
    `${p.cadence === 'weekly' ? 'Digest' : cadences[p.cadence]} · ${p.day}${p.part.of > 1 ? ` (${p.part.no}/${p.part.of})` : ''}${p.part.no > 1 ? '' : `: ${p.targets}; ${p.reports}; ${p.issues}`}`,
  'digest.point.targets': (p) =>
    p.total === 0
      ? 'the plan has no numeric targets'
      : `${p.good} of ${p.total} targets on pace or ahead${p.behind ? `, ${p.behind} behind` : ''}${p.unknown ? `, ${p.unknown} cannot be told` : ''}`,
  'digest.point.reports': (p) => (p.owed === 0 ? 'no reports owed now' : `${p.filed} of ${p.owed} reports filed`),
  'digest.point.issues': (p) =>
    p.open === 0
      ? 'no open issues'
      : `${counted(p.open, 'open issue')}${p.carried ? `, ${p.carried} carried over twice or more` : ''}`,
  'digest.about': (p) => `${p.plan} · reports for the ${p.period} ${p.past ? 'were due' : 'are due'} ${p.due}`,
  'digest.caught_up': (p) => `This digest catches up for ${p.count} missed while the bot was down.`,
  'digest.past':
    'Told from the records as they stood at the end of that day. Later changes of the plan’s text, of baselines, of actions’ due days and of mandatory marks, and reports withdrawn since, cannot be undone here.',
  'digest.interpretation': 'Interpretation',
  'digest.leaders': (p) => `For the leading group to decide: ${p.count}`,
  'digest.leaders.issue': (p) =>
    [
      `#${p.no} ${problem(p.title)}`,
      ...(p.carried ? [`carried over ${counted(p.carried, 'time')}`] : []),
      ...(p.units ? [`needs ${p.units}`] : []),
    ].join(' · '),
  'digest.leaders.slip': (p) => `Red slip to approve: ${p.unit}, due ${p.due}, ${counted(p.items, 'item')}`,
  'digest.more': (p) => `and ${p.count} more`,
  'digest.named_first': (p) => `The first ${p.named} of ${p.count} are named.`,
  'digest.since': (p) => {
    const day = dayOf(p.at, p.zone)
    if (p.from === 'subscription') return `First digest; since the subscription was made (${day}):`
    return p.from === 'last' ? `Since the last digest (${day}):` : `Since ${day}:`
  },
  'digest.no_changes': 'Nothing changed.',
  'digest.change.report.filed': (p) => `${counted(p.count, 'new report')}`,
  'digest.change.report.corrected': (p) => `${p.count} corrected`,
  'digest.change.report.accepted': (p) => `${p.count} accepted`,
  'digest.change.report.returned': (p) => `${p.count} returned`,
  'digest.change.report.withdrawn': (p) => `${p.count} withdrawn`,
  'digest.change.issue.raised': (p) => `${counted(p.count, 'issue')} raised`,
  'digest.change.issue.decided': (p) => `${p.count} decided`,
  'digest.change.issue.deferred': (p) => `${p.count} deferred`,
  'digest.change.issue.escalated': (p) => `${p.count} put before the leading group`,
  'digest.change.issue.closed': (p) => `${p.count} closed`,
  'digest.change.issue.withdrawn': (p) => `${p.count} withdrawn`,
  'digest.change.action.made': (p) => `${counted(p.count, 'new action')}`,
  'digest.change.action.reported': (p) => `${p.count} reported done`,
  'digest.change.action.verified': (p) => `${p.count} verified`,
  'digest.change.milestone.done': (p) => `${counted(p.count, 'milestone')} done`,
  'digest.change.milestone.slipped': (p) => `${counted(p.count, 'milestone')} slipped`,
  'digest.change.policy.issued': (p) => `${p.count} supporting ${p.count === 1 ? 'policy' : 'policies'} issued`,
  'digest.change.slip.blue': (p) => `${counted(p.count, 'blue slip')} issued`,
  'digest.change.slip.yellow': (p) => `${counted(p.count, 'yellow slip')} issued`,
  'digest.change.slip.red': (p) => `${counted(p.count, 'red slip')} issued`,
  'digest.change.slip.signed': (p) => `${counted(p.count, 'slip')} signed for`,
  'digest.change.slip.settled': (p) => `${counted(p.count, 'slip')} settled`,
  'digest.change.numbers': (p) => `${p.text} (${p.numbers}${p.more ? `, ${p.more} more` : ''})`,
  'digest.change.separator': ', ',
  'digest.change.target': (p) =>
    p.before === null
      ? `${p.metric}: first figure, ${p.after}`
      : `${p.metric}: ${p.before} → ${p.after} (${p.gap === null ? 'unchanged' : p.gap})`,
  'digest.chart': 'Targets: done against due',
  'digest.chart.done': 'done',
  'digest.chart.due': 'due',
  'digest.sent_to_you': 'The whole of it was sent to you by direct message.',
  'digest.chart.refused': 'The chart cannot be shown here; its figures are in the table below.',
  'digest.reports': (p) =>
    `The ${p.period}: ${p.filed} of ${p.owed} reports filed; ${counted(p.units, 'unit')} filed all of ${p.units === 1 ? 'its own' : 'theirs'}`,
  'digest.claims': (p) => `As the filed reports put it: ${p.counts}`,
  'digest.claim': (p) => `${p.status} ${p.count}`,
  'digest.section': (p) =>
    `${p.no ? `${p.no} ` : ''}${p.title}: ${p.filed}/${p.owed} filed${p.counts ? ` (${p.counts})` : ''}`,
  'digest.unfiled': (p) =>
    `${counted(p.units, 'unit')} still ${p.units === 1 ? 'owes' : 'owe'} reports (filed/owed): ${p.list}`,
  'digest.all_filed': 'Every unit filed all of its reports.',
  'digest.issues': (p) => counted(p.open, 'open issue'),
  'digest.issue': (p) =>
    [
      `#${p.no} ${problem(p.title)}`,
      ...(p.taskNo === null ? [] : [`task ${p.taskNo}`]),
      p.days === 0 ? 'raised today' : `open for ${counted(p.days, 'day')}`,
      ...(p.carried ? [`carried over ${counted(p.carried, 'time')}`] : []),
      ...(p.units ? [`needs ${p.units}`] : []),
    ].join(' · '),
  'digest.units': (p) => (p.more ? `${p.names} and ${p.more} more units` : p.names),
  'digest.more_issues': (p) =>
    `${p.count} more ${p.count === 1 ? 'open issue' : 'open issues'}; type /issue list to see them.`,
  'digest.ages': (p) =>
    `Raised up to 7 days ago: ${p.week}; 8–30 days: ${p.month}; 31–90 days: ${p.quarter}; longer: ${p.older}`,
  'digest.blocking': 'Issues behind targets that are behind:',
  'digest.blocking.line': (p) => `#${p.no} ${problem(p.title)} → ${p.metric}`,
  'digest.actions': (p) => `${counted(p.count, 'overdue action')}`,
  'digest.action': (p) =>
    `Action ${p.no} ${p.text} · ${p.owner} · was due ${p.due}, ${counted(p.days, 'working day')} overdue`,
  'digest.supervision': 'Supervision',
  'digest.slips': (p) =>
    `Slips that stand: ${p.blue} blue, ${p.yellow} yellow, ${p.red} red; ${p.unsigned} not signed for${p.proposed ? `; ${p.proposed} red waiting for a leader` : ''}`,
  'digest.roadmap': 'Roadmap and supporting policies',
  'digest.milestones': (p) => `${counted(p.count, 'milestone')} slipped:`,
  'digest.milestone': (p) => `Milestone ${p.no} ${p.title} · task ${p.taskNo} · ${p.unit} · was due ${p.due}`,
  'digest.policies': (p) => `${p.count} supporting ${p.count === 1 ? 'policy' : 'policies'} issued:`,
  'digest.policy': (p) => `${p.title} (${p.documentNo}) · task ${p.taskNo} · ${p.unit} · ${p.issued}`,
  'digest.practices': (p) => `Good practice: ${p.count}`,
  'digest.practice': (p) => `Task ${p.taskNo} · ${p.unit}: ${p.text}`,
  'digest.all_targets': 'All targets',
  'digest.show_unfiled': 'Units yet to report',
  'digest.preview':
    'This is a preview for you alone. A post is computed anew when it is made, and is in the plan’s language.',
  'digest.preview_only': 'This is a preview for you alone.',
  'digest.post': 'Post',
  'digest.post_confirm': 'Post the digest to the leading group’s channel?',
  'digest.posting': 'The digest is on its way to the leading group’s channel',
  'digest.channel_missing':
    'There is no leading group’s channel yet, so the weekly post is skipped. An admin can set it: /plan channel leading #channel.',
  'error.digest.no_channel':
    'Not done: the plan has no leading group’s channel yet. An admin can set it with /plan channel leading #channel; then try again.',
  'error.digest.posted_before': 'Not posted again: this digest was posted before. Type /digest post for a new one.',
  'error.digest.words_unknown':
    'Not done: I do not understand. Type /digest to preview, /digest post to post, /digest help for more.',
  'error.digest.day_in_future': (p) => `No preview: ${p.day} is still to come. Write today or an earlier day.`,
  'error.digest.day_not_understood': (p) =>
    `No preview: I do not understand the day “${p.given}”. Write it as 2024-06-30, such as /digest monthly 2024-06-30.`,
  'error.digest.subscribe_words': (p) =>
    `Not subscribed: I do not understand “${p.given}”. Say weekly, monthly or half-yearly, such as /digest subscribe weekly #channel en targets,issues; /digest subscribe alone opens a form.`,
  'error.digest.subscribed_before': (p) =>
    `Not subscribed again: this digest goes there already, as subscription ${p.no}. To change it, first type /digest unsubscribe ${p.no}, then subscribe.`,
  'error.digest.approval_of_channel':
    'Not subscribed: only what goes to a channel can wait for a leader. Name a channel, or leave out the approval.',
  'error.digest.too_many_subscriptions': (p) =>
    `Not subscribed: a plan has at most ${p.max} subscriptions. End those nobody needs first: /digest subscriptions.`,
  'error.digest.subscription_unknown': (p) =>
    `Nothing ended: there is no subscription ${p.no}. Type /digest subscriptions for the numbers.`,
  'error.digest.unsubscribe_words':
    'Nothing ended: name the subscription’s number, such as /digest unsubscribe 2. Type /digest subscriptions for the numbers.',
  'error.digest.leader_posts':
    'Not posted: digests of that channel wait for a leader’s approval. A member of the leading group can post it.',
  'error.digest.no_next':
    'Not saved: the leading group’s channel gets no digest. Subscribe it first: /digest subscribe weekly #channel.',
  'error.digest.interpretation_too_long': (p) =>
    `Not saved: an interpretation has at most ${p.max} characters, this one has ${p.length}. Shorten it and submit again.`,
  'error.digest.not_waiting': 'Not posted: this digest was posted already, or a later one took its place.',
  'error.digest.interpreted_meanwhile':
    'Not saved: the interpretation changed while you were writing. Type /digest interpret to see it, then try again.',
  'error.digest.changed_meanwhile':
    'Not posted: its interpretation was just changed. Look at the updated message, then approve.',
  'digest.subscriptions': (p) => (p.count === 0 ? 'No subscriptions yet' : counted(p.count, 'subscription')),
  'digest.subscription': (p) =>
    `${p.no}. ${cadences[p.cadence]} · ${p.language.startsWith('zh') ? 'Chinese' : 'English'} · ${p.sections || 'all sections'}${p.approval ? ' · with a leader’s approval' : ''} · next ${p.next}`,
  'digest.to_you': 'to you',
  'digest.subscribe': 'Subscribe',
  'digest.unsubscribe': 'Unsubscribe',
  'digest.unsubscribe_confirm': (p) => `End subscription ${p.no}?`,
  'digest.subscribed': (p) => `Subscribed to the ${small[p.cadence]} (no. ${p.no}); the first comes ${p.next} at 09:00`,
  'digest.invite': 'I am not in that channel yet: type /invite @Liaison there, or nothing can be posted.',
  'digest.unsubscribed': (p) => `Subscription ${p.no} (${small[p.cadence]}) ended`,
  'digest.modal.subscribe': 'Subscribe to a digest',
  'digest.field.cadence': 'Which one',
  'digest.field.channel': 'To which channel',
  'digest.field.channel_hint': 'Leave empty for yourself; channels are the convener’s and admin’s to choose.',
  'digest.field.language': 'Language',
  'digest.language.zh': 'Chinese',
  'digest.language.en': 'English',
  'digest.field.sections': 'Sections',
  'digest.field.sections_hint': 'None chosen means all.',
  'digest.field.approval': 'Before it is posted',
  'digest.field.approval_option': 'A member of the leading group approves it',
  'digest.section.leaders': 'for leaders to decide',
  'digest.section.changes': 'changes',
  'digest.section.targets': 'targets',
  'digest.section.reports': 'reports',
  'digest.section.units': 'units yet to report',
  'digest.section.issues': 'issues',
  'digest.section.actions': 'overdue actions',
  'digest.section.supervision': 'supervision',
  'digest.section.roadmap': 'roadmap and policies',
  'digest.section.practices': 'good practice',
  'digest.modal.interpret': 'Interpretation',
  'digest.field.interpretation': 'Interpretation',
  'digest.interpret_for': (p) =>
    p.waits
      ? `It goes with the ${small[p.cadence]} that waits for a leader’s approval.`
      : `It goes with the next digest of the leading group’s channel (${small[p.cadence]}, ${p.next}). Leave empty to take it back.`,
  'digest.interpreted': (p) =>
    p.empty
      ? 'The interpretation was taken back'
      : p.waits
        ? `Saved; it goes with the ${small[p.cadence]} that waits for approval, and the leaders are shown it anew`
        : `Saved; it goes with the next ${small[p.cadence]} (${p.next})`,
  'digest.interpret_preview': 'Type /digest for a preview.',
  'digest.approval': (p) => `Waits for your approval: ${p.point}`,
  'digest.approval.to': 'Goes to: ',
  'digest.approve': 'Approve and post',
  'digest.approve_confirm': 'Post it to that channel as you saw it?',
  'digest.show_whole': 'Show all of it',
  'digest.approved': 'Approved; the digest is on its way to',
}
