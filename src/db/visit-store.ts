import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** 走访 of an enterprise; `visitedOn` an ISO day. */
export type VisitRow = { id: number; visitedOn: string; notes: string; visitedBy: string; recordedAt: Date }

const columns = { id: true, visitedOn: true, notes: true, visitedBy: true, recordedAt: true } as const

type Selected = Omit<VisitRow, 'visitedOn'> & { visitedOn: Date }

const toRow = ({ visitedOn, ...visit }: Selected): VisitRow => ({ ...visit, visitedOn: fromDatabaseDay(visitedOn) })

/** The visits of an enterprise, the newest first: so many, after the first so many. */
export async function listVisits(
  tx: Transaction,
  enterpriseId: number,
  { take, skip }: { take: number; skip: number },
): Promise<VisitRow[]> {
  const orderBy = [{ visitedOn: 'desc' as const }, { id: 'desc' as const }]
  return (await tx.visit.findMany({ where: { enterpriseId }, orderBy, take, skip, select: columns })).map(toRow)
}

/** How many visits of an enterprise are recorded. */
export async function countVisits(tx: Transaction, enterpriseId: number): Promise<number> {
  return tx.visit.count({ where: { enterpriseId } })
}

/** A visit of that enterprise by its id, or null. */
export async function findVisit(tx: Transaction, enterpriseId: number, id: number): Promise<VisitRow | null> {
  const visit = await tx.visit.findFirst({ where: { id, enterpriseId }, select: columns })
  return visit && toRow(visit)
}

/** Records a visit; gives its id. */
export async function addVisit(
  tx: Transaction,
  enterpriseId: number,
  { visitedOn, ...visit }: Omit<VisitRow, 'id'>,
): Promise<number> {
  const data = { enterpriseId, visitedOn: toDatabaseDay(visitedOn), ...visit }
  return (await tx.visit.create({ data, select: { id: true } })).id
}

/** Corrects a visit of an enterprise that is held. */
export async function updateVisit(
  tx: Transaction,
  id: number,
  { visitedOn, notes }: Pick<VisitRow, 'visitedOn' | 'notes'>,
): Promise<void> {
  await tx.visit.update({ where: { id }, data: { visitedOn: toDatabaseDay(visitedOn), notes } })
}

/** Removes a visit of an enterprise that is held. */
export async function removeVisit(tx: Transaction, id: number): Promise<void> {
  await tx.visit.delete({ where: { id } })
}
