import { DateTime } from 'luxon'
import { countIssues } from '../../db/issue-for-agenda-store.ts'
import { listMeetings } from '../../db/meeting-store.ts'
import { MEETING_MINUTES, resolveStart } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** What the form starts with: the usual next meeting, and how many issues wait for it. */
export type MeetingSuggestion = { startsAt: string; minutes: number; openIssues: number }

/**
 * Suggests the next joint meeting: the next that is planned, else the usual one.
 * @throws DomainError `agenda.no_open_issues` when there is nothing to meet about
 */
export async function suggestMeeting(context: Context, actor: Actor): Promise<MeetingSuggestion> {
  return reading(context, actor, 'agenda.draft', async ({ tx, plan, now }) => {
    const openIssues = await countIssues(tx, plan.id, 'open')
    if (openIssues === 0) throw new DomainError('agenda.no_open_issues')
    const upcoming = await listMeetings(tx, plan.id, { states: ['planned', 'published'], from: now.toJSDate() })
    const planned = upcoming.find((meeting) => meeting.state === 'planned')
    const taken = upcoming.map((meeting) => meeting.startsAt)
    const start = planned
      ? DateTime.fromJSDate(planned.startsAt, { zone: now.zone })
      : resolveStart({ day: null, time: null }, now, taken)
    return { startsAt: start.toISO() ?? '', minutes: planned?.minutes ?? MEETING_MINUTES.usual, openIssues }
  })
}
