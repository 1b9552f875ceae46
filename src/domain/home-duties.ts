import type { DateTime } from 'luxon'
import type { Obligation, ObligationKind } from './supervision/obligation.ts'
import { daysLate } from './supervision/stage.ts'

/** Something owed, and for how many working days it has been late (0: only days off since, or since its pause); null while there is time. */
export type Duty = Obligation & { daysLate: number | null }

/** What a unit is late with: how many things of each kind, and for how many working days the oldest. */
export type LateUnit = { unitId: number; unit: string; counts: Partial<Record<ObligationKind, number>>; days: number }

/** What is owed, the earliest day first, each with how late it is at `now` (in the plan's zone). */
export function dutiesAt(obligations: readonly Obligation[], now: DateTime): Duty[] {
  const today = now.toFormat('yyyy-MM-dd')
  return obligations
    .map((one) => ({ ...one, daysLate: one.dueOn < today ? daysLate(one, today) : null }))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)))
}

/** The units that are late, the longest first; each task of a report that is owed counts. */
export function lateUnits(duties: readonly Duty[]): LateUnit[] {
  const late = new Map<number, LateUnit>()
  for (const { unitId, unit, kind, items, daysLate } of duties) {
    if (daysLate === null) continue
    const line = late.get(unitId) ?? { unitId, unit, counts: {}, days: 0 }
    line.counts[kind] = (line.counts[kind] ?? 0) + items.length
    line.days = Math.max(line.days, daysLate)
    late.set(unitId, line)
  }
  return [...late.values()].toSorted((one, other) => other.days - one.days || one.unitId - other.unitId)
}
