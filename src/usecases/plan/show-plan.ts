import { listMembers } from '../../db/member-store.ts'
import { loadPlanData } from '../../db/plan-data-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import type { PlanData } from '../../domain/plan-file/plan-schema.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** The plan a person's commands speak of, what it holds, and how many people have a role in it. */
export type PlanView = { plan: PlanRow; data: PlanData; people: number }

/** Shows the plan. */
export async function showPlan(context: Context, actor: Actor): Promise<PlanView> {
  return reading(context, actor, 'plan.show', async ({ tx, plan }) => {
    const members = await listMembers(tx, plan.id)
    const people = new Set(members.map((member) => member.userId)).size
    return { plan, data: await loadPlanData(tx, plan), people }
  })
}
