import { addMembers } from '../../db/member-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type Assignment, resolveAssignments } from './assignment.ts'

/** Gives people roles in the plan; returns how many they did not hold yet. A person may be liaison of several units. */
export async function assignMembers(
  context: Context,
  actor: Actor,
  assignments: readonly Assignment[],
): Promise<{ added: number }> {
  return changing(context, actor, 'members.assign', async (work) => {
    await lockPlan(work.tx, work.plan.id)
    const added = await addMembers(work.tx, work.plan.id, await resolveAssignments(work, assignments))
    await work.audit('members.assign', 'members', null, assignments)
    return { added }
  })
}
