import type { MemberRow } from '../../db/member-store.ts'
import type { MemberRole } from '../../domain/membership.ts'

/** A person of the plan: their roles, and the ids of the units they are liaison of. */
export type Addressee = { userId: string; roles: ReadonlySet<MemberRole>; unitIds: ReadonlySet<number> }

/** The people of a plan, each with all of their roles and units. */
export function addresseesOf(members: readonly MemberRow[]): Addressee[] {
  return [...Map.groupBy(members, ({ userId }) => userId)].map(([userId, own]) => ({
    userId,
    roles: new Set(own.map(({ role }) => role)),
    unitIds: new Set(own.flatMap(({ role, unitId }) => (role === 'liaison' ? (unitId ?? []) : []))),
  }))
}
