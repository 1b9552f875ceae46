import { DomainError } from './errors.ts'

/** 进度, worst news last but for done: 超进度, 达进度, 欠进度, 已完成. */
export const statuses = ['ahead', 'on_track', 'behind', 'done'] as const
export type Status = (typeof statuses)[number]

/** Longest summary, in characters. */
const MAX_SUMMARY = 2000

/** What a unit says on a task; `percent` is 0 to 100, whole, or null where it gave none. */
export type ReportFacts = { status: Status; percent: number | null; summary: string }

/**
 * The facts as they may be stored: bounds checked, the summary trimmed.
 * @throws DomainError `report.status_missing`, `report.percent_out_of_range` {given}, `report.summary_missing`,
 *   `report.summary_too_long` {max, length}
 */
export function checkReportFacts(facts: ReportFacts): ReportFacts {
  const { status, percent } = facts
  if (!statuses.includes(status)) throw new DomainError('report.status_missing')
  if (percent !== null && !(Number.isInteger(percent) && percent >= 0 && percent <= 100)) {
    throw new DomainError('report.percent_out_of_range', { given: String(percent) })
  }
  const summary = facts.summary.trim()
  if (summary === '') throw new DomainError('report.summary_missing')
  const length = [...summary].length
  if (length > MAX_SUMMARY) throw new DomainError('report.summary_too_long', { max: MAX_SUMMARY, length })
  return { status, percent, summary }
}

/**
 * The number a new report gets: one above every earlier version, also those returned or taken back, so that a number
 * means one text for ever.
 */
export function nextVersion(versions: readonly number[]): number {
  return Math.max(0, ...versions) + 1
}
