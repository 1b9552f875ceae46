import type { Obligation } from '../../domain/supervision/obligation.ts'
import type { Work } from '../context.ts'
import { isOwed, loadClaims } from './load-claims.ts'

/**
 * The reports that units owe now: one obligation a unit × period, with the tasks of which no report stands. A period or
 * task that is paused asks for nothing. A pause that ended lets lateness count from its end, a report that the office
 * returned from that day; of several tasks the one that has been late longest decides, so that one that was returned
 * lately excuses no other.
 */
export async function reportObligations(work: Work): Promise<Obligation[]> {
  const owed = (await loadClaims(work, null)).filter(isOwed)
  const groups = Map.groupBy(owed, ({ unit, period }) => `${period.key}/${unit.id}`)
  return [...groups.values()].flatMap((claims) => {
    const [first] = claims
    if (!first) return []
    const { unit, period } = first
    return {
      kind: 'report' as const,
      subject: `report/${period.key}`,
      unitId: unit.id,
      unit: unit.name,
      people: 'liaisons' as const,
      dueOn: period.dueOn,
      countFrom: claims.reduce((from, claim) => (claim.countFrom < from ? claim.countFrom : from), first.countFrom),
      items: claims.map(({ task }) => ({ no: task.no, title: task.title })),
    }
  })
}
