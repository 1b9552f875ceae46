import { findMeeting, listMeetings as list } from '../../db/meeting-store.ts'
import { listSeries, type SeriesRow } from '../../db/series-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { allows } from '../permissions.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/** The meetings to come, under way and held last, and the series that go on, as a person sees them. */
export type MeetingList = {
  planId: number
  planTitle: string
  mayPlan: boolean
  meetings: SeenMeeting[]
  /** Those held last, the newest first. */
  held: SeenMeeting[]
  series: SeriesRow[]
}

/** How long a meeting that has begun is still listed where nobody ended it. */
const LATE_HOURS = 12
const HELD_SHOWN = 3

/**
 * The plan's upcoming meetings, those held last, and its series. Who may plan meetings sees those that are only drafted
 * too, and however late it is those with an agenda that were neither held nor cancelled: their issues wait until one or the
 * other is done.
 */
export async function listMeetings(context: Context, actor: Actor): Promise<MeetingList> {
  return reading(context, actor, 'meeting.list', async (work) => {
    const { tx, plan, now, roles } = work
    const mayPlan = allows(roles, 'meeting.plan')
    const from = now.minus({ hours: LATE_HOURS }).toJSDate()
    const states = [...(mayPlan ? (['draft'] as const) : []), 'planned', 'published', 'running'] as const
    const left = mayPlan ? await list(tx, plan.id, { states: ['published', 'running'], until: from }) : []
    const meetings = [...left, ...(await list(tx, plan.id, { states, from }))]
    return {
      planId: plan.id,
      planTitle: plan.title,
      mayPlan,
      meetings: meetings.map((meeting) => seenMeeting(work, meeting)),
      held: (await list(tx, plan.id, { states: ['held'] }, HELD_SHOWN, 'latest')).map((one) => seenMeeting(work, one)),
      series: (await listSeries(tx, plan.id)).filter((series) => series.endedAt === null),
    }
  })
}

/** What a form of a meeting starts with. */
export type MeetingForm = { planId: number; meeting: SeenMeeting }

/** A meeting for the form that moves or cancels it. @throws DomainError `meeting.unknown` {no} */
export async function showMeetingForm(context: Context, actor: Actor, no: number): Promise<MeetingForm> {
  return reading(context, actor, 'meeting.plan', async (work) => {
    const meeting = await findMeeting(work.tx, work.plan.id, no)
    if (!meeting) throw new DomainError('meeting.unknown', { no })
    return { planId: work.plan.id, meeting: seenMeeting(work, meeting) }
  })
}

/** What a form of a new series or meeting starts with, or that of a series' settings where its number is given. */
export type SettingsForm = { planId: number; today: string; userId: string; series: SeriesRow | null }

/** The start of a settings form. @throws DomainError `series.unknown` {no} */
export async function showSettingsForm(context: Context, actor: Actor, no: number | null): Promise<SettingsForm> {
  return reading(context, actor, 'meeting.plan', async ({ tx, plan, now }) => {
    const series = no === null ? null : (await listSeries(tx, plan.id)).find((one) => one.no === no)
    if (series === undefined) throw new DomainError('series.unknown', { no: no ?? 0 })
    return { planId: plan.id, today: now.toFormat('yyyy-MM-dd'), userId: actor.userId, series }
  })
}
