import { type ActionRow, listActions } from '../../db/action-store.ts'
import { type AttendanceRow, listAttendance } from '../../db/attendance-store.ts'
import { listOpenConsultations, type OpenConsultation } from '../../db/brief-store.ts'
import { type IssueRow, listIssues } from '../../db/issue-store.ts'
import { listMeetings, type MeetingRow } from '../../db/meeting-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import type { Work } from '../context.ts'

/** What stands in a plan that somebody may have to be told of, read once for all of its people. */
export type Standing = {
  units: ReadonlyMap<number, string>
  meetings: (MeetingRow & { attendance: AttendanceRow[] })[]
  actions: ActionRow[]
  consultations: OpenConsultation[]
  escalated: IssueRow[]
}

/** No reminder is set further ahead than this. */
const AHEAD_DAYS = 60

/** Reads what stands, by a number of queries that does not grow with the plan's people. */
export async function loadStanding({ tx, plan, now }: Work): Promise<Standing> {
  const window = {
    states: ['published'] as const,
    from: now.toJSDate(),
    until: now.plus({ days: AHEAD_DAYS }).toJSDate(),
  }
  const meetings: Standing['meetings'] = []
  for (const meeting of await listMeetings(tx, plan.id, window))
    meetings.push({ ...meeting, attendance: await listAttendance(tx, meeting.id) })
  const issues = await listIssues(tx, plan.id, ['open', 'scheduled'])
  return {
    units: new Map((await listUnits(tx, plan.id)).map((unit) => [unit.id, unit.name])),
    meetings,
    actions: await listActions(tx, plan.id, { states: ['open', 'reported'] }),
    consultations: await listOpenConsultations(tx, plan.id),
    escalated: issues.filter((issue) => issue.escalatedAt !== null),
  }
}
