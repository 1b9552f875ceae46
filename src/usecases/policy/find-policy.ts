import { listPolicies, type PolicyRow } from '../../db/policy-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { plainDocumentNo, plainTitle } from '../../domain/policy/policy-facts.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { findTask, leadsOf, mayKeep } from '../task/keep-task.ts'

/** A policy as a button names it, by its id, or as a person does: its task, and its document number or title. */
export type PolicyName = { id: number } | { taskNo: number; named: string }

/**
 * The id of a policy as a person names it. @throws DomainError `task.unknown` {no, numbers}, `policy.unknown` {task, given}
 */
export async function namedPolicy({ tx, plan }: Work, name: PolicyName): Promise<number> {
  if ('id' in name) return name.id
  const task = findTask(await listTasks(tx, plan.id), name.taskNo)
  const documentNo = plainDocumentNo(name.named)
  const title = plainTitle(name.named)
  const found = (await listPolicies(tx, plan.id, { taskIds: [task.id] })).find(
    (policy) => policy.documentNo === documentNo || policy.title === title,
  )
  if (!found) throw new DomainError('policy.unknown', { task: task.no, given: name.named.slice(0, 40) })
  return found.id
}

/**
 * A policy before the form of its removal is shown: refused as the form's submission would be.
 * @throws DomainError as `removePolicy`
 */
export async function openPolicy(
  context: Context,
  actor: Actor,
  name: PolicyName,
): Promise<{ planId: number; today: string; policy: PolicyRow }> {
  return reading(context, actor, 'policy.keep', async (work) => {
    const id = await namedPolicy(work, name)
    const policy = (await listPolicies(work.tx, work.plan.id)).find((one) => one.id === id)
    if (!policy) throw new DomainError('policy.gone')
    const leads = leadsOf(await listTasks(work.tx, work.plan.id)).get(policy.taskId) ?? []
    if (!mayKeep(work, policy.unitId, leads))
      throw new DomainError('policy.not_yours', { title: policy.title, unit: policy.unit })
    return { planId: work.plan.id, today: work.now.toFormat('yyyy-MM-dd'), policy }
  })
}
