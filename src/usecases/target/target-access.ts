import type { TargetRow } from '../../db/target-store.ts'
import { listTargets, lockTarget } from '../../db/target-store.ts'
import type { UnitRow } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/**
 * The target, held until the transaction ends.
 * @throws DomainError `target.gone` where the plan has no such target any more
 */
export async function holdTarget({ tx, plan }: Work, targetId: number): Promise<TargetRow> {
  await lockTarget(tx, plan.id, targetId)
  const target = (await listTargets(tx, plan.id)).find(({ id }) => id === targetId)
  if (!target) throw new DomainError('target.gone')
  return target
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
  if (unitId === null && (work.roles.has('convener') || work.roles.has('admin'))) return null
  throw new DomainError('target.not_responsible', { metric, task: target.taskNo ?? '', units: names(work.units) })
}
