import type { DateTime } from 'luxon'
import type { Transaction } from './database.ts'

/** What the office asked of a unit besides reports, counted. */
export type Asks = { meetings: number; actions: number; consultations: number }

/** What was asked of each unit from `from` until before `until`: meetings it was called to, actions it owns, proposals. */
export async function countAsks(
  tx: Transaction,
  planId: number,
  from: DateTime,
  until: DateTime,
): Promise<Map<number, Asks>> {
  const within = { gte: from.toJSDate(), lt: until.toJSDate() }
  const meetings = await tx.attendance.groupBy({
    by: ['unitId'],
    where: { required: true, meeting: { planId, startsAt: within, state: { in: ['published', 'running', 'held'] } } },
    _count: true,
  })
  const actions = await tx.action.groupBy({ by: ['ownerId'], where: { planId, createdAt: within }, _count: true })
  const consultations = await tx.consultationAnswer.groupBy({
    by: ['unitId'],
    where: { consultation: { askedAt: within, issue: { planId } } },
    _count: true,
  })
  const asks = new Map<number, Asks>()
  const add = (unitId: number, what: keyof Asks, count: number) => {
    const known = asks.get(unitId) ?? { meetings: 0, actions: 0, consultations: 0 }
    asks.set(unitId, { ...known, [what]: count })
  }
  for (const { unitId, _count } of meetings) add(unitId, 'meetings', _count)
  for (const { ownerId, _count } of actions) add(ownerId, 'actions', _count)
  for (const { unitId, _count } of consultations) add(unitId, 'consultations', _count)
  return asks
}
