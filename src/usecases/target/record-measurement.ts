import { addMeasurement, listRecorded } from '../../db/measurement-store.ts'
import { listMeasurements } from '../../db/target-store.ts'
import type { Decimal } from '../../domain/decimal.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import type { Change } from '../../domain/errors.ts'
import { parseMeasurementDay } from '../../domain/measurement-day.ts'
import { checkSource } from '../../domain/measurement-source.ts'
import { parseQuantity } from '../../domain/quantity.ts'
import { isSigned } from '../../domain/target.ts'
import { targetLine } from '../../domain/target-line.ts'
import { checkPlausible } from '../../domain/target-plausibility.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdTarget, sourceUnit } from './target-access.ts'

/** What a person says of a target, as typed; `unitId` null where one of their units alone may. */
export type MeasurementInput = {
  targetId: number
  value: string
  day: string
  unitId: number | null
  /** Where the figure is from, as the person names it; left out or empty: the unit alone. */
  source?: string
}

/** What was stored, as the receipt tells it. */
export type MeasurementReceipt = {
  planId: number
  measurementId: number
  /** The target as it stands with the new value. */
  target: DigestTarget
  kind: 'flow' | 'level'
  value: Decimal
  day: string
  /** Where a period was named that has not ended: its last day. `day` is today then. */
  periodEnd: string | null
  /** The unit the value comes from; null for the office. */
  unit: string | null
  source: string
  /** The latest value before, or the one of the same day, which is superseded. */
  previous: { value: Decimal; asOf: string } | null
  /** Who recorded the superseded value, where that was another person. */
  superseded: Change | null
}

/**
 * Records a value of a target. A later value for the same day supersedes, and both are kept.
 * @throws DomainError when the value is not exact or not in the target's unit, the day lies ahead, or no unit of the
 *   person may say
 */
export async function recordMeasurement(
  context: Context,
  actor: Actor,
  input: MeasurementInput,
): Promise<MeasurementReceipt> {
  return changing(context, actor, 'target.record', async (work) => {
    const { tx, plan, now, audit } = work
    const today = now.toFormat('yyyy-MM-dd')
    const target = await holdTarget(work, input.targetId)
    const unit = sourceUnit(work, target, input.unitId)
    const value = checkPlausible(parseQuantity(input.value, target.unit, isSigned(target)), target)
    const { day, periodEnd } = parseMeasurementDay(input.day, today)
    const source = checkSource(input.source ?? '')
    const before = await listMeasurements(tx, plan.id, target.id)
    const previous = before.find(({ asOf }) => asOf === day) ?? before.at(-1)
    const recorded = await listRecorded(tx, plan.id, target.id)
    const same = recorded.findLast((one) => one.asOf === day)
    const measurementId = await addMeasurement(tx, {
      planId: plan.id,
      targetId: target.id,
      value,
      asOf: day,
      unitId: unit?.id ?? null,
      source,
      recordedBy: actor.userId,
      recordedAt: now.toJSDate(),
    })
    const superseded = previous?.asOf === day ? facts(previous) : null
    const stored = facts({ value, asOf: day, unit: unit?.name ?? null, source })
    await audit('target.record', `target/${target.id}`, superseded, stored)
    return {
      planId: plan.id,
      measurementId,
      target: targetLine(target, await listMeasurements(tx, plan.id, target.id), today),
      kind: target.kind,
      value,
      day,
      periodEnd,
      unit: unit?.name ?? null,
      source,
      previous: previous ? { value: previous.value, asOf: previous.asOf } : null,
      superseded:
        same && same.recordedBy !== actor.userId ? { by: same.recordedBy, at: same.recordedAt, zone: plan.zone } : null,
    }
  })
}

/** A value as the audit trail keeps it; a source only where one was named. */
function facts({ value, asOf, unit, source }: { value: Decimal; asOf: string; unit: string | null; source: string }) {
  return { value, asOf, unit, ...(source !== '' && { source }) }
}
