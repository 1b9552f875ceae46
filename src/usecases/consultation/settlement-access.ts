import type { ConsultationRow } from '../../db/consultation-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import { isUndecided } from '../../domain/consultation/consultation.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/** On which ground the person may settle an issue without a meeting; null: on none. */
export function settlementGround(
  { roles }: Pick<Work, 'roles'>,
  issue: Pick<IssueRow, 'state' | 'escalatedAt'>,
  latest: Pick<ConsultationRow, 'state'> | null,
): 'agreed' | 'leading' | null {
  if (!isUndecided(issue.state)) return null
  if (latest?.state === 'agreed' && isOffice(roles)) return 'agreed'
  return issue.escalatedAt !== null && roles.has('leader') ? 'leading' : null
}

/**
 * The ground on which the person settles it.
 * @throws DomainError `settlement.not_open` {no}, `settlement.not_consulted` {no}, `settlement.waiting` {no, units},
 *   `settlement.objected` {no, units}, `settlement.not_escalated` {no}
 */
export function requireGround(
  work: Pick<Work, 'roles'>,
  issue: Pick<IssueRow, 'no' | 'state' | 'escalatedAt'>,
  latest: ConsultationRow | null,
): 'agreed' | 'leading' {
  const ground = settlementGround(work, issue, latest)
  if (ground) return ground
  const { no } = issue
  if (!isUndecided(issue.state)) throw new DomainError('settlement.not_open', { no })
  if (!isOffice(work.roles)) throw new DomainError('settlement.not_escalated', { no })
  const unitsThat = (agrees: boolean | null) =>
    (latest?.answers ?? []).filter((one) => one.agrees === agrees).map((one) => one.unit)
  if (latest?.state === 'objected') throw new DomainError('settlement.objected', { no, units: unitsThat(false) })
  if (latest?.state === 'asked') throw new DomainError('settlement.waiting', { no, units: unitsThat(null) })
  throw new DomainError('settlement.not_consulted', { no })
}

const isOffice = (roles: Work['roles']) => roles.has('convener') || roles.has('admin')
