import { listMeasurements, listTargets } from '../../db/target-store.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import { targetLine } from '../../domain/target-line.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { permissions } from '../permissions.ts'
import { sourceUnits } from './target-access.ts'

/** A target with where it stands, whose figure that is, and what the person may do. */
export type ListedTarget = DigestTarget & {
  id: number
  /** The unit that gave the latest value; null where the office did, or there is none. */
  source: string | null
  /** The person's units that may give its values. */
  units: { id: number; name: string }[]
  /** May the person record a value? */
  mayRecord: boolean
}

/** The plan's targets in the document's order, and the day (in the plan's zone) they are told for. */
export type TargetList = { planTitle: string; asOf: string; targets: ListedTarget[] }

/** Every target of the plan against what is due, for a person. */
export async function listTargetStandings(context: Context, actor: Actor): Promise<TargetList> {
  return reading(context, actor, 'target.list', async (work) => {
    const { tx, plan, now, roles } = work
    const asOf = now.toFormat('yyyy-MM-dd')
    const measurements = Map.groupBy(await listMeasurements(tx, plan.id), ({ targetId }) => targetId)
    const targets = await listTargets(tx, plan.id)
    const isOffice = roles.has('convener') || roles.has('admin')
    return {
      planTitle: plan.title,
      asOf,
      targets: targets.map((target) => {
        const known = measurements.get(target.id) ?? []
        const line = targetLine(target, known, asOf)
        const units = sourceUnits(work, target).map(({ id, name }) => ({ id, name }))
        return {
          ...line,
          id: target.id,
          source: known.find((one) => one.asOf === line.asOf)?.unit ?? null,
          units,
          mayRecord: permissions['target.record'].some((role) => roles.has(role)) && (isOffice || units.length > 0),
        }
      }),
    }
  })
}
