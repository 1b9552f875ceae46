import { createHash } from 'node:crypto'
import { listMeasurements, listTargets, type TargetRow } from '../../db/target-store.ts'
import { listUnits, type UnitRow } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MeasurementRowWords } from '../../domain/measurement-table.ts'
import { type SettledImport, settleImport } from '../../domain/target-import.ts'
import type { Work } from '../context.ts'
import { findUnit } from '../plan/find-unit.ts'
import { isOffice, sourceUnit, sourceUnits } from './target-access.ts'

/** What an import would do for the person now, and a print of it that is another as soon as it would do another thing. */
export type PlannedImport = SettledImport & { planId: number; print: string }

/** Settles the rows of a table by what the plan holds now, and by what the person may record. */
export async function planImport(work: Work, rows: readonly MeasurementRowWords[]): Promise<PlannedImport> {
  const { tx, plan, now } = work
  const targets = await listTargets(tx, plan.id)
  const units = await listUnits(tx, plan.id)
  const standing = await listMeasurements(tx, plan.id)
  const settled = settleImport(rows, {
    targets,
    today: now.toFormat('yyyy-MM-dd'),
    standing: new Map(standing.map((one) => [`${one.targetId}/${one.asOf}`, one])),
    unitOf: (target, name) => unitOf(work, units, target, name),
  })
  const print = createHash('sha256').update(JSON.stringify(settled.changes)).digest('hex')
  return { ...settled, planId: plan.id, print }
}

/**
 * The office enters what any unit of the plan gave; a liaison what their own gave.
 * @throws DomainError as `findUnit` and `sourceUnit`
 */
function unitOf(work: Work, units: readonly UnitRow[], target: TargetRow, name: string): UnitRow | null {
  if (name === '') return isOffice(work) && sourceUnits(work, target).length > 1 ? null : sourceUnit(work, target, null)
  const unit = findUnit(units, name)
  if (isOffice(work)) {
    if (target.taskNo === null || target.unitIds.includes(unit.id)) return unit
    throw new DomainError('target_import.unit_of_other_task', { unit: unit.name, task: target.taskNo })
  }
  return sourceUnit(work, target, unit.id)
}
