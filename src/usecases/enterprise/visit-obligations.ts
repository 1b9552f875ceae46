import { listAuditOf } from '../../db/audit-store.ts'
import { listStandingEnterprises } from '../../db/enterprise-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { visitTitle } from '../../domain/enterprise/visit-day.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import type { Work } from '../context.ts'
import { enterpriseSubject } from './enterprise-access.ts'
import { dayIn, liaisonKeys, nextVisitOf } from './see-enterprises.ts'

/**
 * The next visit of every standing enterprise: its contact is asked while they are liaison of its unit, else all of the
 * unit's liaisons. Its title has no enterprise's name, as a slip may go where the name must not. Lateness counts from the
 * day it is due, but not from before the enterprise was entered, handed to another unit or set to another interval: who
 * got it yesterday is not urged for last month. A unit that is retired owes nothing.
 */
export async function visitObligations(work: Work): Promise<Obligation[]> {
  const { tx, plan } = work
  const units = new Set((await listUnits(tx, plan.id)).map((unit) => unit.id))
  const rows = (await listStandingEnterprises(tx, plan.id)).filter(({ unitId }) => units.has(unitId))
  const liaisons = await liaisonKeys(work)
  const setOn = await lastSetDays(
    work,
    rows.map(({ no }) => no),
  )
  return rows.map((row) => {
    const { no, unitId, unit, contact, createdAt } = row
    const subject = `visit/${no}`
    const dueOn = nextVisitOf(row, plan.zone)
    const since = setOn.get(enterpriseSubject(no)) ?? dayIn(plan.zone, createdAt)
    return {
      kind: 'visit' as const,
      subject,
      unitId,
      unit,
      people: liaisons.has(`${unitId}/${contact}`) ? [contact] : ('liaisons' as const),
      dueOn,
      countFrom: since > dueOn ? since : dueOn,
      items: [{ no, title: visitTitle(no, plan.language) }],
    }
  })
}

/** The day each enterprise was handed to another unit or set to another interval last, by its subject. */
async function lastSetDays({ tx, plan }: Work, numbers: readonly number[]): Promise<Map<string, string>> {
  const changes = await listAuditOf(tx, plan, numbers.map(enterpriseSubject), ['enterprise.change'])
  const counts = (after: unknown) =>
    typeof after === 'object' && after !== null && ('unitId' in after || 'everyMonths' in after)
  // The trail is told oldest first, so the last one stays.
  return new Map(changes.flatMap(({ subject, at, after }) => (counts(after) ? [[subject, dayIn(plan.zone, at)]] : [])))
}
