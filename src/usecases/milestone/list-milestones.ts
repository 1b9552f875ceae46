import { listMilestones } from '../../db/milestone-store.ts'
import { listPauses } from '../../db/pause-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { concernsPerson, findTask, keepingUnits, leadsOf } from '../task/keep-task.ts'
import { loadMoves, type MilestoneMove } from './milestone-moves.ts'
import { type SeenMilestone, seeMilestones } from './see-milestones.ts'

/** A milestone of a list, and how often and when last it was moved. */
export type RoadmapEntry = SeenMilestone & { moves: MilestoneMove[]; paused: boolean }

/** Which milestones a person wants to see: of the task of that number, of all tasks that concern them, or the slipped of those. */
export type RoadmapScope = number | 'mine' | 'late'

/** 路线图: milestones by task and due day. `taskNo` null: of all tasks that concern the person. `today` is an ISO day. */
export type Roadmap = {
  planId: number
  today: string
  scope: RoadmapScope
  taskNo: number | null
  taskTitle: string | null
  entries: RoadmapEntry[]
  /** May the person add one: to this task, or to some task? */
  mayAdd: boolean
}

/**
 * The milestones that concern a person: of the tasks of their units; for the office, leaders and admins of the whole plan; or
 * of one task, which any member may see.
 * @throws DomainError `task.unknown` {no, numbers}
 */
export async function listRoadmap(context: Context, actor: Actor, scope: RoadmapScope): Promise<Roadmap> {
  return reading(context, actor, 'milestone.list', async (work) => {
    const tasks = await listTasks(work.tx, work.plan.id)
    const task = typeof scope === 'number' ? findTask(tasks, scope) : null
    const shown = task ? [task] : tasks.filter((one) => concernsPerson(work, one))
    return {
      planId: work.plan.id,
      today: work.now.toFormat('yyyy-MM-dd'),
      scope,
      taskNo: task?.no ?? null,
      taskTitle: task?.title ?? null,
      entries: await entriesOf(work, shown, scope === 'late'),
      mayAdd: shown.some((one) => keepingUnits(work, one).length > 0),
    }
  })
}

async function entriesOf(work: Work, tasks: readonly TaskRow[], late: boolean): Promise<RoadmapEntry[]> {
  const { tx, plan, now } = work
  const slipped = late ? { open: true, dueUntil: now.minus({ days: 1 }).toFormat('yyyy-MM-dd') } : {}
  const rows = await listMilestones(tx, plan.id, { taskIds: tasks.map(({ id }) => id), ...slipped })
  const moves = await loadMoves(work, rows)
  const pauses = await listPauses(tx, plan.id)
  const paused = new Set(pauses.flatMap(({ taskId, endedAt }) => (taskId !== null && endedAt === null ? [taskId] : [])))
  return seeMilestones(work, rows, leadsOf(tasks)).map((milestone) => ({
    ...milestone,
    moves: moves.get(milestone.no) ?? [],
    paused: paused.has(milestone.taskId),
  }))
}
