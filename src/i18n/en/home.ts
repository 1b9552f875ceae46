import type { home as chinese } from '../zh-cn/home.ts'
import { counted } from './counted.ts'

const kinds = { report: 'report', action: 'action', milestone: 'milestone', visit: 'visit' } as const

/** App Home */
export const home: typeof chinese = {
  'home.title': (p) => `${p.who.charAt(0).toUpperCase()}${p.who.slice(1)} · ${p.period}`,
  'home.owed': (p) =>
    `${counted(p.count, 'report')} owed for the ${p.period}, due ${p.due}${p.late ? ` · ${p.late}` : ''}`,
  'home.owed_line': (p) => `${p.status} · task ${p.no} ${p.title}${p.unit ? ` · ${p.unit}` : ''}`,
  'home.all_filed': (p) =>
    p.total === 1
      ? `The report for the ${p.period} is filed.`
      : `All ${p.total} reports for the ${p.period} are filed.`,
  'home.not_open': (p) => `Reports for the ${p.period} are asked for from ${p.opens} on; none is owed now.`,
  'home.unchanged': 'No change for the rest',
  'home.unchanged_confirm': (p) =>
    `Of the ${counted(p.count, 'report')} owed, those that were filed before are filed as they were, marked as unchanged; the others stay owed.`,
  'home.duties': (p) => `${p.count} ${p.count === 1 ? 'milestone or visit' : 'milestones and visits'}`,
  'home.duty': (p) =>
    `${p.kind === 'visit' ? `visit to enterprise ${p.no}` : `${kinds[p.kind]} ${p.no} ${p.title}`} · due ${p.due}${p.late ? ` · ${p.late}` : ''}`,
  'home.slips': (p) => `${counted(p.count, 'slip')} to sign for`,
  'home.sign_slip': 'Sign with a line',
  'home.visit': 'Record a visit',
  'home.done': 'Done',
  'home.slip': (p) => `${p.name} · ${p.unit} · ${p.what}, ${p.due}`,
  'home.slip_reports': (p) => `reports for the ${p.period}`,
  'home.slip_other': (p) => (p.kind === 'visit' ? `visit to enterprise ${p.no}` : `${kinds[p.kind]} ${p.no}`),
  'home.target': (p) =>
    [
      `${p.status} · ${p.metric}`,
      ...(p.current === null ? [] : [`now ${p.current}`]),
      ...(p.due === null ? [] : [`due ${p.due}`]),
      ...(p.gap === null ? [] : [`gap ${p.gap}`]),
    ].join(', '),
  'home.waits': (p) => `${p.count} ${p.count === 1 ? 'matter waits' : 'matters wait'} for your decision`,
  'home.nothing_waits': 'Nothing waits for your decision now.',
  'home.escalated': (p) =>
    `#${p.no} ${p.title} · before the leading group${p.carried > 0 ? `, carried over ${counted(p.carried, 'time')}` : ''}, ${counted(p.units, 'unit')} concerned`,
  'home.red_how': 'A red slip goes out only with a leader’s approval; to decline one with a reason type /todo slips.',
  'home.approve_slip': 'Approve',
  'home.approve_slip_confirm': (p) => `A red slip goes to ${p.unit} and is announced in the leading group’s channel.`,
  'home.minutes': (p) =>
    `${p.number > 0 ? `Amendment ${p.number} to the minutes` : 'The minutes'} of joint meeting ${p.no} to sign · type /meeting minutes ${p.no} to read them`,
  'home.sign_confirm': (p) =>
    `Sign ${p.number > 0 ? `amendment ${p.number} to the minutes` : 'the minutes'} of joint meeting ${p.no}. Signed minutes are never changed, only amended.`,
  'home.digest': (p) => `${p.cadence} made on ${p.day} waits for approval`,
  'home.approve_digest': 'Approve',
  'home.approve_digest_confirm': 'The digest is posted as it stands.',
  'home.board': (p) =>
    `Reports for the ${p.period}: ${p.filed} of ${p.owed} filed; ${p.done} of ${counted(p.units, 'unit')} complete, due ${p.due}`,
  'home.board_line': (p) =>
    [
      `${p.filed < p.owed ? '⚪ ' : ''}${p.unit}: ${p.filed}/${p.owed} filed`,
      ...(p.returned > 0 ? [`${p.returned} returned`] : []),
      ...(p.late > 0 ? [`${p.late} filed late`] : []),
    ].join(', '),
  'home.review': (p) => `Review ${counted(p.count, 'report')}`,
  'home.whole_board': 'All units',
  'home.whole_overdue': 'Everything overdue',
  'home.late': (p) => `${counted(p.units, 'unit')} with something overdue`,
  'home.late_line': (p) =>
    `${p.unit}: ${p.what}, the oldest ${p.days > 0 ? `${counted(p.days, 'working day')} overdue` : 'just overdue'}`,
  'home.late_kind': (p) => counted(p.count, kinds[p.kind]),
  'home.last_digest': (p) => `Last digest: ${p.day}, in `,
  'home.settled': (p) => `${p.count} settled or withdrawn in the last 30 days: ${p.list}`,
  'home.left_out': (p) => `${p.count} more; type ${p.command} to see them.`,
  'home.left_out_units': (p) => `${counted(p.count, 'more unit')}; type ${p.command} to see them.`,
  'home.report': 'Report',
  'home.report_all': 'Report one by one',
  'home.meetings': 'Joint meetings',
  'home.no_meetings': 'No joint meeting that concerns you is coming up.',
  'home.meeting': (p) =>
    `${p.day} ${p.time} joint meeting ${p.no}${p.place ? ` · ${p.place}` : ''} · ${p.count} ${p.count === 1 ? 'item' : 'items'}${p.own ? ' of yours' : ''}`,
  'home.planned': (p) =>
    `${p.day} ${p.time} joint meeting ${p.no}${p.place ? ` · ${p.place}` : ''} · ${p.drafted ? 'a draft waits to be published: /agenda show' : 'agenda not published yet'}`,
  'home.item': (p) => `${p.time} #${p.no} ${p.title} · ${p.minutes} min`,
  'home.issues': (p) => `${p.count} unsettled ${p.count === 1 ? 'issue' : 'issues'}`,
  'home.no_issues': 'No issue is unsettled.',
  'home.raise': 'Raise an issue',
  'home.more_items': (p) => `${p.count} more; type /agenda show to see them.`,
  'home.more_issues': (p) => `${p.count} more; type /issue list to see them.`,
  'home.not_member': (p) =>
    `You are not on the list of people of “${p.plan}” yet. Ask an admin to add you with /plan members; then your reports, meetings and issues are shown here.`,
}
