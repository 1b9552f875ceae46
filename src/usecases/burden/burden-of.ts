import { countMessagesSent } from '../../db/burden-store.ts'
import { listMembers } from '../../db/member-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { type Burden, composeBurden, messageGroup } from '../../domain/burden.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import type { Work } from '../context.ts'
import { loadAsks, windowOf } from './load-asks.ts'

/** What was asked of every unit in a period, and what the bot sent its people; for whoever may see that of all. */
export async function burdenOf(work: Work, period: ReportingPeriod): Promise<Burden> {
  const { tx, plan } = work
  const members = await listMembers(tx, plan.id)
  const units = (await listUnits(tx, plan.id)).map(({ id, name }) => ({
    id,
    name,
    people: members.filter(({ unitId }) => unitId === id).map(({ userId }) => userId),
  }))
  const sent = await countMessagesSent(tx, windowOf(work, period))
  return composeBurden({
    units,
    others: members.filter(({ unitId }) => unitId === null).map(({ userId }) => userId),
    ...(await loadAsks(work, period)),
    messages: sent.map(({ userId, kind, count }) => ({ userId, group: messageGroup(kind), count })),
  })
}
