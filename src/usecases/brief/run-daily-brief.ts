import type { DateTime } from 'luxon'
import { listBriefs } from '../../db/brief-store.ts'
import type { Transaction } from '../../db/database.ts'
import { listMembers } from '../../db/member-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { brief, briefKeys, fitBrief, REPEAT_DAYS } from '../../domain/brief.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { ownWork, type Work } from '../context.ts'
import { type Addressee, briefLists } from './brief-lists.ts'
import { loadStanding } from './load-standing.ts'

/** Nobody is briefed from this hour on. */
const UNFAIR_HOUR = 20

/**
 * The brief of a working day: one bundled direct message to each person of the plan who has something new to be told;
 * whoever has not gets none. What was told is new again after a week, and when it changed. A slot that was missed is
 * passed over, as the next working day's tells all of it.
 */
export async function runDailyBrief(tx: Transaction, plan: PlanRow, slot: DateTime, now: DateTime): Promise<void> {
  if (!slot.hasSame(now, 'day') || now.hour >= UNFAIR_HOUR) return
  const work = ownWork(tx, plan, now)
  const standing = await loadStanding(work)
  const told = await toldLately(work)
  const day = now.toFormat('yyyy-MM-dd')
  for (const person of await listAddressees(work)) {
    const lists = briefLists(standing, person, now)
    if (briefKeys(lists).every((key) => told.get(person.userId)?.has(key))) continue
    const { id: planId, title: planTitle, workspaceId, language, zone } = plan
    const units = [...person.unitIds].flatMap((unitId) => standing.units.get(unitId) ?? [])
    await enqueue(tx, {
      workspaceId,
      planId,
      place: person.userId,
      dedupeKey: `brief/${planId}/${person.userId}/${day}`,
      at: now.toJSDate(),
      kind: 'brief',
      payload: { language, zone, planId, planTitle, units, day, ...fitBrief(lists) },
    })
  }
}

/** The people of the plan, each with all of their roles and units. */
async function listAddressees({ tx, plan }: Work): Promise<Addressee[]> {
  const people = Map.groupBy(await listMembers(tx, plan.id), (member) => member.userId)
  return [...people].map(([userId, members]) => ({
    userId,
    roles: new Set(members.map((member) => member.role)),
    unitIds: new Set(members.flatMap((member) => (member.role === 'liaison' ? (member.unitId ?? []) : []))),
  }))
}

/** What each person was told in the last days, by its keys. */
async function toldLately({ tx, plan, now }: Work): Promise<Map<string, Set<string>>> {
  const since = now.minus({ days: REPEAT_DAYS }).toJSDate()
  const told = new Map<string, Set<string>>()
  for (const { place, payload } of await listBriefs(tx, plan.id, since)) {
    told.set(place, new Set([...(told.get(place) ?? []), ...brief.parse(payload).told]))
  }
  return told
}
