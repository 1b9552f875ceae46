import { countIssues } from '../../db/issue-for-agenda-store.ts'
import { listPublishedStarts } from '../../db/meeting-store.ts'
import { MEETING_MINUTES, resolveStart } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** What the form starts with: the usual next meeting, and how many issues wait for it. */
export type MeetingSuggestion = { startsAt: string; minutes: number; openIssues: number }

/**
 * Suggests the next joint meeting.
 * @throws DomainError `agenda.no_open_issues` when there is nothing to meet about
 */
export async function suggestMeeting(context: Context, actor: Actor): Promise<MeetingSuggestion> {
  return reading(context, actor, 'agenda.draft', async ({ tx, plan, now }) => {
    const openIssues = await countIssues(tx, plan.id, 'open')
    if (openIssues === 0) throw new DomainError('agenda.no_open_issues')
    const taken = await listPublishedStarts(tx, plan.id, now.toJSDate())
    const start = resolveStart({ day: null, time: null }, now, taken)
    return { startsAt: start.toISO() ?? '', minutes: MEETING_MINUTES.usual, openIssues }
  })
}
