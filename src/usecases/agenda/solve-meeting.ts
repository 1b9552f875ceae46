import { DateTime } from 'luxon'
import { listActions } from '../../db/action-store.ts'
import { listAttendance } from '../../db/attendance-store.ts'
import { listScheduledIds } from '../../db/issue-for-agenda-store.ts'
import { type IssueRow, listIssues, listIssuesById } from '../../db/issue-store.ts'
import { type AgendaPlace, listMeetings, type MeetingRow, updateMeeting } from '../../db/meeting-store.ts'
import { listMeasurements, listTargets } from '../../db/target-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { isOverdue } from '../../domain/action/action-standing.ts'
import { isSettled } from '../../domain/action/action-state.ts'
import { scoreBacklog } from '../../domain/agenda/backlog.ts'
import type { ComposedAgenda } from '../../domain/agenda/compose.ts'
import type { AgendaFixes } from '../../domain/agenda/fixes.ts'
import { type FollowUp, followUpOf } from '../../domain/agenda/follow-up.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { AgendaWish } from '../../domain/agenda/wish.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Work } from '../context.ts'

/** The meeting an agenda is computed for; its id is null while it is not stored. */
export type MeetingSeed = Pick<MeetingRow, 'startsAt' | 'minutes' | 'place' | 'no' | 'drafted' | 'version'> & {
  id: number | null
}

/** All that a meeting's agenda is computed from, and the version of each issue that was read. */
export type AgendaSource<M extends MeetingSeed = MeetingSeed> = {
  meeting: M
  wish: AgendaWish
  places: ReadonlyMap<number, AgendaPlace>
}

/**
 * Reads what a meeting's agenda is computed from: the open issues and those it already holds, what earlier meetings set,
 * and when units can come.
 * @throws DomainError `agenda.no_open_issues`
 */
export async function loadSource<M extends MeetingSeed>(
  work: Work,
  meeting: M,
  fixes: AgendaFixes,
): Promise<AgendaSource<M>> {
  const { tx, plan, now } = work
  const scheduled = meeting.id === null ? [] : await listScheduledIds(tx, meeting.id)
  const own = await listIssuesById(tx, plan.id, scheduled)
  const issues = [...own, ...(await listIssues(tx, plan.id, ['open']))]
  if (issues.length === 0) throw new DomainError('agenda.no_open_issues')
  const attendance = meeting.id === null ? [] : await listAttendance(tx, meeting.id)
  const told = attendance.flatMap(({ unitId, fromMinute, untilMinute }) =>
    fromMinute === null && untilMinute === null
      ? []
      : [{ unitId, from: fromMinute ?? 0, until: untilMinute ?? meeting.minutes }],
  )
  const { id, title, language, zone } = plan
  return {
    meeting,
    wish: {
      plan: { id, title, language, zone },
      meetingNo: meeting.no,
      place: meeting.place,
      startsAt: DateTime.fromJSDate(meeting.startsAt, { zone }).toISO() ?? '',
      minutes: meeting.minutes,
      fixes,
      told,
      followUp: await loadFollowUp(work, meeting),
      issues: await score(work, issues),
      absent: attendance
        .filter((one) => one.reply === 'cannot' && one.fromMinute === null && one.untilMinute === null)
        .map((one) => one.unitId),
    },
    places: new Map(issues.map(({ id, no, version }) => [no, { issueId: id, version }])),
  }

  async function score({ tx, plan }: Work, rows: readonly IssueRow[]) {
    const measurements = Map.groupBy(await listMeasurements(tx, plan.id), ({ targetId }) => targetId)
    const targets = await listTargets(tx, plan.id)
    const blocked = targets.map((target) => ({ target, measurements: measurements.get(target.id) ?? [] }))
    const leads = new Map((await listTasks(tx, plan.id)).map((task) => [task.no, task.units.slice(0, 1)]))
    const facts = rows.map((issue) => ({
      ...issue,
      optional: optionalUnits(issue, leads.get(issue.taskNo ?? 0) ?? []),
    }))
    return scoreBacklog(facts, blocked, now)
  }
}

/** Who may come though the issue does not need them: the unit that raised it, and the lead of its task. */
function optionalUnits(issue: IssueRow, lead: readonly { id: number; name: string }[]) {
  const { raisedUnitId: id, raisedUnit: name } = issue
  const raised = id === null || name === null ? [] : [{ id, name }]
  return [...new Map([...raised, ...lead].map((unit) => [unit.id, { id: unit.id, name: unit.name }])).values()]
}

async function loadFollowUp({ tx, plan, now }: Work, meeting: MeetingSeed): Promise<FollowUp | null> {
  const before = { states: ['held'] as const, until: meeting.startsAt }
  const [last] = await listMeetings(tx, plan.id, before, 1, 'latest')
  const actions = await listActions(tx, plan.id)
  const today = now.toFormat('yyyy-MM-dd')
  const standing = actions.filter((action) => !isSettled(action.state))
  const overdue = standing.filter((action) => isOverdue(action, today))
  return followUpOf({
    verified: actions.filter((one) => one.state === 'verified' && (!last || (one.settledAt ?? 0) >= last.startsAt))
      .length,
    running: standing.length - overdue.length,
    overdue: overdue.map(({ no, issueNo, text, owner, dueOn }) => ({ no, issueNo, text, owner, dueOn })),
  })
}

/**
 * A published agenda's follow-up as the actions stand now: some were verified or fell due since. Its minutes stay as they
 * were published; null where there is none.
 */
export async function refreshFollowUp(work: Work, meeting: MeetingRow): Promise<AgendaNotice['followUp']> {
  const published = meeting.agenda?.followUp
  if (!published) return null
  const { verified = 0, running = 0, overdue = [] } = (await loadFollowUp(work, meeting)) ?? {}
  const { minutes } = published
  return { minutes, verified, running, overdue: overdue.map((action) => ({ ...action, owner: action.owner.name })) }
}

/** Keeps a composed agenda as the meeting's draft; the meeting is held. */
export async function saveDraft(
  work: Work,
  { meeting, places }: Pick<AgendaSource<MeetingRow>, 'meeting' | 'places'>,
  composed: ComposedAgenda,
  fixes: AgendaFixes,
): Promise<MeetingRow> {
  const { tx, now, actor } = work
  const drafted = meeting.drafted + 1
  const draft = {
    notice: { ...composed, meetingId: meeting.id, meetingNo: meeting.no, draft: drafted },
    places: composed.items.flatMap((item) => places.get(item.no) ?? []),
  }
  const change = {
    draft,
    fixes,
    drafted,
    draftedBy: actor.userId,
    draftedAt: now.toJSDate(),
    minutes: composed.minutes,
  }
  await updateMeeting(tx, meeting.id, change)
  const { startsAt, minutes, mode, hash } = composed
  await work.audit(
    'agenda.draft',
    `meeting/${meeting.no}`,
    meeting.draft && { drafted: meeting.drafted, issues: meeting.draft.notice.items.map((item) => item.no) },
    { drafted, startsAt, minutes, mode, hash, issues: composed.items.map((item) => item.no), fixes },
  )
  return { ...meeting, ...change }
}
