import { listMembers, removeMembers as remove } from '../../db/member-store.ts'
import { lockPlan } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { type Assignment, type MembersChanged, memberRows, resolveAssignments } from './assignment.ts'

/**
 * Takes roles away; returns how many were held. What the people reported stays.
 * @throws DomainError `member.last_admin` when no admin would be left
 */
export async function removeMembers(
  context: Context,
  actor: Actor,
  assignments: readonly Assignment[],
): Promise<MembersChanged> {
  return changing(context, actor, 'members.assign', async (work) => {
    const { tx, plan } = work
    await lockPlan(tx, plan.id)
    const resolved = await resolveAssignments(work, assignments)
    const changed = await remove(tx, plan.id, memberRows(resolved))
    const left = await listMembers(tx, plan.id)
    if (!left.some((member) => member.role === 'admin')) throw new DomainError('member.last_admin')
    await work.audit('members.remove', 'members', resolved, null)
    return { changed, assignments: resolved }
  })
}
