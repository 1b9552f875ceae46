import type { IssueRow } from '../../db/issue-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { issueMay } from '../../domain/issue.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'

/** An issue is withdrawn by the person or the unit that raised it, or by the office. */
export function ownsIssue({ actor, roles, units }: Pick<Work, 'actor' | 'roles' | 'units'>, issue: IssueRow): boolean {
  const own = issue.raisedBy === actor.userId || units.some((unit) => unit.id === issue.raisedUnitId)
  return own || roles.has('convener') || roles.has('admin')
}

/** What the person may do with an issue as it stands. */
export function issueRights(work: Work, issue: IssueRow): { mayWithdraw: boolean; mayRequire: boolean } {
  return {
    mayWithdraw: issueMay(issue.state, 'withdraw') && ownsIssue(work, issue),
    mayRequire: issueMay(issue.state, 'schedule') && !issue.mandatory && allows(work.roles, 'issue.require'),
  }
}

/**
 * The unit of the person that raises an issue: the one they named, else one of theirs that is responsible for the task,
 * else their first; null for a person of no unit.
 * @throws DomainError `issue.unit_not_yours`
 */
export function raisingUnit(
  { units }: Pick<Work, 'units'>,
  unitId: number | null,
  responsible: readonly { id: number }[],
): { id: number; name: string } | null {
  if (unitId !== null) {
    const named = units.find((unit) => unit.id === unitId)
    if (!named) throw new DomainError('issue.unit_not_yours')
    return named
  }
  return units.find((unit) => responsible.some((one) => one.id === unit.id)) ?? units[0] ?? null
}
