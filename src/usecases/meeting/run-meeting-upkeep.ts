import type { DateTime } from 'luxon'
import type { Transaction } from '../../db/database.ts'
import { listMeetings, lockMeeting } from '../../db/meeting-store.ts'
import { lockPlan, type PlanRow } from '../../db/plan-store.ts'
import { listSeries } from '../../db/series-store.ts'
import { ownWork } from '../context.ts'
import { planSeriesMeetings } from './plan-series-meetings.ts'
import { prepareMeeting } from './prepare-meeting.ts'

/**
 * The daily round of a plan's meetings, by what is due now: those of its series are planned ahead, topics are called for,
 * draft agendas are wanted. After downtime it does each thing once, and nothing for meetings that are past.
 */
export async function runMeetingUpkeep(tx: Transaction, plan: PlanRow, _slot: DateTime, now: DateTime): Promise<void> {
  const work = ownWork(tx, plan, now)
  await lockPlan(tx, plan.id)
  for (const series of await listSeries(tx, plan.id)) {
    if (series.endedAt === null) await planSeriesMeetings(work, series)
  }
  for (const { id } of await listMeetings(tx, plan.id, { states: ['draft', 'planned'], from: now.toJSDate() })) {
    const meeting = await lockMeeting(tx, plan.id, id)
    if (meeting) await prepareMeeting(work, meeting)
  }
}
