import type { DateTime } from 'luxon'
import type { Transaction } from '../db/database.ts'
import { listMembers } from '../db/member-store.ts'
import { listUnreachable, markTold } from '../db/place-store.ts'
import { findPlan } from '../db/plan-store.ts'
import { readRefusal } from '../domain/delivery/refusal.ts'
import { fairMoment } from '../domain/supervision/fair-moment.ts'
import { enqueue } from './enqueue.ts'

/** A place that is not reached: Slack's refusal, and since when. */
type Trouble = { place: string; refusal: string; since: Date }

/**
 * Owes the office of the plan (its conveners and admins) the news that a place cannot be reached, once a plan and person
 * for as long as that lasts, at a fair hour. Nobody is told that they cannot be reached, and nobody who cannot be; a
 * refused token refuses this message, too, so that is left to the log. Gives how many there are to tell.
 */
export async function tellOffice(
  tx: Transaction,
  { workspaceId, planId }: { workspaceId: string; planId: number | null },
  { place, refusal, since }: Trouble,
  at: DateTime,
): Promise<number> {
  const plan = planId === null ? null : await findPlan(tx, workspaceId, planId)
  if (!plan || readRefusal(refusal)?.cause === 'token') return 0
  const office = (await listMembers(tx, plan.id)).filter(({ role }) => role === 'convener' || role === 'admin')
  const people = new Set(office.map(({ userId }) => userId))
  const unreachable = await listUnreachable(tx, workspaceId, [...people])
  const told = [...people].filter((userId) => userId !== place && !unreachable.has(userId))
  const { id, title: planTitle, language, zone } = plan
  const payload = { planId: id, planTitle, language, zone, place, refusal, since: since.toISOString() }
  const fair = fairMoment(at.setZone(zone)).toJSDate()
  for (const userId of told)
    await enqueue(tx, {
      workspaceId,
      planId: id,
      place: userId,
      dedupeKey: `delivery.trouble/${place}/${since.getTime()}/${id}/${userId}`,
      at: fair,
      kind: 'delivery.trouble',
      payload,
    })
  if (told.length > 0) await markTold(tx, { workspaceId, place }, at.toJSDate())
  return told.length
}
