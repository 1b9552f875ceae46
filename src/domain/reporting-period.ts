import { DateTime } from 'luxon'
import { addWorkingDays } from './calendar.ts'
import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import { defaultSettings, type PeriodRule } from './plan-settings.ts'

/** 报送期: a half-year, unless the plan settled otherwise. Days are ISO dates ("2024-06-30") of the plan's zone. */
export type ReportingPeriod = {
  /** "2024H1", "2024Q3", "2024M05" or "2024Y" */
  key: string
  startsOn: string
  endsOn: string
  /** From this day on reports are asked for. */
  opensOn: string
  /** The last day on which a report is in time. */
  dueOn: string
}

/** upcoming: not asked for yet; open: until its last day; due: being collected; past: reports are late now. */
type PeriodState = 'upcoming' | 'open' | 'due' | 'past'

const months = { month: 1, quarter: 3, half_year: 6, year: 12 } as const
type Cadence = PeriodRule['cadence']

const byDefault = defaultSettings.reporting

/** The period that the local date of `date` lies in. */
export function periodAt(date: DateTime, rule: PeriodRule = byDefault): ReportingPeriod {
  return period(date.year, Math.ceil(date.month / months[rule.cadence]), rule)
}

/** The period after this one, by the same rule. */
export function nextPeriod({ endsOn }: ReportingPeriod, rule: PeriodRule = byDefault): ReportingPeriod {
  return periodAt(utc(endsOn).plus({ days: 1 }), rule)
}

/** The period before this one, by the same rule. */
export function previousPeriod({ startsOn }: ReportingPeriod, rule: PeriodRule = byDefault): ReportingPeriod {
  return periodAt(utc(startsOn).minus({ days: 1 }), rule)
}

/**
 * The period that reports filed at `now` (in the plan's zone) are for: the earliest whose due date has not passed. So
 * the first half of 2024 until the end of 12 July, from then on the second.
 */
export function reportablePeriod(now: DateTime, rule: PeriodRule = byDefault): ReportingPeriod {
  const current = periodAt(now, rule)
  const previous = previousPeriod(current, rule)
  return isLate(previous, now) ? current : previous
}

/**
 * The periods that have been asked for between the day `since` and `now` (in the plan's zone), oldest first: those that
 * have opened, and were not due before `since`.
 */
export function askedPeriods(since: DateTime, now: DateTime, rule: PeriodRule = byDefault): ReportingPeriod[] {
  const asked: ReportingPeriod[] = []
  for (
    let one = previousPeriod(periodAt(since, rule), rule);
    one.opensOn <= localDay(now);
    one = nextPeriod(one, rule)
  ) {
    if (one.dueOn >= localDay(since)) asked.push(one)
  }
  return asked
}

/** Has the period's due date passed at `at` (in the plan's zone)? A report is then accepted and marked late. */
export function isLate(period: Pick<ReportingPeriod, 'dueOn'>, at: DateTime): boolean {
  return localDay(at) > period.dueOn
}

/** Where the period stands at `at` (in the plan's zone), unless the office closed it. */
export function periodState(period: ReportingPeriod, at: DateTime): PeriodState {
  const day = localDay(at)
  if (day < period.opensOn) return 'upcoming'
  if (day <= period.endsOn) return 'open'
  return day <= period.dueOn ? 'due' : 'past'
}

/**
 * Reads a period as people write it: 2024H1, 2024-H2, 2024上半年, 2024年下半年, H1 2024, 2024Q3, 2024年三季度, 2024M05,
 * 2024年5月, 2024Y, 2024年. Which of them a plan has is its cadence's; opening and due days are by `rule`.
 * @throws DomainError `period.not_understood` {given}
 */
export function parsePeriod(text: string, rule: PeriodRule = byDefault): ReportingPeriod {
  const typed = foldFullWidth(text).replace(/\s+/g, '').toUpperCase()
  for (const [cadence, pattern] of shapes) {
    const groups = pattern.exec(typed)?.groups
    if (groups) return period(Number(groups.year), numberOf(groups.no ?? '1'), { ...rule, cadence })
  }
  throw new DomainError('period.not_understood', { given: text.slice(0, 40) })
}

const year = '(?<year>20\\d\\d)'
const shapes: readonly [Cadence, RegExp][] = [
  ['half_year', new RegExp(`^(?:${year}年?[-/]?(?:H(?<no>[12])|(?<no>[上下])半年)|H(?<no>[12])[-/]?${year})$`)],
  [
    'quarter',
    new RegExp(`^(?:${year}年?[-/]?(?:Q(?<no>[1-4])|第?(?<no>[1-4一二三四])季度)|Q(?<no>[1-4])[-/]?${year})$`),
  ],
  ['month', new RegExp(`^${year}(?:年|[-/]?M|[-/])(?<no>0?[1-9]|1[0-2])月?$`)],
  ['year', new RegExp(`^${year}(?:Y|年度?|全年|年全年)$`)],
]

const numberOf = (word: string) => ({ 上: 1, 下: 2, 一: 1, 二: 2, 三: 3, 四: 4 })[word] ?? Number(word)

/** The `no`-th period of a year. */
function period(inYear: number, no: number, rule: PeriodRule): ReportingPeriod {
  const length = months[rule.cadence]
  const starts = DateTime.utc(inYear, (no - 1) * length + 1, 1)
  const ends = starts.plus({ months: length }).minus({ days: 1 })
  return {
    key: keyOf(inYear, no, rule.cadence),
    startsOn: localDay(starts),
    endsOn: localDay(ends),
    opensOn: localDay(ends.minus({ days: rule.opensDaysBefore })),
    dueOn: localDay(addWorkingDays(ends, rule.dueWorkingDays)),
  }
}

function keyOf(inYear: number, no: number, cadence: Cadence): string {
  if (cadence === 'year') return `${inYear}Y`
  if (cadence === 'month') return `${inYear}M${String(no).padStart(2, '0')}`
  return `${inYear}${cadence === 'quarter' ? 'Q' : 'H'}${no}`
}

const utc = (day: string) => DateTime.fromISO(day, { zone: 'utc' })
const localDay = (at: DateTime) => at.toFormat('yyyy-MM-dd')
