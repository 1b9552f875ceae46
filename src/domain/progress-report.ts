import { DomainError } from './errors.ts'

/** 进度, worst news last but for done: 超进度, 达进度, 欠进度, 已完成. */
export const statuses = ['ahead', 'on_track', 'behind', 'done'] as const
export type Status = (typeof statuses)[number]

/** Longest texts of a report, in characters. */
export const REPORT_LIMITS = { summary: 2000, practice: 500, reason: 500 } as const

/**
 * What a unit says on a task; `percent` is 0 to 100, whole, or null where it gave none; `practice` is the good practice
 * (经验做法) it offers for the digest, empty where none.
 */
export type ReportFacts = { status: Status; percent: number | null; summary: string; practice?: string }

/**
 * The facts as they may be stored: bounds checked, the texts trimmed.
 * @throws DomainError `report.status_missing`, `report.percent_out_of_range` {given}, `report.summary_missing`,
 *   `report.summary_too_long` {max, length}, `report.practice_too_long` {max, length}
 */
export function checkReportFacts(facts: ReportFacts): Required<ReportFacts> {
  const { status, percent } = facts
  if (!statuses.includes(status)) throw new DomainError('report.status_missing')
  if (percent !== null && !(Number.isInteger(percent) && percent >= 0 && percent <= 100)) {
    throw new DomainError('report.percent_out_of_range', { given: String(percent) })
  }
  const summary = facts.summary.trim()
  if (summary === '') throw new DomainError('report.summary_missing')
  const practice = facts.practice?.trim() ?? ''
  checkLength('report.summary_too_long', summary, REPORT_LIMITS.summary)
  checkLength('report.practice_too_long', practice, REPORT_LIMITS.practice)
  return { status, percent, summary, practice }
}

/**
 * The reason of a return or of opening something again, trimmed.
 * @throws DomainError `report.reason_missing`, `report.reason_too_long` {max, length}
 */
export function checkReportReason(text: string): string {
  const reason = text.trim()
  if (reason === '') throw new DomainError('report.reason_missing')
  checkLength('report.reason_too_long', reason, REPORT_LIMITS.reason)
  return reason
}

/**
 * The number a new report gets: one above every earlier version, also those returned or taken back, so that a number
 * means one text for ever.
 */
export function nextVersion(versions: readonly number[]): number {
  return Math.max(0, ...versions) + 1
}

function checkLength(code: string, text: string, max: number): void {
  const length = [...text].length
  if (length > max) throw new DomainError(code, { max, length })
}
