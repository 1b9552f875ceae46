import { type AttendanceRow, dropUnits, inviteUnit, listAttendance } from '../../db/attendance-store.ts'
import { type IssueRow, listIssuesById } from '../../db/issue-store.ts'
import type { MeetingRow } from '../../db/meeting-store.ts'
import { listMembers } from '../../db/member-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { describeInvitation, summaryOf } from '../../documents/calendar/calendar-words.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { Ask, Disinvitation, Invitation } from '../../domain/meeting/invitation.ts'
import { ownPart } from '../../domain/meeting/own-part.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { Work } from '../context.ts'
import { addCalendarFile } from './calendar-file.ts'
import { factsOf } from './meeting-facts.ts'
import { sendRoster } from './send-roster.ts'

/** A unit at a meeting, by the name that its agenda has for it, and what is asked of it at each of its issues. */
type UnitPart = { unitId: number; unit: string; required: boolean; asks: ReadonlyMap<number, Ask> }

/**
 * Invites the delegates of a meeting whose agenda stands: each person gets one message for all their units, with their
 * items, times and calendar file; one whose part did not change since `before` gets none, one no longer needed is told so.
 * `meeting` is as stored, with its raised sequence. Its convener gets the roster.
 */
export async function inviteUnits(
  work: Work,
  meeting: MeetingRow,
  agenda: AgendaNotice,
  issueIds: readonly number[],
  before: { agenda: AgendaNotice; moved: boolean } | null,
): Promise<void> {
  const { tx, plan } = work
  const parts = await partsOf(work, agenda, issueIds)
  const old = await listAttendance(tx, meeting.id)
  const delegates = await delegatesOf(work, parts)
  const gone = old.filter((one) => !parts.some((part) => part.unitId === one.unitId))
  for (const { unitId, required } of parts) {
    const invited = [...delegates].filter(([, own]) => own.some((part) => part.unitId === unitId)).map(([user]) => user)
    await inviteUnit(tx, meeting.id, { unitId, required, invited })
  }
  await dropUnits(
    tx,
    meeting.id,
    gone.map((one) => one.unitId),
  )
  const known = new Set(old.flatMap((one) => one.invited))
  for (const [userId, own] of delegates) {
    const changed = known.has(userId)
    if (before && !before.moved && changed && unchanged(before.agenda, agenda, own)) continue
    const invitation = invitationOf(factsOf(plan, meeting), agenda, own)
    const answer = standingAnswer(old, own)
    if (invitation) await send(work, meeting, userId, { ...invitation, changed, answer })
  }
  // Also one who was taken off a unit that still comes.
  const leavers = [...known].filter((userId) => !delegates.has(userId))
  await disinvite(work, meeting, leavers, 'not_needed', '')
  await sendRoster(work, meeting)
}

/** Tells everyone invited that a meeting is cancelled, with a file that takes it from their calendars. */
export async function disinviteAll(work: Work, meeting: MeetingRow, reason: string): Promise<void> {
  const attendance: AttendanceRow[] = await listAttendance(work.tx, meeting.id)
  await disinvite(work, meeting, [...new Set(attendance.flatMap((one) => one.invited))], 'cancelled', reason)
}

async function disinvite(
  work: Work,
  meeting: MeetingRow,
  userIds: readonly string[],
  cause: Disinvitation['cause'],
  reason: string,
): Promise<void> {
  const { tx, plan, now } = work
  const facts = factsOf(plan, meeting)
  for (const userId of userIds) {
    const entry = { summary: summaryOf(facts), description: reason, cancelled: true }
    const file = await addCalendarFile(work, meeting, { ...entry, fromMinute: 0, untilMinute: meeting.minutes })
    await enqueue(tx, {
      workspaceId: plan.workspaceId,
      planId: plan.id,
      place: userId,
      dedupeKey: `meeting.disinvitation/${meeting.id}/${meeting.sequence}/${userId}`,
      at: now.toJSDate(),
      documents: [file],
      kind: 'meeting.disinvitation',
      payload: { ...facts, cause, reason },
    })
  }
}

async function send(work: Work, meeting: MeetingRow, userId: string, invitation: Invitation): Promise<void> {
  const { tx, plan, now } = work
  const { fromMinute, untilMinute } = invitation
  const entry = { summary: summaryOf(invitation), description: describeInvitation(invitation), cancelled: false }
  const file = await addCalendarFile(work, meeting, { ...entry, fromMinute, untilMinute })
  await enqueue(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    place: userId,
    dedupeKey: `meeting.invitation/${meeting.id}/${meeting.sequence}/${userId}`,
    at: now.toJSDate(),
    documents: [file],
    kind: 'meeting.invitation',
    payload: invitation,
  })
}

async function partsOf({ tx, plan }: Work, agenda: AgendaNotice, issueIds: readonly number[]): Promise<UnitPart[]> {
  const units = await listUnits(tx, plan.id)
  const issues = new Map((await listIssuesById(tx, plan.id, issueIds)).map((issue) => [issue.no, issue]))
  const leads = new Map((await listTasks(tx, plan.id)).map((task) => [task.no, task.units[0]?.id]))
  return agenda.attendance.flatMap(({ unit: name, required, items }) => {
    // A new version of the plan may have renamed it since the agenda was made.
    const unit = units.find((one) => one.name === name) ?? units.find((one) => one.aliases.includes(name))
    if (!unit) return []
    const asks = new Map(items.map((no) => [no, askOf(issues.get(no), unit.id, leads)]))
    return [{ unitId: unit.id, unit: name, required, asks }]
  })
}

function askOf(issue: IssueRow | undefined, unitId: number, leads: ReadonlyMap<number, number | undefined>): Ask {
  if (issue?.raisedUnitId === unitId) return 'raised'
  return issue?.taskNo && leads.get(issue.taskNo) === unitId ? 'lead' : 'help'
}

/** The liaisons of the units, each with all of theirs. */
async function delegatesOf({ tx, plan }: Work, parts: readonly UnitPart[]): Promise<Map<string, UnitPart[]>> {
  const delegates = new Map<string, UnitPart[]>()
  for (const { userId, role, unitId } of await listMembers(tx, plan.id)) {
    const part = parts.find((one) => one.unitId === unitId)
    if (role === 'liaison' && part) delegates.set(userId, [...(delegates.get(userId) ?? []), part])
  }
  return delegates
}

function invitationOf(facts: ReturnType<typeof factsOf>, agenda: AgendaNotice, parts: readonly UnitPart[]) {
  const units = parts.map((part) => part.unit)
  const own = ownPart(agenda, units)
  const asks = new Map(parts.flatMap((part) => [...part.asks]))
  return (
    own && {
      ...facts,
      ...own,
      units,
      items: own.items.map((item) => ({ ...item, ask: asks.get(item.no) ?? ('help' as const) })),
    }
  )
}

/** What the units answered before, which counts on until they answer anew. */
function standingAnswer(old: readonly AttendanceRow[], parts: readonly UnitPart[]): Invitation['answer'] {
  const answered = old.find((one) => one.reply !== null && parts.some((part) => part.unitId === one.unitId))
  if (!answered?.reply) return null
  const { reply, deputy, fromMinute, untilMinute } = answered
  return { reply, deputy, fromMinute, untilMinute }
}

/** Are a person's items and times as they were? */
function unchanged(before: AgendaNotice, after: AgendaNotice, parts: readonly UnitPart[]): boolean {
  const of = (agenda: AgendaNotice) => {
    const rows = agenda.attendance.filter((one) => parts.some((part) => part.unit === one.unit))
    const nos = new Set(rows.flatMap((row) => row.items))
    const items = agenda.items.filter((item) => nos.has(item.no))
    return JSON.stringify([
      rows.map(({ unit, required, opening }) => [unit, required, opening]).sort(),
      items.map(({ no, startMinute, minutes }) => [no, startMinute, minutes]),
    ])
  }
  return of(before) === of(after)
}
