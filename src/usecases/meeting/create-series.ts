import type { MeetingRow } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { addSeries, listSeries, type SeriesRow } from '../../db/series-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { SettingsWish } from '../../domain/meeting/meeting-settings.ts'
import type { RecurrenceRule } from '../../domain/meeting/recurrence.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { newSettings } from './meeting-access.ts'
import { planSeriesMeetings } from './plan-series-meetings.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/** A plan has no more series that go on at once. */
const MAX_SERIES = 10

/** A series with its first meetings. */
export type CreatedSeries = { planId: number; series: SeriesRow; meetings: SeenMeeting[] }

/**
 * Sets up a series of meetings and plans its first ones.
 * @throws DomainError `series.too_many` {max}, `series.there_already` {no} for a rule that another series has, and what
 *   `newSettings` throws
 */
export async function createSeries(
  context: Context,
  actor: Actor,
  wish: { rule: RecurrenceRule; settings: SettingsWish },
): Promise<CreatedSeries> {
  return changing(context, actor, 'meeting.plan', async (work) => {
    const { tx, plan, now } = work
    await lockPlan(tx, plan.id)
    const settings = await newSettings(work, wish.settings)
    const running = (await listSeries(tx, plan.id)).filter((series) => series.endedAt === null)
    if (running.length >= MAX_SERIES) throw new DomainError('series.too_many', { max: MAX_SERIES })
    const twin = running.find((series) => sameRule(series.rule, wish.rule))
    if (twin) throw new DomainError('series.there_already', { no: twin.no })
    const created = { ...settings, rule: wish.rule, createdBy: actor.userId, createdAt: now.toJSDate() }
    const id = await addSeries(tx, plan.id, created)
    const series = (await listSeries(tx, plan.id)).find((one) => one.id === id)
    if (!series) throw new Error('the series that was just stored is not there')
    await work.audit('series.create', `series/${series.no}`, null, { rule: wish.rule, ...settings })
    const meetings: MeetingRow[] = await planSeriesMeetings(work, series)
    return { planId: plan.id, series, meetings: meetings.map((meeting) => seenMeeting(work, meeting)) }
  })
}

function sameRule(one: RecurrenceRule, other: RecurrenceRule): boolean {
  const parts = ['everyMonths', 'month', 'ordinal', 'weekday', 'hour', 'minute'] as const
  return parts.every((part) => one[part] === other[part])
}
