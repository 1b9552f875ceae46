import { DateTime } from 'luxon'
import { listPeriods } from '../../db/period-store.ts'
import { compileReport as compile } from '../../domain/compilation/compile-report.ts'
import { compileReportLedger } from '../../domain/compilation/compile-report-ledger.ts'
import type { BurdenLine } from '../../domain/compilation/records.ts'
import type { CompiledReport } from '../../domain/compilation/report-content.ts'
import type { ReportLedger } from '../../domain/compilation/report-ledger.ts'
import { DomainError } from '../../domain/errors.ts'
import { parsePeriod, periodAt, previousPeriod, type ReportingPeriod } from '../../domain/reporting-period.ts'
import { burdenOf } from '../burden/burden-of.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { loadCompilation } from './load-compilation.ts'

/** The report of a period and its ledger. */
export type Compilation = { report: CompiledReport; ledger: ReportLedger }

/**
 * Compiles the report of the whole plan for a period as people write it ("2024H1", "2024上半年"); empty for the one that
 * opened last.
 * @throws DomainError `period.not_understood`, `compilation.period_not_begun` {period}, `compilation.period_not_kept` {period}
 */
export async function compileReport(context: Context, actor: Actor, periodWords: string): Promise<Compilation> {
  return reading(context, actor, 'report.compile', async (work) => {
    const period = await findPeriod(work, periodWords)
    const records = await loadCompilation(work, period, await burdenLines(work, period))
    return { report: compile(records), ledger: compileReportLedger(records) }
  })
}

/** What was asked of each unit in the period, and what it cost them. */
async function burdenLines(work: Work, period: ReportingPeriod): Promise<BurdenLine[]> {
  const { units } = await burdenOf(work, period)
  return units.map(({ unit, asked, sent, minutes, waiting }) => ({
    unit,
    asks: asked,
    messages: sent,
    meetingMinutes: minutes,
    waitingMinutes: waiting,
  }))
}

/** The period that is meant, with the days it had when it was first spoken of. */
async function findPeriod({ tx, plan, now }: Work, words: string): Promise<ReportingPeriod> {
  const rule = plan.settings.reporting
  const today = now.toFormat('yyyy-MM-dd')
  const stored = await listPeriods(tx, plan.id)
  const asStored = (period: ReportingPeriod) => stored.find(({ key }) => key === period.key) ?? period
  if (words === '') {
    const current = asStored(periodAt(now, rule))
    return current.opensOn <= today ? current : asStored(previousPeriod(current, rule))
  }
  const named = parsePeriod(words, rule)
  if (named.startsOn > today) throw new DomainError('compilation.period_not_begun', { period: named.key })
  const kept = periodAt(DateTime.fromISO(named.startsOn, { zone: plan.zone }), rule)
  if (kept.key === named.key || stored.some(({ key }) => key === named.key)) return asStored(named)
  throw new DomainError('compilation.period_not_kept', { period: named.key, example: kept.key })
}
