import { lockPlan } from '../../db/plan-store.ts'
import { addPolicy as add, listPolicies } from '../../db/policy-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkPolicyFacts, POLICY_LIMITS, type PolicyFacts } from '../../domain/policy/policy-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { findKeptTask } from '../task/keep-task.ts'

/** A policy as it is typed; `unitId` null: the person's only unit that is responsible, for the office the lead. */
export type PolicyInput = PolicyFacts & { taskNo: number; unitId: number | null }

/** A policy that was stored or removed. */
export type KeptPolicy = PolicyFacts & { id: number; planId: number; taskNo: number; taskTitle: string; unit: string }

/**
 * A unit records a policy that it issued for one of its tasks; the office may for it. One document stands once for a task.
 * @throws DomainError what `checkPolicyFacts` and `findKeptTask` throw, `policy.there` {task, title}, `policy.too_many`
 *   {task, max}
 */
export async function addPolicy(context: Context, actor: Actor, input: PolicyInput): Promise<KeptPolicy> {
  return changing(context, actor, 'policy.keep', async (work) => {
    const { tx, plan, now } = work
    const facts = checkPolicyFacts(input, now.toFormat('yyyy-MM-dd'))
    const { task, unit } = await findKeptTask(work, input.taskNo, input.unitId)
    await lockPlan(tx, plan.id)
    const standing = await listPolicies(tx, plan.id, { taskIds: [task.id] })
    const same = standing.find((one) => sameDocument(one, facts))
    if (same) throw new DomainError('policy.there', { task: task.no, title: same.title })
    if (standing.length >= POLICY_LIMITS.perTask)
      throw new DomainError('policy.too_many', { task: task.no, max: POLICY_LIMITS.perTask })
    const entered = { createdBy: actor.userId, createdAt: now.toJSDate() }
    const id = await add(tx, plan.id, { ...facts, ...entered, taskId: task.id, unitId: unit.id })
    const told = { ...facts, taskNo: task.no, unit: unit.name }
    await work.audit('policy.add', policySubject(id), null, told)
    return { ...told, id, planId: plan.id, taskTitle: task.title }
  })
}

/** How the audit trail names a policy. */
export function policySubject(id: number): string {
  return `policy/${id}`
}

function sameDocument(one: PolicyFacts, other: PolicyFacts): boolean {
  if (one.documentNo !== '' || other.documentNo !== '') return one.documentNo === other.documentNo
  return one.title === other.title
}
