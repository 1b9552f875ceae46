import { listPeriods } from '../../db/period-store.ts'
import type { Burden } from '../../domain/burden.ts'
import { DomainError } from '../../domain/errors.ts'
import { parsePeriod, type ReportingPeriod } from '../../domain/reporting-period.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { burdenOf } from './burden-of.ts'
import { burdenPeriod } from './burden-period.ts'

/** The burden of a period of a plan. */
export type ShownBurden = { planId: number; planTitle: string; period: ReportingPeriod; burden: Burden }

/**
 * Shows the office and the leaders what was asked in a period, as it is typed (2024H1, 2024年上半年); without words in the
 * one that is reported now.
 * @throws DomainError `period.not_understood` {given}, `burden.future` {period}
 */
export async function showBurden(context: Context, actor: Actor, words: string): Promise<ShownBurden> {
  return reading(context, actor, 'plan.burden', async (work) => {
    const period = await namedPeriod(work, words)
    if (period.startsOn > work.now.toFormat('yyyy-MM-dd'))
      throw new DomainError('burden.future', { period: period.key })
    return { planId: work.plan.id, planTitle: work.plan.title, period, burden: await burdenOf(work, period) }
  })
}

/** A period that was spoken of has the days it had then. */
async function namedPeriod(work: Work, words: string): Promise<ReportingPeriod> {
  const { tx, plan } = work
  if (words === '') return burdenPeriod(work)
  const period = parsePeriod(words, plan.settings.reporting)
  return (await listPeriods(tx, plan.id)).find(({ key }) => key === period.key) ?? period
}
