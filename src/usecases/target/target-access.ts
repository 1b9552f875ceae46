import type { TargetRow } from '../../db/target-store.ts'
import { listTargets, lockTargets } from '../../db/target-store.ts'
import type { UnitRow } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'
import { permissions } from '../permissions.ts'

/**
 * The target, held until the transaction ends.
 * @throws DomainError `target.gone` where the plan has no such target any more
 */
export async function holdTarget(work: Work, targetId: number): Promise<TargetRow> {
  await lockTargets(work.tx, work.plan.id, [targetId])
  return findTarget(work, targetId)
}

/** The target, to be read. @throws DomainError `target.gone` where the plan has no such target any more */
export async function findTarget({ tx, plan }: Work, targetId: number): Promise<TargetRow> {
  const target = (await listTargets(tx, plan.id)).find(({ id }) => id === targetId)
  if (!target) throw new DomainError('target.gone')
  return target
}

/** Is the person of the leading group's office: a convener or an admin? */
export function isOffice({ roles }: Pick<Work, 'roles'>): boolean {
  return roles.has('convener') || roles.has('admin')
}

/** May the person record values of the target? */
export function mayRecord(work: Work, target: TargetRow): boolean {
  const allowed = permissions['target.record'].some((role) => work.roles.has(role))
  return allowed && (isOffice(work) || sourceUnits(work, target).length > 0)
}

/** The person's units that may give a target's values: those responsible for its task, all where it is the plan's own. */
export function sourceUnits({ units }: Pick<Work, 'units'>, target: TargetRow): readonly UnitRow[] {
  return target.taskNo === null ? units : units.filter(({ id }) => target.unitIds.includes(id))
}

/**
 * The unit that a value comes from; null where the office (convener, admin) records it for none of its own.
 * @throws DomainError `target.not_responsible` {metric, task, units}, `target.which_unit` {metric, units}
 */
export function sourceUnit(work: Work, target: TargetRow, unitId: number | null): UnitRow | null {
  const candidates = sourceUnits(work, target).filter(({ id }) => unitId === null || id === unitId)
  const [unit, other] = candidates
  const metric = target.metric
  const names = (units: readonly UnitRow[]) => units.map(({ name }) => name)
  if (other) throw new DomainError('target.which_unit', { metric, units: names(candidates) })
  if (unit) return unit
  if (unitId === null && isOffice(work)) return null
  throw new DomainError('target.not_responsible', { metric, task: target.taskNo ?? '', units: names(work.units) })
}
