import { DateTime } from 'luxon'
import { addMeeting, listMeetings, lockMeeting, type MeetingRow } from '../../db/meeting-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import type { AgendaMode } from '../../domain/agenda/agenda-words.ts'
import type { ComposedAgenda } from '../../domain/agenda/compose.ts'
import { type AgendaFixes, noFixes } from '../../domain/agenda/fixes.ts'
import {
  checkMeetingMinutes,
  MEETING_MINUTES,
  resolveStart,
  type WantedStart,
} from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { type AgendaView, viewAgenda } from './agenda-view.ts'
import { composeOffThread } from './compose-off-thread.ts'
import { type AgendaSource, loadSource, type MeetingSeed, saveDraft } from './solve-meeting.ts'

/** The joint meeting to draft an agenda for; what is null is as usual. */
export type MeetingWish = WantedStart & { minutes: number | null; mode: AgendaMode | null }

/**
 * Drafts the agenda of a joint meeting from the plan's open issues: of the next planned one, or of one at that start,
 * which need not be planned. The draft is its conveners' alone; an earlier one for the same start, and what was fixed of
 * it, is replaced. It is computed between two transactions, so that no one waits for it; an issue that changes meanwhile
 * is found out on publishing.
 * @throws DomainError `agenda.no_open_issues`, `agenda.nothing_fits`, `agenda.start_taken` when that start's agenda is
 *   published, and what {@link saveAsDraft}, {@link resolveStart} and {@link checkMeetingMinutes} throw
 */
export async function draftAgenda(context: Context, actor: Actor, wish: MeetingWish): Promise<AgendaView> {
  const fixes = { ...noFixes, mode: wish.mode ?? 'waiting' }
  const source = await changing(context, actor, 'agenda.draft', async (work) => {
    const meeting = await meetingFor(work, wish)
    return loadSource(work, { ...meeting, minutes: checkMeetingMinutes(wish.minutes ?? meeting.minutes) }, fixes)
  })
  const composed = await composeOffThread(source.wish)
  return saveAsDraft(context, actor, source, composed, fixes)
}

/**
 * Keeps a draft that was computed outside a transaction, where nobody drafted, moved, started or cancelled the meeting
 * meanwhile: its times and states would be those of before.
 * @throws DomainError `agenda.unknown`, `agenda.meeting_changed` {no}, `agenda.plan_changed` {plan}
 */
export async function saveAsDraft(
  context: Context,
  actor: Actor,
  source: AgendaSource,
  composed: ComposedAgenda,
  fixes: AgendaFixes,
): Promise<AgendaView> {
  // The request was taken in before it was computed.
  return changing(context, { ...actor, requestKey: null }, 'agenda.draft', async (work) => {
    // A person may have turned to another plan meanwhile.
    if (work.plan.id !== source.wish.plan.id)
      throw new DomainError('agenda.plan_changed', { plan: source.wish.plan.title })
    // Drafts and publications of a plan come one after the other.
    await lockPlan(work.tx, work.plan.id)
    const { id, no, drafted, version } = source.meeting
    const meeting = id === null ? await storeMeeting(work, source) : await lockMeeting(work.tx, work.plan.id, id)
    if (!meeting) throw new DomainError('agenda.unknown')
    const subject = `meeting/${no}`
    if (id !== null && meeting.drafted !== drafted) throw await changedSince(work, subject, 'agenda.unknown')
    if (id !== null && meeting.version !== version)
      throw await changedSince(work, subject, 'agenda.meeting_changed', { no })
    return viewAgenda(work, await saveDraft(work, { ...source, meeting }, composed, fixes))
  })
}

/** Stores the meeting of a draft; one that was drafted for the same start meanwhile takes it. */
async function storeMeeting(work: Work, { meeting }: AgendaSource): Promise<MeetingRow> {
  const { tx, plan, now, actor } = work
  const { startsAt, minutes } = meeting
  const until = new Date(startsAt.getTime() + 1)
  const [there] = await listMeetings(tx, plan.id, { states: standing, from: startsAt, until })
  if (there) {
    refuseTaken(there, DateTime.fromJSDate(startsAt, { zone: plan.zone }))
    return there
  }
  const by = { convener: actor.userId, createdBy: actor.userId, createdAt: now.toJSDate() }
  return addMeeting(tx, plan.id, { startsAt, minutes, state: 'draft', ...by })
}

const standing = ['draft', 'planned', 'published', 'running'] as const

async function meetingFor({ tx, plan, now }: Work, wish: MeetingWish): Promise<MeetingSeed> {
  const upcoming = await listMeetings(tx, plan.id, { states: standing, from: now.toJSDate() })
  const planned = upcoming.filter((meeting) => meeting.state === 'planned')
  if (!wish.day && !wish.time && planned[0]) return planned[0]
  const taken = upcoming.filter((meeting) => meeting.published > 0).map((meeting) => meeting.startsAt)
  const start = resolveStart(wish, now, taken)
  const local = (meeting: MeetingRow) => DateTime.fromJSDate(meeting.startsAt, { zone: now.zone })
  const sameDay = wish.time ? [] : planned.filter((meeting) => local(meeting).hasSame(start, 'day'))
  const there = upcoming.find((meeting) => meeting.startsAt.getTime() === start.toMillis()) ?? sameDay[0]
  if (there) refuseTaken(there, start)
  const fresh = { id: null, no: 0, drafted: 0, version: 0, place: '' }
  return there ?? { ...fresh, startsAt: start.toJSDate(), minutes: MEETING_MINUTES.usual }
}

function refuseTaken(meeting: MeetingRow, start: DateTime): void {
  if (meeting.published > 0) throw new DomainError('agenda.start_taken', { given: start.toFormat('yyyy-MM-dd HH:mm') })
}
