import type { Obligation } from '../../domain/supervision/obligation.ts'
import type { Work } from '../context.ts'
import { visitObligations } from '../enterprise/visit-obligations.ts'
import { milestoneObligations } from '../milestone/milestone-obligations.ts'
import { reportObligations } from '../report/report-obligations.ts'
import { actionObligations } from './action-obligations.ts'

/** Everything that can be owed, a source a kind; each reads by a number of queries that does not grow with the units. */
const sources: readonly ((work: Work) => Promise<Obligation[]>)[] = [
  reportObligations,
  actionObligations,
  milestoneObligations,
  visitObligations,
]

/** What units owe now, the earliest day first; what is paused is not among it. */
export async function listObligations(work: Work): Promise<Obligation[]> {
  const owed: Obligation[] = []
  for (const source of sources) owed.push(...(await source(work)))
  return owed.toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)))
}
