import { lockMeeting } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { listSeriesMeetingIds, lockSeries, type SeriesRow, updateSeries } from '../../db/series-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkReason } from '../../domain/meeting/meeting-settings.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { cancelLocked } from './cancel-meeting.ts'
import { type SeenMeeting, seenMeeting } from './seen-meeting.ts'

/** A series that ended: its meetings that were cancelled with it, and those that stand because their agenda does. */
export type EndedSeries = { series: SeriesRow; cancelled: SeenMeeting[]; standing: SeenMeeting[] }

/**
 * Ends a series: its meetings to come are cancelled for the reason given; one whose agenda is published stands, and is
 * cancelled by itself where that is wanted.
 * @throws DomainError `series.unknown` {no}, `series.ended` {no}, and what `checkReason` throws
 */
export async function endSeries(context: Context, actor: Actor, no: number, reason: string): Promise<EndedSeries> {
  return changing(context, actor, 'meeting.plan', async (work) => {
    const { tx, plan, now } = work
    const why = checkReason(reason)
    await lockPlan(tx, plan.id)
    const series = await lockSeries(tx, plan.id, no)
    if (!series) throw new DomainError('series.unknown', { no })
    if (series.endedAt !== null) throw new DomainError('series.ended', { no })
    const ended: EndedSeries = { series: { ...series, endedAt: now.toJSDate() }, cancelled: [], standing: [] }
    await updateSeries(tx, series.id, { endedAt: now.toJSDate() })
    for (const id of await listSeriesMeetingIds(tx, series.id, now.toJSDate())) {
      const meeting = await lockMeeting(tx, plan.id, id)
      if (meeting?.state === 'planned') ended.cancelled.push((await cancelLocked(work, meeting, why)).meeting)
      else if (meeting?.state === 'published') ended.standing.push(seenMeeting(work, meeting))
    }
    const nos = (meetings: readonly SeenMeeting[]) => meetings.map((meeting) => meeting.no)
    const { cancelled, standing } = ended
    await work.audit('series.end', `series/${no}`, null, {
      reason: why,
      cancelled: nos(cancelled),
      standing: nos(standing),
    })
    return ended
  })
}
