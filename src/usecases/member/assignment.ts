import type { MemberRow } from '../../db/member-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MemberRole } from '../../domain/membership.ts'
import type { Work } from '../context.ts'
import { findUnit } from '../plan/find-unit.ts'

/** A role for a person; a liaison's names the unit as people write it. */
export type Assignment = { userId: string; role: MemberRole; unit: string | null }

const assignmentsAtMost = 1000

/**
 * The rows that assignments mean. A liaison belongs to a unit, the other roles to the whole plan.
 * @throws DomainError `member.nobody`, `member.too_many`, `member.unit_needed`, `member.unit_unfit`, `unit.unknown`
 */
export async function resolveAssignments(work: Work, assignments: readonly Assignment[]): Promise<MemberRow[]> {
  if (assignments.length === 0) throw new DomainError('member.nobody')
  if (assignments.length > assignmentsAtMost) throw new DomainError('member.too_many', { most: assignmentsAtMost })
  const units = await listUnits(work.tx, work.plan.id)
  return assignments.map(({ userId, role, unit }) => {
    if (role === 'liaison' && !unit) throw new DomainError('member.unit_needed')
    if (role !== 'liaison' && unit) throw new DomainError('member.unit_unfit', { role })
    return { userId, role, unitId: unit ? findUnit(units, unit).id : null }
  })
}
