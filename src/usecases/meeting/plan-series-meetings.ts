import { toDatabaseDay } from '../../db/days.ts'
import { addMeeting, type MeetingRow } from '../../db/meeting-store.ts'
import { listSlots, type SeriesRow } from '../../db/series-store.ts'
import { occurrences } from '../../domain/meeting/recurrence.ts'
import type { Work } from '../context.ts'
import { prepareMeeting } from './prepare-meeting.ts'

/** Meetings of a series stand on the calendar so far ahead, and at least so many. */
const AHEAD = { days: 100, meetings: 2, years: 3 } as const

/**
 * Plans the meetings of a series, held by `lockSeries`, that lie in the next 100 days, at least the next two. Each of its
 * days is planned once: one that was cancelled stays so. Gives the new ones.
 */
export async function planSeriesMeetings(work: Work, series: SeriesRow): Promise<MeetingRow[]> {
  const { tx, plan, now } = work
  const { id: seriesId, rule, minutes, place, channel, convener, callDays, draftDays, reminderDays } = series
  const horizon = now.plus({ days: AHEAD.days })
  const coming = occurrences(rule, now.plus({ minutes: 1 }), now.plus({ years: AHEAD.years })).filter(
    ({ start }, index) => index < AHEAD.meetings || start < horizon,
  )
  const planned = await listSlots(tx, seriesId)
  const meetings: MeetingRow[] = []
  for (const { slot, start } of coming) {
    if (planned.has(slot)) continue
    const meeting = await addMeeting(tx, plan.id, {
      ...{ seriesId, slot: toDatabaseDay(slot), startsAt: start.toJSDate(), state: 'planned' },
      ...{ minutes, place, channel, convener, callDays, draftDays, reminderDays },
      ...{ createdBy: work.actor.userId, createdAt: now.toJSDate() },
    })
    await work.audit('meeting.plan', `meeting/${meeting.no}`, null, {
      series: series.no,
      slot,
      startsAt: start.toISO(),
    })
    meetings.push(await prepareMeeting(work, meeting))
  }
  return meetings
}
