import { loadPlanData } from '../../db/plan-data-store.ts'
import type { PlanData } from '../../domain/plan-file/plan-schema.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** The plan as data, to be written as a file that can be imported again; `version` is the plan's. */
export async function exportPlan(context: Context, actor: Actor): Promise<{ data: PlanData; version: number }> {
  return reading(context, actor, 'plan.export', async ({ tx, plan }) => ({
    data: await loadPlanData(tx, plan),
    version: plan.version,
  }))
}
