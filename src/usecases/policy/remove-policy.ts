import { lockPolicy, type PolicyRow, removePolicy as remove } from '../../db/policy-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkPolicyReason } from '../../domain/policy/policy-facts.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { leadsOf, mayKeep } from '../task/keep-task.ts'
import { type KeptPolicy, policySubject } from './add-policy.ts'
import { namedPolicy, type PolicyName } from './find-policy.ts'

/**
 * A unit takes back a policy that it recorded, with a reason; the row and the trail stay.
 * @throws DomainError what `checkPolicyReason` and `namedPolicy` throw, `policy.gone`, `policy.not_yours` {title, unit}
 */
export async function removePolicy(context: Context, actor: Actor, name: PolicyName, why: string): Promise<KeptPolicy> {
  const reason = checkPolicyReason(why)
  return changing(context, actor, 'policy.keep', async (work) => {
    const { tx, plan, now } = work
    const policy = await lockPolicy(tx, plan.id, await namedPolicy(work, name))
    if (!policy) throw new DomainError('policy.gone')
    const leads = leadsOf(await listTasks(tx, plan.id)).get(policy.taskId) ?? []
    if (!mayKeep(work, policy.unitId, leads))
      throw new DomainError('policy.not_yours', { title: policy.title, unit: policy.unit })
    await remove(tx, policy.id, now.toJSDate())
    await work.audit('policy.remove', policySubject(policy.id), told(policy), { text: reason })
    return { ...told(policy), id: policy.id, planId: plan.id, taskTitle: policy.taskTitle }
  })
}

function told({ title, documentNo, issuedOn, link, taskNo, unit }: PolicyRow) {
  return { title, documentNo, issuedOn, link, taskNo, unit }
}
