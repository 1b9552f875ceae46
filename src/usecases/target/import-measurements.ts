import { addMeasurements } from '../../db/measurement-store.ts'
import { listTargets, lockTargets } from '../../db/target-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MeasurementRowWords } from '../../domain/measurement-table.ts'
import { type Actor, type Context, changing, reading } from '../context.ts'
import { type PlannedImport, planImport } from './settle-import.ts'
import { mayRecord } from './target-access.ts'

/** What was stored. */
export type ImportedMeasurements = { added: number; corrected: number; unchanged: number; targets: number }

/** The plan that a person would import values into. @throws DomainError `target_import.nothing_to_record` */
export async function beginImport(context: Context, actor: Actor): Promise<{ planId: number; planTitle: string }> {
  return reading(context, actor, 'target.import', async (work) => {
    const targets = await listTargets(work.tx, work.plan.id)
    if (!targets.some((target) => mayRecord(work, target))) throw new DomainError('target_import.nothing_to_record')
    return { planId: work.plan.id, planTitle: work.plan.title }
  })
}

/** What importing the rows would do. Nothing is stored. */
export async function previewImport(
  context: Context,
  actor: Actor,
  rows: readonly MeasurementRowWords[],
): Promise<PlannedImport> {
  return reading(context, actor, 'target.import', (work) => planImport(work, rows))
}

/**
 * Imports what a preview showed, all of it or nothing; its `print` holds it to that.
 * @throws DomainError `target_import.changed` where it would do another thing by now
 */
export async function importMeasurements(
  context: Context,
  actor: Actor,
  rows: readonly MeasurementRowWords[],
  print: string,
): Promise<ImportedMeasurements> {
  return changing(context, actor, 'target.import', async (work) => {
    const { tx, plan, now, audit } = work
    const all = await listTargets(tx, plan.id)
    await lockTargets(
      tx,
      plan.id,
      all.map(({ id }) => id),
    )
    const planned = await planImport(work, rows)
    if (planned.problems.length > 0 || planned.print !== print) throw new DomainError('target_import.changed')
    const { changes, unchanged } = planned
    await addMeasurements(
      tx,
      changes.map(({ targetId, value, asOf, unitId, source }) => ({
        planId: plan.id,
        targetId,
        value,
        asOf,
        unitId,
        source,
        recordedBy: actor.userId,
        recordedAt: now.toJSDate(),
      })),
    )
    const stored = changes.map(({ targetId, value, asOf, unit, source, old }) => ({
      targetId,
      value,
      asOf,
      unit,
      source,
      old,
    }))
    await audit('target.import', `plan/${plan.id}`, null, stored)
    const corrected = changes.filter(({ old }) => old !== null).length
    const targets = new Set(changes.map(({ targetId }) => targetId)).size
    return { added: changes.length - corrected, corrected, unchanged, targets }
  })
}
