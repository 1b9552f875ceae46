import { DateTime } from 'luxon'
import { listAuditOf } from '../../db/audit-store.ts'
import type { EnterpriseRow } from '../../db/enterprise-store.ts'
import { nextVisitDay } from '../../domain/enterprise/visit-day.ts'
import type { Work } from '../context.ts'
import { enterpriseSubject } from './enterprise-access.ts'

/** When the next visit of an enterprise is due, and from which day its lateness counts; ISO days. */
export type VisitDue = { dueOn: string; countFrom: string }

/**
 * When the next visit of each enterprise is due, by its number: so many months after the last one, or after the day it
 * was entered. Lateness counts from then, but not from before the enterprise was entered, handed to another unit or set
 * to another interval: who got it yesterday is not urged for last month.
 */
export async function visitsDue(work: Work, rows: readonly EnterpriseRow[]): Promise<Map<number, VisitDue>> {
  const { zone } = work.plan
  const setOn = await lastSetDays(
    work,
    rows.map(({ no }) => no),
  )
  return new Map(
    rows.map(({ no, lastVisitOn, createdAt, everyMonths }) => {
      const enteredOn = dayIn(zone, createdAt)
      const dueOn = nextVisitDay(lastVisitOn ?? enteredOn, everyMonths)
      const since = setOn.get(enterpriseSubject(no)) ?? enteredOn
      return [no, { dueOn, countFrom: since > dueOn ? since : dueOn }]
    }),
  )
}

/** The local day of a moment. */
export const dayIn = (zone: string, at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')

/** The day each enterprise was handed to another unit or set to another interval last, by its subject. */
async function lastSetDays({ tx, plan }: Work, numbers: readonly number[]): Promise<Map<string, string>> {
  const changes = await listAuditOf(tx, plan, numbers.map(enterpriseSubject), ['enterprise.change'])
  const counts = (after: unknown) =>
    typeof after === 'object' && after !== null && ('unitId' in after || 'everyMonths' in after)
  // The trail is told oldest first, so the last one stays.
  return new Map(changes.flatMap(({ subject, at, after }) => (counts(after) ? [[subject, dayIn(plan.zone, at)]] : [])))
}
