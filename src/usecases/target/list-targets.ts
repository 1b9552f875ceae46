import { listMeasurements, listTargets } from '../../db/target-store.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import { isSigned } from '../../domain/target.ts'
import { claimOf, type JudgedClaim } from '../../domain/target-claim.ts'
import { targetLine } from '../../domain/target-line.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { mayRecord, sourceUnits } from './target-access.ts'
import { targetClaims } from './target-claims.ts'

/** A target with where it stands, whose figure that is, what its units claim, and what the person may do. */
export type ListedTarget = DigestTarget & {
  id: number
  /** The unit that gave the latest value; null where the office did, or there is none. */
  source: string | null
  /** What the responsible units claimed of its task, beside the status that is computed. */
  claims: JudgedClaim[]
  /** The person's units that may give its values. */
  units: { id: number; name: string }[]
  /** May the person record a value? */
  mayRecord: boolean
  /** May its values be below nothing? */
  signed: boolean
}

/** The plan's targets in the document's order, and the day (in the plan's zone) they are told for. */
export type TargetList = { planId: number; planTitle: string; asOf: string; targets: ListedTarget[] }

/** Every target of the plan against what is due, for a person. */
export async function listTargetStandings(context: Context, actor: Actor): Promise<TargetList> {
  return reading(context, actor, 'target.list', async (work) => {
    const { tx, plan, now } = work
    const asOf = now.toFormat('yyyy-MM-dd')
    const measurements = Map.groupBy(await listMeasurements(tx, plan.id), ({ targetId }) => targetId)
    const claims = await targetClaims(work)
    const targets = await listTargets(tx, plan.id)
    return {
      planId: plan.id,
      planTitle: plan.title,
      asOf,
      targets: targets.map((target) => {
        const known = measurements.get(target.id) ?? []
        const line = targetLine(target, known, asOf)
        return {
          ...line,
          id: target.id,
          source: known.find((one) => one.asOf === line.asOf)?.unit ?? null,
          claims: claimOf(line.status, claims.get(target.id) ?? []).claims,
          units: sourceUnits(work, target).map(({ id, name }) => ({ id, name })),
          mayRecord: mayRecord(work, target),
          signed: isSigned(target),
        }
      }),
    }
  })
}
