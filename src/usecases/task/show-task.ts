import { DateTime } from 'luxon'
import { listActions } from '../../db/action-store.ts'
import { listIssues } from '../../db/issue-store.ts'
import { listMilestones } from '../../db/milestone-store.ts'
import { listPauses } from '../../db/pause-store.ts'
import { listPolicies } from '../../db/policy-store.ts'
import { listPeriodReports, type ReportRow } from '../../db/report-store.ts'
import { listTasks, loadTaskText, type TaskRow } from '../../db/task-store.ts'
import { type ActionStanding, standingOf } from '../../domain/action/action-standing.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import type { IssueState } from '../../domain/issue.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { taskTargets } from '../issue/issue-life.ts'
import { type SeenMilestone, seeMilestones } from '../milestone/see-milestones.ts'
import { type SeenPolicy, seePolicies } from '../policy/list-policies.ts'
import { presentPeriod } from '../report/named-period.ts'
import { concernsPerson, findTask, leadsOf } from './keep-task.ts'

/** A unit of a task and what it reported this period; null while it has not. */
export type TaskReport = {
  unit: string
  role: 'lead' | 'participant'
  report: Pick<ReportRow, 'status' | 'percent' | 'version' | 'late'> | null
}

/** An action about a task that is not settled. */
export type TaskAction = { no: number; text: string; owner: string; dueOn: string; state: 'open' | 'reported' } & Pick<
  ActionStanding,
  'daysLate' | 'daysLeft' | 'returned'
>

/** Everything a plan holds about one task. Days are ISO days in the plan's zone. */
export type TaskView = {
  planId: number
  today: string
  task: TaskRow
  text: string | null
  targets: DigestTarget[]
  period: ReportingPeriod
  /** Empty for a liaison whose units have no part in the task: who has filed is between the units of it and the office. */
  reports: TaskReport[]
  milestones: SeenMilestone[]
  policies: SeenPolicy[]
  issues: { no: number; title: string; state: IssueState }[]
  actions: TaskAction[]
  /** Nobody is asked about it since that day; null: it is not paused. */
  pause: { reason: string; since: string } | null
  /** The person's unit that reports on it; null where none does. */
  reportsFor: { unitId: number } | null
}

const unsettled: readonly IssueState[] = ['open', 'scheduled', 'decided', 'in_action']

/**
 * One task by its number: its text, units, targets, this period's reports, milestones, policies, and what is open about it.
 * A fixed number of queries, whatever it holds.
 * @throws DomainError `task.unknown` {no, numbers}
 */
export async function showTask(context: Context, actor: Actor, taskNo: number): Promise<TaskView> {
  return reading(context, actor, 'task.show', async (work) => {
    const { tx, plan, now } = work
    const tasks = await listTasks(tx, plan.id)
    const task = findTask(tasks, taskNo)
    const leads = leadsOf([task])
    const ofTask = { taskIds: [task.id] }
    const mine = task.units.find(({ id }) => work.units.some((unit) => unit.id === id))
    return {
      planId: plan.id,
      today: now.toFormat('yyyy-MM-dd'),
      task,
      text: await loadTaskText(tx, task.id),
      targets: await taskTargets(work, task.no),
      ...(await reportsOf(work, task)),
      milestones: seeMilestones(work, await listMilestones(tx, plan.id, ofTask), leads),
      policies: seePolicies(work, await listPolicies(tx, plan.id, ofTask), leads),
      ...(await openMattersOf(work, task)),
      pause: await pauseOf(work, task),
      reportsFor: mine && work.roles.has('liaison') ? { unitId: mine.id } : null,
    }
  })
}

async function reportsOf(work: Work, task: TaskRow): Promise<Pick<TaskView, 'period' | 'reports'>> {
  const { tx, plan } = work
  const period = await presentPeriod(work)
  const filed = (await listPeriodReports(tx, plan.id, period.key)).filter(({ taskId }) => taskId === task.id)
  return {
    period,
    reports: (concernsPerson(work, task) ? task.units : []).map(({ id, name, role }) => {
      const report = filed.find(({ unitId }) => unitId === id)
      return { unit: name, role, report: report ?? null }
    }),
  }
}

async function openMattersOf({ tx, plan, now }: Work, task: TaskRow): Promise<Pick<TaskView, 'issues' | 'actions'>> {
  const issues = (await listIssues(tx, plan.id, unsettled)).filter(({ taskId }) => taskId === task.id)
  const ids = new Set(issues.map(({ id }) => id))
  const actions = (await listActions(tx, plan.id, { states: ['open', 'reported'] })).filter(({ issueId }) =>
    ids.has(issueId),
  )
  return {
    issues: issues.map(({ no, title, state }) => ({ no, title, state })),
    actions: actions.map((action) => {
      const { no, text, owner, dueOn, state } = action
      const standing = standingOf(action, now)
      return { no, text, owner: owner.name, dueOn, state: state === 'reported' ? state : 'open', ...standing }
    }),
  }
}

async function pauseOf({ tx, plan }: Work, task: TaskRow): Promise<TaskView['pause']> {
  const pause = (await listPauses(tx, plan.id)).find(({ taskId, endedAt }) => taskId === task.id && endedAt === null)
  if (!pause) return null
  return {
    reason: pause.reason,
    since: DateTime.fromJSDate(pause.startedAt, { zone: plan.zone }).toFormat('yyyy-MM-dd'),
  }
}
