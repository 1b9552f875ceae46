import { chooseCurrentPlan, listPlans, loadCurrentPlan } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, claiming } from '../context.ts'

/** A plan as it is offered for choosing: `position` counts from 1, in the order the plans were imported. */
export type PlanChoice = { id: number; position: number; title: string; version: number; current: boolean }

/** The plans of the workspace, with the one marked that the person's commands speak of. */
export async function listPlanChoices(context: Context, actor: Actor): Promise<PlanChoice[]> {
  return context.database.transaction(async (tx) => {
    const plans = await listPlans(tx, actor.workspaceId)
    const current = await loadCurrentPlan(tx, actor.workspaceId, actor.userId).catch((error) => {
      if (error instanceof DomainError) return null
      throw error
    })
    return plans.map(({ id, title, version }, index) => ({
      id,
      title,
      version,
      position: index + 1,
      current: id === current?.id,
    }))
  })
}

/**
 * Makes a person's commands speak of another plan of the workspace. What they may do in it is decided by their roles there.
 * @throws DomainError `plan.none`, or `plan.unknown` when there is no plan in that place
 */
export async function choosePlan(context: Context, actor: Actor, position: number): Promise<PlanChoice> {
  return claiming(context, actor, async (tx) => {
    const plans = await listPlans(tx, actor.workspaceId)
    if (plans.length === 0) throw new DomainError('plan.none')
    const plan = plans[position - 1]
    if (!plan) throw new DomainError('plan.unknown', { count: plans.length })
    await chooseCurrentPlan(tx, actor.workspaceId, actor.userId, plan.id)
    return { id: plan.id, title: plan.title, version: plan.version, position, current: true }
  })
}
