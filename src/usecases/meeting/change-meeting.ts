import { DateTime } from 'luxon'
import { listAgendaItems } from '../../db/agenda-item-store.ts'
import { listAttendance, updateAttendance } from '../../db/attendance-store.ts'
import { type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import { DomainError } from '../../domain/errors.ts'
import { leadDay } from '../../domain/meeting/lead-time.ts'
import type { Work } from '../context.ts'
import { inviteUnits } from './invite-units.ts'
import { factsOf } from './meeting-facts.ts'
import { isAnnounced, postMeeting } from './post-meeting.ts'
import { prepareMeeting } from './prepare-meeting.ts'

/** When, for how long and where a meeting is held. */
export type WhenAndWhere = Pick<MeetingRow, 'startsAt' | 'minutes' | 'place'>

/**
 * Holds a meeting, held by `lockMeeting`, at another time or place: one calendar entry is updated under a raised sequence.
 * Where it was announced its channel is told; where its agenda stands each delegate is invited anew, and asked to answer
 * anew where the time is another. Gives the meeting as it then stands.
 * @throws DomainError `meeting.too_short` {no, minutes, used} for less time than before where its published agenda takes more
 */
export async function changeMeeting(work: Work, meeting: MeetingRow, to: WhenAndWhere): Promise<MeetingRow> {
  const { tx, plan, now } = work
  const { agenda, draft, no } = meeting
  // One whose mandatory items overrun may be moved, or given more time that is still too little.
  if (agenda && to.minutes < meeting.minutes && agenda.minutesUsed > to.minutes)
    throw new DomainError('meeting.too_short', { no, minutes: to.minutes, used: agenda.minutesUsed })
  const shifted = to.startsAt.getTime() !== meeting.startsAt.getTime()
  const change = {
    ...to,
    sequence: meeting.sequence + 1,
    ...(draft ? { draft: { ...draft, notice: heldAt(draft.notice, to) } } : {}),
    ...(agenda ? { agenda: heldAt(agenda, to) } : {}),
    // A meeting put off so far that its draft is not due yet gets a fresh one in time.
    ...(leadDay(to.startsAt, meeting.draftDays, plan.zone) > now.toFormat('yyyy-MM-dd')
      ? { draftWantedAt: null, draftSentAt: null }
      : {}),
  }
  await updateMeeting(tx, meeting.id, change)
  const after: MeetingRow = { ...meeting, ...change, version: meeting.version + 1 }
  await work.audit('meeting.change', `meeting/${no}`, whenAndWhere(meeting), {
    ...whenAndWhere(after),
    sequence: after.sequence,
  })
  if (isAnnounced(meeting)) {
    const { startsAt, minutes, place } = factsOf(plan, meeting)
    const payload = { ...factsOf(plan, after), before: { startsAt, minutes, place } }
    await postMeeting(work, after, { kind: 'meeting.moved', payload })
  }
  if (agenda && after.agenda) {
    if (shifted) await askAnew(work, meeting.id)
    const issueIds = (await listAgendaItems(tx, meeting.id)).map((item) => item.issueId)
    await inviteUnits(work, after, after.agenda, issueIds, { agenda, moved: true })
  }
  return prepareMeeting(work, after)
}

function heldAt(notice: AgendaNotice, { startsAt, minutes, place }: WhenAndWhere): AgendaNotice {
  const start = DateTime.fromJSDate(startsAt, { zone: notice.zone }).toISO() ?? notice.startsAt
  return { ...notice, startsAt: start, minutes, place }
}

/** What units answered for another time is no answer for this one. */
async function askAnew({ tx }: Work, meetingId: number): Promise<void> {
  const units = (await listAttendance(tx, meetingId)).map((one) => one.unitId)
  const blank = { reply: null, deputy: '', remark: '', fromMinute: null, untilMinute: null }
  await updateAttendance(tx, meetingId, units, { ...blank, repliedBy: null, repliedAt: null })
}

function whenAndWhere({ startsAt, minutes, place }: WhenAndWhere) {
  return { startsAt: startsAt.toISOString(), minutes, place }
}
