import { listMeasurements, setBaseline as store } from '../../db/target-store.ts'
import type { Decimal } from '../../domain/decimal.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import { DomainError } from '../../domain/errors.ts'
import { parseMeasurementDay } from '../../domain/measurement-day.ts'
import { parseQuantity } from '../../domain/quantity.ts'
import { isSigned } from '../../domain/target.ts'
import { targetLine } from '../../domain/target-line.ts'
import { checkPlausible } from '../../domain/target-plausibility.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdTarget } from './target-access.ts'

/** Where a target started, before and now, and how it stands by that. */
export type BaselineReceipt = {
  target: DigestTarget
  value: Decimal
  on: string
  previous: { value: Decimal; on: string } | null
}

/**
 * Sets the value a target starts from, and the day of that value.
 * @throws DomainError `target.baseline_day_needed`, `target.baseline_too_late` {day, by} where it is not before the
 *   target's deadline, and as `recordMeasurement` for the value and the day
 */
export async function setBaseline(
  context: Context,
  actor: Actor,
  input: { targetId: number; value: string; day: string },
): Promise<BaselineReceipt> {
  return changing(context, actor, 'target.baseline', async (work) => {
    const { tx, plan, now, audit } = work
    const today = now.toFormat('yyyy-MM-dd')
    const target = await holdTarget(work, input.targetId)
    const value = checkPlausible(parseQuantity(input.value, target.unit, isSigned(target)), target)
    if (input.day.trim() === '') throw new DomainError('target.baseline_day_needed')
    const { day: on } = parseMeasurementDay(input.day, today)
    if (target.by && on >= target.by) throw new DomainError('target.baseline_too_late', { day: on, by: target.by })
    const baseline = { value, on }
    await store(tx, plan.id, target.id, baseline)
    await audit('target.baseline', `target/${target.id}`, target.baseline, baseline)
    const measurements = await listMeasurements(tx, plan.id, target.id)
    return { target: targetLine({ ...target, baseline }, measurements, today), ...baseline, previous: target.baseline }
  })
}
