import { DateTime } from 'luxon'
import { findPlan } from '../../src/db/plan-store.ts'
import { shownSections } from '../../src/domain/digest/sections.ts'
import { composeDigest } from '../../src/usecases/digest/compose-digest.ts'
import { type BenchDatabase, onPairs } from './databases.ts'
import { fillPlans } from './many-plans.ts'
import type { Bench, Finding } from './measure.ts'
import { sideBySide } from './side-by-side.ts'

const ROUNDS = 31
const at = DateTime.fromISO('2024-06-24T09:00:00+08:00', { zone: 'Asia/Shanghai' })

/** Composing the digest of one plan of ten years, beside the same plan alone in a database. */
export const digest: Bench = {
  name: 'digest',
  limit: "a digest reads its own plan's rows, by their index: 1 ×, whatever else the database holds.",
  run: async () => [...(await among(1)), ...(await among(100)), ...(await among(1000))],
}

function among(plans: number): Promise<Finding[]> {
  return onPairs(async (alone, crowded) => {
    await fillPlans(alone.connection, 1)
    await fillPlans(crowded.connection, plans)
    const { own, times } = await sideBySide(
      ROUNDS,
      () => compose(crowded),
      () => compose(alone),
    )
    const what = `digest among ${plans} plans, ${crowded.name}`
    return [
      { what, value: own, unit: 'ms' },
      { what: `${what}, times alone`, value: times, unit: '×', atMost: 1.2 },
    ]
  })
}

function compose({ database }: BenchDatabase) {
  return database.transaction(async (tx) => {
    const plan = await findPlan(tx, 'T1', 1)
    if (!plan) throw new Error('There is no plan')
    const wish = { cadence: 'half_yearly' as const, language: plan.language, sections: shownSections([]) }
    const since = at.minus({ months: 6 }).toJSDate()
    const rest = { since, from: 'span' as const, missedSlots: 0, interpretation: '' }
    return composeDigest(tx, plan, { at, until: at, past: false }, { ...wish, ...rest })
  })
}
