import type { DateTime } from 'luxon'
import { listBriefs } from '../../db/brief-store.ts'
import type { Transaction } from '../../db/database.ts'
import { listMembers } from '../../db/member-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import { addReminders } from '../../db/reminder-store.ts'
import { brief, briefKeys, fitBrief, REPEAT_DAYS } from '../../domain/brief.ts'
import { isWorkingDay } from '../../domain/calendar.ts'
import { reminderKey } from '../../domain/supervision/decide-day.ts'
import { FAIR_HOURS } from '../../domain/supervision/fair-moment.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { ownWork, type Work } from '../context.ts'
import { liaisonsOf } from '../supervision/liaisons.ts'
import { superviseDay } from '../supervision/supervise-day.ts'
import { briefLists } from './brief-lists.ts'
import { type Addressee, addresseesOf } from './list-addressees.ts'
import { loadStanding, type Standing } from './load-standing.ts'
import { jointReports } from './report-lists.ts'

/** Can the brief of a slot still be given? On its own day, which still works, in the hours people are written to. */
export function briefIsTimely(slot: DateTime, now: DateTime): boolean {
  return slot.hasSame(now, 'day') && isWorkingDay(now) && now.hour < FAIR_HOURS.until
}

/**
 * The brief of a working day: supervision decides what is due, and one bundled direct message goes to each person of the
 * plan who has something new to be told; whoever has not gets none. What is owed by a day is told once a stage; other
 * things are new again after a week, and when they changed. A slot that was missed is passed over: the next working day's
 * tells all of it, and how many were `missed`.
 */
export async function runDailyBrief(
  tx: Transaction,
  plan: PlanRow,
  _slot: DateTime,
  now: DateTime,
  missed: number,
): Promise<void> {
  const work = ownWork(tx, plan, now)
  const members = await listMembers(tx, plan.id)
  const addressees = addresseesOf(members)
  const liaisons = liaisonsOf(members)
  const supervised = await superviseDay(work, new Set(addressees.map(({ userId }) => userId)), liaisons)
  const standing = await loadStanding(work, supervised, liaisons)
  const fresh = new Set(supervised.reminders.map(({ userId }) => userId))
  for (const userId of await noteJoint(work, standing, addressees, supervised.told)) fresh.add(userId)
  const told = await toldLately(work)
  const day = now.toFormat('yyyy-MM-dd')
  for (const person of addressees) {
    const lists = briefLists(standing, person, now)
    const old = briefKeys(lists).every((key) => told.get(person.userId)?.has(key))
    if (old && !fresh.has(person.userId)) continue
    const { id: planId, title: planTitle, workspaceId, language, zone } = plan
    const units = [...person.unitIds].flatMap((unitId) => standing.units.get(unitId) ?? [])
    await enqueue(tx, {
      workspaceId,
      planId,
      place: person.userId,
      dedupeKey: `brief/${planId}/${person.userId}/${day}`,
      at: now.toJSDate(),
      kind: 'brief',
      payload: { language, zone, planId, planTitle, units, day, missed, ...fitBrief(lists) },
    })
  }
}

/**
 * The people to be told that participants have filed before the unit that leads: once a unit and period, when the first of
 * its tasks is ready; later ones are shown beside other news.
 */
async function noteJoint(
  { tx, plan, now }: Work,
  standing: Standing,
  people: readonly Addressee[],
  told: ReadonlySet<string>,
): Promise<string[]> {
  const ready = people.flatMap(({ userId, unitIds }) =>
    jointReports(standing, unitIds).map(({ key }) => ({ userId, subject: key, stage: 'joint' })),
  )
  const fresh = ready.filter((one) => !told.has(reminderKey(one)))
  await addReminders(
    tx,
    plan.id,
    fresh.map((one) => ({ ...one, at: now.toJSDate() })),
  )
  return fresh.map(({ userId }) => userId)
}

/** What each person was told in the last days, by its keys. */
async function toldLately({ tx, plan, now }: Work): Promise<Map<string, Set<string>>> {
  const since = now
    .startOf('day')
    .minus({ days: REPEAT_DAYS - 1 })
    .toJSDate()
  const told = new Map<string, Set<string>>()
  for (const { place, payload } of await listBriefs(tx, plan.id, since)) {
    told.set(place, new Set([...(told.get(place) ?? []), ...brief.parse(payload).told]))
  }
  return told
}
