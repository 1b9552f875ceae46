import type { MemberRole } from '../domain/membership.ts'

const everyone: readonly MemberRole[] = ['liaison', 'convener', 'leader', 'admin']

/**
 * Who may do what in a plan: the one table of authorisation. A use case names its action when it starts; a liaison's
 * actions are further bound to their own units by the use case itself.
 */
export const permissions = {
  'plan.show': everyone,
  'plan.import': ['admin'],
  'plan.export': ['admin', 'convener'],
  'plan.channels': ['admin', 'convener'],
  'plan.settings': ['admin', 'convener'],
  'plan.burden': ['admin', 'convener', 'leader'],
  'members.list': everyone,
  'members.assign': ['admin'],
  'report.list': everyone,
  'report.file': ['liaison'],
  'report.withdraw': ['liaison'],
  'report.board': everyone,
  'report.history': everyone,
  'report.review': ['convener', 'admin'],
  'report.period': ['convener', 'admin'],
  'report.compile': ['convener', 'leader', 'admin'],
  'task.show': everyone,
  'milestone.list': everyone,
  'milestone.keep': ['liaison', 'convener', 'admin'],
  'policy.list': everyone,
  'policy.keep': ['liaison', 'convener', 'admin'],
  'enterprise.list': everyone,
  'enterprise.keep': ['liaison', 'convener', 'admin'],
  'enterprise.visit': ['liaison', 'convener', 'admin'],
  'supervision.list': everyone,
  'supervision.sign': ['liaison'],
  'supervision.approve': ['leader'],
  'supervision.withdraw': ['convener', 'leader', 'admin'],
  'supervision.pause': ['convener', 'admin'],
  'issue.raise': everyone,
  'issue.list': everyone,
  'issue.withdraw': everyone,
  'issue.require': ['leader'],
  'issue.consult': ['convener', 'admin'],
  'issue.answer': ['liaison'],
  'issue.settle': ['convener', 'leader', 'admin'],
  'meeting.list': everyone,
  'meeting.plan': ['convener', 'admin'],
  'meeting.reply': ['liaison'],
  'meeting.roster': ['convener', 'leader', 'admin'],
  'meeting.run': ['convener', 'admin'],
  'minutes.show': everyone,
  'minutes.draft': ['convener', 'admin'],
  'minutes.sign': ['leader'],
  'action.list': everyone,
  'action.report': ['liaison'],
  'action.settle': ['convener', 'admin'],
  'ledger.export': ['convener', 'leader', 'admin'],
  'agenda.show': everyone,
  'agenda.draft': ['convener', 'admin'],
  'agenda.publish': ['convener', 'admin'],
  'target.list': everyone,
  'target.record': ['liaison', 'convener', 'admin'],
  'target.baseline': ['convener', 'admin'],
  'target.import': ['liaison', 'convener', 'admin'],
  'digest.preview': everyone,
  'digest.post': ['convener', 'leader', 'admin'],
  'digest.list': everyone,
  'digest.subscribe': everyone,
  'digest.subscribe_channel': ['convener', 'admin'],
  'digest.interpret': ['convener', 'admin'],
  'digest.approve': ['leader'],
  'digest.take_back': ['convener', 'admin'],
  'delivery.health': ['convener', 'admin'],
  'delivery.resend': ['convener', 'admin'],
} as const satisfies Record<string, readonly MemberRole[]>

/** An action of the table of permissions. */
export type Action = keyof typeof permissions

/** Whether one of these roles may do it. */
export function allows(roles: ReadonlySet<MemberRole>, action: Action): boolean {
  const allowed: readonly MemberRole[] = permissions[action]
  return allowed.some((role) => roles.has(role))
}
