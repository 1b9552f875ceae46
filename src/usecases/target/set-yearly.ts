import { listMeasurements, setYearly as store } from '../../db/target-store.ts'
import type { Decimal } from '../../domain/decimal.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import { targetLine } from '../../domain/target-line.ts'
import { checkYearly } from '../../domain/target-yearly-words.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdTarget } from './target-access.ts'

/** The values of single years, all there are now and those there were, and how the target stands by them. */
export type YearlyReceipt = {
  target: DigestTarget
  yearly: Readonly<Record<string, Decimal>>
  previous: Readonly<Record<string, Decimal>> | null
}

/**
 * Sets what a target is to reach in single years; years that are not named keep what they have.
 * @throws DomainError as `checkYearly`, and `target.gone`
 */
export async function setYearly(
  context: Context,
  actor: Actor,
  input: { targetId: number; years: readonly (readonly [year: string, value: string])[] },
): Promise<YearlyReceipt> {
  return changing(context, actor, 'target.baseline', async (work) => {
    const { tx, plan, now, audit } = work
    const target = await holdTarget(work, input.targetId)
    const yearly = { ...target.yearly, ...checkYearly(target, input.years) }
    await store(tx, plan.id, target.id, yearly)
    await audit('target.yearly', `target/${target.id}`, target.yearly ?? null, yearly)
    const measurements = await listMeasurements(tx, plan.id, target.id)
    const line = targetLine({ ...target, yearly }, measurements, now.toFormat('yyyy-MM-dd'))
    return { target: line, yearly, previous: target.yearly ?? null }
  })
}
