import { addMeasurement, findMeasuredTarget, listRecorded } from '../../db/measurement-store.ts'
import { listMeasurements } from '../../db/target-store.ts'
import type { Decimal } from '../../domain/decimal.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import { DomainError } from '../../domain/errors.ts'
import { targetLine } from '../../domain/target-line.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdTarget, isOffice } from './target-access.ts'

/** What counts again after a correction was taken back, and what was taken back. */
export type UndoReceipt = { target: DigestTarget; day: string; value: Decimal; undone: Decimal }

/**
 * Takes back a correction: the value that it superseded is recorded again, with its unit and source, and supersedes it.
 * Nothing is removed. A value that superseded nothing cannot be taken back, only be corrected by another.
 * @throws DomainError `target.gone`, `target.undo_not_yours`, `target.undo_superseded` {day} where another value counts by
 *   now, `target.undo_first` {day}
 */
export async function undoMeasurement(context: Context, actor: Actor, measurementId: number): Promise<UndoReceipt> {
  return changing(context, actor, 'target.record', async (work) => {
    const { tx, plan, now, audit } = work
    const targetId = await findMeasuredTarget(tx, plan.id, measurementId)
    if (targetId === null) throw new DomainError('target.gone')
    const target = await holdTarget(work, targetId)
    const recorded = await listRecorded(tx, plan.id, targetId)
    const wrong = recorded.find(({ id }) => id === measurementId)
    if (!wrong) throw new DomainError('target.gone')
    if (wrong.recordedBy !== actor.userId && !isOffice(work)) throw new DomainError('target.undo_not_yours')
    const ofDay = recorded.filter(({ asOf }) => asOf === wrong.asOf)
    const former = ofDay.at(-2)
    if (ofDay.at(-1)?.id !== wrong.id) throw new DomainError('target.undo_superseded', { day: wrong.asOf })
    if (!former) throw new DomainError('target.undo_first', { day: wrong.asOf })
    const { value, asOf, unit, unitId, source } = former
    await addMeasurement(tx, {
      planId: plan.id,
      targetId,
      value,
      asOf,
      unitId,
      source,
      recordedBy: actor.userId,
      recordedAt: now.toJSDate(),
    })
    await audit('target.undo', `target/${targetId}`, { value: wrong.value, asOf }, { value, asOf, unit, source })
    const standing = await listMeasurements(tx, plan.id, targetId)
    const line = targetLine(target, standing, now.toFormat('yyyy-MM-dd'))
    return { target: line, day: asOf, value, undone: wrong.value }
  })
}
