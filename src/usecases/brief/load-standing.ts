import { type ActionRow, listActions } from '../../db/action-store.ts'
import { type AttendanceRow, listAttendance } from '../../db/attendance-store.ts'
import { listOpenConsultations, type OpenConsultation } from '../../db/brief-store.ts'
import { type IssueRow, listIssues } from '../../db/issue-store.ts'
import { listMeetings, type MeetingRow } from '../../db/meeting-store.ts'
import { listNewestReports, type NewestReport } from '../../db/supervision-source-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import type { PlanSettings } from '../../domain/plan-settings.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import type { Work } from '../context.ts'
import { loadReview } from '../report/list-review.ts'
import { standingPeriods } from '../report/standing-periods.ts'
import type { SupervisedDay } from '../supervision/supervise-day.ts'

/** What stands in a plan that somebody may have to be told of, read once for all of its people. */
export type Standing = {
  units: ReadonlyMap<number, string>
  meetings: (MeetingRow & { attendance: AttendanceRow[] })[]
  actions: ActionRow[]
  consultations: OpenConsultation[]
  escalated: IssueRow[]
  /** The newest reports of the periods that are owed or may still be filed in. */
  reports: NewestReport[]
  tasks: TaskRow[]
  /** How many tasks' reports wait for the office, as its list of them says. */
  toReview: number
  liaisons: ReadonlyMap<number, readonly string[]>
  settings: PlanSettings
  /** How many tasks the unit of a report's obligation reports on in its period. */
  tasksOf: (obligation: Obligation) => number
} & Pick<SupervisedDay, 'obligations' | 'slips'>

/** No reminder is set further ahead than this. */
const AHEAD_DAYS = 60

/** Reads what stands, beside what was supervised, by a number of queries that does not grow with the plan's people. */
export async function loadStanding(
  work: Work,
  { obligations, slips }: SupervisedDay,
  liaisons: Standing['liaisons'],
): Promise<Standing> {
  const { tx, plan, now } = work
  const window = {
    states: ['published'] as const,
    from: now.toJSDate(),
    until: now.plus({ days: AHEAD_DAYS }).toJSDate(),
  }
  const meetings: Standing['meetings'] = []
  for (const meeting of await listMeetings(tx, plan.id, window))
    meetings.push({ ...meeting, attendance: await listAttendance(tx, meeting.id) })
  const issues = await listIssues(tx, plan.id, ['open', 'scheduled'])
  const periods = (await standingPeriods(work)).map(({ key }) => key)
  const reports = await listNewestReports(tx, plan.id, periods)
  return {
    obligations,
    slips,
    reports,
    tasks: await listTasks(tx, plan.id),
    toReview: (await loadReview(work)).entries.length,
    liaisons,
    settings: plan.settings,
    tasksOf: ({ subject, unitId, items }) => {
      const filed = reports.filter(
        (one) => one.state !== 'returned' && one.unitId === unitId && `report/${one.periodKey}` === subject,
      )
      return new Set([...items.map(({ no }) => no), ...filed.map(({ taskNo }) => taskNo)]).size
    },
    units: new Map((await listUnits(tx, plan.id)).map((unit) => [unit.id, unit.name])),
    meetings,
    actions: await listActions(tx, plan.id, { states: ['open', 'reported'] }),
    consultations: await listOpenConsultations(tx, plan.id),
    escalated: issues.filter((issue) => issue.escalatedAt !== null),
  }
}
