import { DateTime } from 'luxon'
import { listPeriods } from '../../db/period-store.ts'
import type { TaskRow } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import {
  nextPeriod,
  parsePeriod,
  periodAt,
  type ReportingPeriod,
  reportablePeriod,
} from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'
import { isOwed, loadClaims } from './load-claims.ts'
import { standingPeriods } from './standing-periods.ts'

/**
 * The period that words name (2024H1, 2024上半年), with the days it has: those it was first spoken of with, else those of
 * the plan's cadence.
 * @throws DomainError `period.not_understood` {given}, `period.other_cadence` {period, current}
 */
export async function namedPeriod({ tx, plan, now }: Work, words: string): Promise<ReportingPeriod> {
  const rule = plan.settings.reporting
  const named = parsePeriod(words, rule)
  const known = (await listPeriods(tx, plan.id)).find(({ key }) => key === named.key)
  if (known) return known
  const regular = periodAt(DateTime.fromISO(named.startsOn, { zone: 'utc' }), rule)
  if (regular.key === named.key) return named
  throw new DomainError('period.other_cadence', { period: named.key, current: reportablePeriod(now, rule).key })
}

/** The period that reports filed now are for though none is asked for: the next one where the office closed it already. */
export async function filingPeriod({ tx, plan, now }: Work): Promise<ReportingPeriod> {
  const rule = plan.settings.reporting
  const period = reportablePeriod(now, rule)
  const known = (await listPeriods(tx, plan.id)).find(({ key }) => key === period.key)
  return known?.closedAt ? nextPeriod(period, rule) : period
}

/** The period that is spoken of where none is named: the newest that is asked for, else the one reports are for now. */
export async function presentPeriod(work: Work): Promise<ReportingPeriod> {
  const [newest] = (await standingPeriods(work)).toReversed()
  return newest ?? filingPeriod(work)
}

/** The period that a report without a named one is for: the oldest the unit owes one of the task in, else the present. */
export async function owedPeriod(work: Work, task: TaskRow, unitId: number): Promise<ReportingPeriod> {
  const owed = (await loadClaims(work, [unitId], [task])).find(isOwed)
  return owed?.period ?? filingPeriod(work)
}
