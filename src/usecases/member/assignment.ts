import type { MemberRow } from '../../db/member-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MemberRole } from '../../domain/membership.ts'
import type { Work } from '../context.ts'
import { findUnit } from '../plan/find-unit.ts'

/** A role for a person; a liaison's names the unit as people write it. */
export type Assignment = { userId: string; role: MemberRole; unit: string | null }

/** An assignment with the unit's own name and id. */
export type ResolvedAssignment = MemberRow & { unit: string | null }

/** What a change of members did: how many roles changed hands, of those named. */
export type MembersChanged = { changed: number; assignments: readonly ResolvedAssignment[] }

const assignmentsAtMost = 1000

/** The rows to store for assignments. */
export function memberRows(assignments: readonly ResolvedAssignment[]): MemberRow[] {
  return assignments.map(({ unit: _, ...row }) => row)
}

/**
 * The rows that assignments mean. A liaison belongs to a unit, the other roles to the whole plan.
 * @throws DomainError `member.nobody`, `member.too_many`, `member.unit_needed`, `member.unit_unfit`, `unit.unknown`
 */
export async function resolveAssignments(
  work: Work,
  assignments: readonly Assignment[],
): Promise<ResolvedAssignment[]> {
  if (assignments.length === 0) throw new DomainError('member.nobody')
  if (assignments.length > assignmentsAtMost) throw new DomainError('member.too_many', { most: assignmentsAtMost })
  const units = await listUnits(work.tx, work.plan.id)
  return assignments.map(({ userId, role, unit }) => {
    if (role === 'liaison' && !unit) throw new DomainError('member.unit_needed')
    if (role !== 'liaison' && unit) throw new DomainError('member.unit_unfit', { role })
    const found = unit ? findUnit(units, unit) : null
    return { userId, role, unitId: found?.id ?? null, unit: found?.name ?? null }
  })
}
