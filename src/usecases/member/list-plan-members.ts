import { listMembers } from '../../db/member-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { allows } from '../permissions.ts'

/** Who is what in a plan, by Slack's ids of people. */
export type PlanMembers = {
  planTitle: string
  admins: string[]
  conveners: string[]
  leaders: string[]
  /** Every unit, in the document's order; one without a liaison has an empty list. */
  units: { name: string; liaisons: string[] }[]
  mayAssign: boolean
}

/** The people of the plan by role and unit. */
export async function listPlanMembers(context: Context, actor: Actor): Promise<PlanMembers> {
  return reading(context, actor, 'members.list', async ({ tx, plan, roles }) => {
    const members = await listMembers(tx, plan.id)
    const units = await listUnits(tx, plan.id)
    const holding = (role: string) => members.filter((member) => member.role === role).map((member) => member.userId)
    return {
      planTitle: plan.title,
      mayAssign: allows(roles, 'members.assign'),
      admins: holding('admin'),
      conveners: holding('convener'),
      leaders: holding('leader'),
      units: units.map((unit) => ({
        name: unit.name,
        liaisons: members.filter((member) => member.unitId === unit.id).map((member) => member.userId),
      })),
    }
  })
}
