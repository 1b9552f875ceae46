import { addMembers } from '../../db/member-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type Assignment, type MembersChanged, memberRows, resolveAssignments } from './assignment.ts'

/** Gives people roles in the plan; returns how many they did not hold yet. A person may be liaison of several units. */
export async function assignMembers(
  context: Context,
  actor: Actor,
  assignments: readonly Assignment[],
): Promise<MembersChanged> {
  return changing(context, actor, 'members.assign', async (work) => {
    await lockPlan(work.tx, work.plan.id)
    const resolved = await resolveAssignments(work, assignments)
    const changed = await addMembers(work.tx, work.plan.id, memberRows(resolved))
    await work.audit('members.assign', 'members', null, resolved)
    return { changed, assignments: resolved }
  })
}
