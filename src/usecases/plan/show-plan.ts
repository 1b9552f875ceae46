import { listMembers } from '../../db/member-store.ts'
import { loadPlanData } from '../../db/plan-data-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import type { PlanData } from '../../domain/plan-file/plan-schema.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { allows } from '../permissions.ts'

/** What the person may do with the plan. */
type PlanAbilities = { importVersion: boolean; exportFile: boolean; setChannels: boolean }

/** The plan a person's commands speak of, what it holds, and how many people have a role in it. */
export type PlanView = { plan: PlanRow; data: PlanData; people: number; may: PlanAbilities }

/** Shows the plan. */
export async function showPlan(context: Context, actor: Actor): Promise<PlanView> {
  return reading(context, actor, 'plan.show', async ({ tx, plan, roles }) => {
    const members = await listMembers(tx, plan.id)
    const people = new Set(members.map((member) => member.userId)).size
    const may = {
      importVersion: allows(roles, 'plan.import'),
      exportFile: allows(roles, 'plan.export'),
      setChannels: allows(roles, 'plan.channels'),
    }
    return { plan, data: await loadPlanData(tx, plan), people, may }
  })
}
