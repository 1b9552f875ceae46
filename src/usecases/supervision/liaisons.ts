import type { MemberRow } from '../../db/member-store.ts'

/** The liaisons of each unit, by the unit's id. */
export function liaisonsOf(members: readonly MemberRow[]): Map<number, string[]> {
  const liaisons = new Map<number, string[]>()
  for (const { role, unitId, userId } of members)
    if (role === 'liaison' && unitId !== null) liaisons.set(unitId, [...(liaisons.get(unitId) ?? []), userId])
  return liaisons
}
