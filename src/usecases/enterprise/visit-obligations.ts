import { listStandingEnterprises } from '../../db/enterprise-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { visitTitle } from '../../domain/enterprise/visit-day.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import type { Work } from '../context.ts'
import { liaisonKeys } from './see-enterprises.ts'
import { visitsDue } from './visit-due.ts'

/**
 * The next visit of every standing enterprise: its contact is asked while they are liaison of its unit, else all of the
 * unit's liaisons. Its title has no enterprise's name, as a slip may go where the name must not. A unit that is retired
 * owes nothing.
 */
export async function visitObligations(work: Work): Promise<Obligation[]> {
  const { tx, plan } = work
  const units = new Set((await listUnits(tx, plan.id)).map((unit) => unit.id))
  const rows = (await listStandingEnterprises(tx, plan.id)).filter(({ unitId }) => units.has(unitId))
  const liaisons = await liaisonKeys(work)
  const due = await visitsDue(work, rows)
  return rows.flatMap(({ no, unitId, unit, contact }) => {
    const days = due.get(no)
    if (!days) return []
    return {
      kind: 'visit' as const,
      subject: `visit/${no}`,
      unitId,
      unit,
      people: liaisons.has(`${unitId}/${contact}`) ? [contact] : ('liaisons' as const),
      ...days,
      items: [{ no, title: visitTitle(no, plan.language) }],
    }
  })
}
