import type { MemberRole } from '../membership.ts'

/** Who looks, as far as enterprises matter: their roles, and the units they are liaison of. */
export type EnterpriseViewer = { roles: ReadonlySet<MemberRole>; unitIds: readonly number[] }

/**
 * May a person see an enterprise's name and what is written about it? Only the units concerned, the office and leaders may
 * (issue: key enterprises). Concerned are its contact unit, and for an issue of it also the units that the issue needs.
 */
export function maySeeEnterprise({ roles, unitIds }: EnterpriseViewer, concerned: readonly number[]): boolean {
  if (roles.has('convener') || roles.has('admin') || roles.has('leader')) return true
  return concerned.some((unitId) => unitIds.includes(unitId))
}

/**
 * May a person keep an enterprise of that unit, and visit it? The office may for every unit, a liaison for their own; a
 * leader only sees.
 */
export function mayKeepEnterprise({ roles, unitIds }: EnterpriseViewer, unitId: number): boolean {
  return roles.has('convener') || roles.has('admin') || unitIds.includes(unitId)
}
