import { DateTime } from 'luxon'
import { addWorkingDays } from './calendar.ts'
import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'

/** Reports are due so many working days after the period's end. */
const DUE_WORKING_DAYS = 10
/** Reporting opens so many days before the period's last day, which is counted: for a half-year on 17 June. */
const OPENS_DAYS_BEFORE_END = 13

/** 报送期: a half-year. Days are ISO dates ("2024-06-30") of the plan's zone. */
export type ReportingPeriod = {
  /** "2024H1" */
  key: string
  startsOn: string
  endsOn: string
  /** From this day on reports are asked for. */
  opensOn: string
  /** The last day on which a report is in time. */
  dueOn: string
}

/** upcoming: not asked for yet; open: until its last day; due: being collected; closed: reports are late now. */
type PeriodState = 'upcoming' | 'open' | 'due' | 'closed'

/** The half-year that the local date of `date` lies in. */
export function periodAt(date: DateTime): ReportingPeriod {
  return halfYear(date.year, date.month <= 6 ? 1 : 2)
}

/** The half-year after this one. */
export function nextPeriod(period: ReportingPeriod): ReportingPeriod {
  return periodAt(DateTime.fromISO(period.endsOn, { zone: 'utc' }).plus({ days: 1 }))
}

/**
 * The period that reports filed at `now` (in the plan's zone) are for: the earliest whose due date has not passed. So
 * the first half of 2024 until the end of 12 July, from then on the second.
 */
export function reportablePeriod(now: DateTime): ReportingPeriod {
  const current = periodAt(now)
  const previous = periodAt(now.minus({ months: 6 }))
  return isLate(previous, now) ? current : previous
}

/** Has the period's due date passed at `at` (in the plan's zone)? A report is then accepted and marked late. */
export function isLate(period: ReportingPeriod, at: DateTime): boolean {
  return localDay(at) > period.dueOn
}

/** Where the period stands at `at` (in the plan's zone). */
export function periodState(period: ReportingPeriod, at: DateTime): PeriodState {
  const day = localDay(at)
  if (day < period.opensOn) return 'upcoming'
  if (day <= period.endsOn) return 'open'
  return day <= period.dueOn ? 'due' : 'closed'
}

/**
 * Reads a half-year as people write it: 2024H1, 2024-H2, 2024上半年, 2024年下半年, H1 2024.
 * @throws DomainError `period.not_understood` {given}
 */
export function parsePeriod(text: string): ReportingPeriod {
  const typed = foldFullWidth(text).replace(/\s+/g, '').toUpperCase()
  const match =
    /^(?<year>20\d\d)年?[-/]?(?:H(?<half>[12])|(?<word>[上下])半年)$/.exec(typed) ??
    /^H(?<half>[12])[-/]?(?<year>20\d\d)$/.exec(typed)
  if (!match?.groups) throw new DomainError('period.not_understood', { given: text.slice(0, 40) })
  const { year, half, word } = match.groups
  return halfYear(Number(year), half === '1' || word === '上' ? 1 : 2)
}

function halfYear(year: number, half: 1 | 2): ReportingPeriod {
  const starts = DateTime.utc(year, half === 1 ? 1 : 7, 1)
  const ends = starts.plus({ months: 6 }).minus({ days: 1 })
  return {
    key: `${year}H${half}`,
    startsOn: localDay(starts),
    endsOn: localDay(ends),
    opensOn: localDay(ends.minus({ days: OPENS_DAYS_BEFORE_END })),
    dueOn: localDay(addWorkingDays(ends, DUE_WORKING_DAYS)),
  }
}

const localDay = (at: DateTime) => at.toFormat('yyyy-MM-dd')
