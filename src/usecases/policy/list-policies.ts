import { listPolicies as list, type PolicyRow } from '../../db/policy-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { concernsPerson, findTask, keepingUnits, leadsOf, mayKeep } from '../task/keep-task.ts'

/** A policy, and whether the person may remove it. */
export type SeenPolicy = PolicyRow & { mayKeep: boolean }

/** 配套政策 by task and day of issue. `taskNo` null: of all tasks that concern the person. */
export type PolicyList = {
  planId: number
  today: string
  taskNo: number | null
  taskTitle: string | null
  policies: SeenPolicy[]
  /** May the person add one: to this task, or to some task? */
  mayAdd: boolean
}

/**
 * The policies that concern a person: of the tasks of their units; for the office and leaders of the whole plan; or of one
 * task, which any member may see.
 * @throws DomainError `task.unknown` {no, numbers}
 */
export async function listPolicies(context: Context, actor: Actor, taskNo: number | null): Promise<PolicyList> {
  return reading(context, actor, 'policy.list', async (work) => {
    const tasks = await listTasks(work.tx, work.plan.id)
    const task = taskNo === null ? null : findTask(tasks, taskNo)
    const shown = task ? [task] : tasks.filter((one) => concernsPerson(work, one))
    const rows = await list(work.tx, work.plan.id, { taskIds: shown.map(({ id }) => id) })
    return {
      planId: work.plan.id,
      today: work.now.toFormat('yyyy-MM-dd'),
      taskNo,
      taskTitle: task?.title ?? null,
      policies: seePolicies(work, rows, leadsOf(shown)),
      mayAdd: shown.some((one) => keepingUnits(work, one).length > 0),
    }
  })
}

/** Policies as the person sees them; `leads` are the lead units of each task by its id. */
export function seePolicies(
  work: Work,
  policies: readonly PolicyRow[],
  leads: ReadonlyMap<number, readonly number[]>,
): SeenPolicy[] {
  const keeps = allows(work.roles, 'policy.keep')
  return policies.map((policy) => ({
    ...policy,
    mayKeep: keeps && mayKeep(work, policy.unitId, leads.get(policy.taskId) ?? []),
  }))
}
