import { lockMeeting, type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { listSeriesMeetingIds, lockSeries, type SeriesRow, updateSeries } from '../../db/series-store.ts'
import { changedFields } from '../../domain/changed-fields.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MeetingSettings, SettingsWish } from '../../domain/meeting/meeting-settings.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { changeMeeting } from './change-meeting.ts'
import { changedSettings } from './meeting-access.ts'
import { prepareMeeting } from './prepare-meeting.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/** A series whose settings changed: the meetings that follow it, and those that stand as their agenda was published. */
export type ChangedSeries = { planId: number; series: SeriesRow; changed: SeenMeeting[]; standing: SeenMeeting[] }

/**
 * Changes the settings of a series and of its meetings to come; one whose agenda is published stays as it is. The rule
 * stays: another rhythm is another series. `seen` is what a form began with: what it left as it was stays as it is now.
 * @throws DomainError `series.unknown` {no}, `series.changed_meanwhile` {no} where another changed the same, `series.ended` {no}, `series.unchanged` {no}, and what `changedSettings` throws
 */
export async function changeSeries(
  context: Context,
  actor: Actor,
  no: number,
  given: SettingsWish,
  seen: MeetingSettings | null = null,
): Promise<ChangedSeries> {
  return changing(context, actor, 'meeting.plan', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const series = await lockSeries(tx, plan.id, no)
    if (!series) throw new DomainError('series.unknown', { no })
    if (series.endedAt !== null) throw new DomainError('series.ended', { no })
    const before = settingsOf(series)
    const { wish, clash } = seen ? changedFields(seen, given, before) : { wish: given, clash: [] }
    if (clash.length > 0) throw await changedSince(work, `series/${no}`, 'series.changed_meanwhile', { no })
    const after = await changedSettings(work, before, wish)
    if (same(before, after)) throw new DomainError('series.unchanged', { no })
    await updateSeries(tx, series.id, after)
    await work.audit('series.change', `series/${no}`, before, after)
    const result: ChangedSeries = { planId: plan.id, series: { ...series, ...after }, changed: [], standing: [] }
    for (const id of await listSeriesMeetingIds(tx, series.id, now.toJSDate())) {
      const meeting = await lockMeeting(tx, plan.id, id)
      if (meeting?.state === 'published') result.standing.push(seenMeeting(work, meeting))
      if (meeting?.state === 'planned')
        result.changed.push(seenMeeting(work, await follow(work, meeting, before, after)))
    }
    return result
  })
}

/** A meeting takes over what changed of its series; what was set for it alone stays. */
async function follow(
  work: Work,
  meeting: MeetingRow,
  before: MeetingSettings,
  after: MeetingSettings,
): Promise<MeetingRow> {
  const own = settingsOf(meeting)
  const taken = (Object.keys(after) as (keyof MeetingSettings)[]).filter(
    (name) => before[name] !== after[name] && own[name] === before[name],
  )
  const settings = { ...own, ...Object.fromEntries(taken.map((name) => [name, after[name]])) }
  const { minutes, place, ...silent } = settings
  await updateMeeting(work.tx, meeting.id, silent)
  const held: MeetingRow = { ...meeting, ...silent, version: meeting.version + 1 }
  if (minutes === meeting.minutes && place === meeting.place) return prepareMeeting(work, held)
  return changeMeeting(work, held, { startsAt: meeting.startsAt, minutes, place })
}

function settingsOf(from: MeetingSettings): MeetingSettings {
  const { minutes, place, channel, convener, callDays, draftDays, reminderDays } = from
  return { minutes, place, channel, convener, callDays, draftDays, reminderDays }
}

function same(one: MeetingSettings, other: MeetingSettings): boolean {
  return (Object.keys(one) as (keyof MeetingSettings)[]).every((name) => one[name] === other[name])
}
