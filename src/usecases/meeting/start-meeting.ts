import { lockMeeting, updateMeeting } from '../../db/meeting-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { takeUp } from '../../domain/meeting/board.ts'
import { refreshFollowUp } from '../agenda/solve-meeting.ts'
import { type Actor, type Context, changing, reading } from '../context.ts'
import { checkStart, findMeetingToRun } from './find-board.ts'
import { applySteps, type BoardView, loadItems, timesOf, toBoardItem, viewBoard } from './load-board.ts'

/**
 * Starts a published meeting and shows its board; one that runs is shown as it was left. `no` null: the one under way,
 * else the published one that starts nearest. It opens with the follow-up where its agenda has one, else with its first
 * item; the follow-up is that of the actions as they stand at the start.
 * @throws DomainError `meeting.unknown` {no}, `board.none_near`, `board.not_published` {no}, `board.too_early` {no, given},
 *   `board.held` {no}
 */
export async function startMeeting(context: Context, actor: Actor, no: number | null): Promise<BoardView> {
  return changing(context, actor, 'meeting.run', async (work) => {
    const { tx, plan, now } = work
    const found = await findMeetingToRun(work, no)
    const meeting = (await lockMeeting(tx, plan.id, found.id)) ?? found
    if (meeting.state === 'running') return viewBoard(work, meeting)
    if (meeting.state === 'held') throw new DomainError('board.held', { no: meeting.no })
    if (meeting.state !== 'published') throw new DomainError('board.not_published', { no: meeting.no })
    checkStart(meeting, now)
    const started = { state: 'running' as const, startedAt: now.toJSDate() }
    // A revision that was not published is of no use any more; what is shown of the meeting is what it follows.
    const agenda = meeting.agenda && { ...meeting.agenda, followUp: await refreshFollowUp(work, meeting) }
    await updateMeeting(tx, meeting.id, { ...started, draft: null, ...(agenda ? { agenda } : {}) })
    const running = { ...meeting, ...started, draft: null, agenda, version: meeting.version + 1 }
    const items = (await loadItems(work, running)).map(toBoardItem)
    const first = timesOf(running).openingMinutes > 0 ? undefined : items.find((item) => !item.settled)
    await applySteps(work, running, first ? takeUp(items, first.no, now.toJSDate()) : [], null)
    await work.audit('meeting.start', `meeting/${meeting.no}`, { state: meeting.state }, started)
    return viewBoard(work, running)
  })
}

/**
 * The board of a running meeting.
 * @throws DomainError `meeting.unknown` {no}, `board.not_running` {no}, `board.held` {no}
 */
export async function showBoard(context: Context, actor: Actor, no: number): Promise<BoardView> {
  return reading(context, actor, 'meeting.run', async (work) => {
    const meeting = await findMeetingToRun(work, no)
    if (meeting.state === 'held') throw new DomainError('board.held', { no })
    if (meeting.state !== 'running') throw new DomainError('board.not_running', { no })
    return viewBoard(work, meeting)
  })
}

/** The number of the meeting that `startMeeting` without a number means. @throws DomainError `board.none_near` */
export async function runningMeetingNo(context: Context, actor: Actor): Promise<number> {
  return reading(context, actor, 'meeting.run', async (work) => (await findMeetingToRun(work, null)).no)
}
