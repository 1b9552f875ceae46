import { listRecorded, type RecordedRow } from '../../db/measurement-store.ts'
import type { TargetRow } from '../../db/target-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { claimOf, type JudgedClaim } from '../../domain/target-claim.ts'
import { markSuperseded, type SourceConflict, sourceConflicts } from '../../domain/target-history.ts'
import { assessTarget, type TargetStanding } from '../../domain/target-status.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { findTarget, mayRecord } from './target-access.ts'
import { targetClaims } from './target-claims.ts'

/** A target with all that is known of it. */
export type ShownTarget = {
  planId: number
  target: TargetRow
  /** The day (in the plan's zone) it is told for. */
  asOf: string
  standing: TargetStanding
  /** The values that count, one a day, in the order of their days. */
  measurements: RecordedRow[]
  /** The value that is the latest; null where there is none. */
  latest: RecordedRow | null
  claims: JudgedClaim[]
  disagrees: boolean
  /** Days for which sources gave different values, latest first. */
  conflicts: SourceConflict[]
  /** The units whose liaisons may record its values; all of the plan's where it is the plan's own. */
  recorders: string[]
  mayRecord: boolean
}

/** A recorded value in a target's history. */
export type HistoryEntry = RecordedRow & { superseded: boolean }

/** Every value of a target that was ever recorded, the last recorded first. */
export type TargetHistory = { planId: number; zone: string; target: TargetRow; entries: HistoryEntry[] }

/** A target against what is due, with its sources and what its units claim. @throws DomainError `target.gone` */
export async function showTarget(context: Context, actor: Actor, targetId: number): Promise<ShownTarget> {
  return reading(context, actor, 'target.list', async (work) => {
    const target = await findTarget(work, targetId)
    const asOf = work.now.toFormat('yyyy-MM-dd')
    const recorded = await listRecorded(work.tx, work.plan.id, targetId)
    const measurements = standingOf(recorded)
    const standing = assessTarget(target, measurements, asOf)
    const { claims, disagrees } = claimOf(standing.status, (await targetClaims(work)).get(targetId) ?? [])
    return {
      planId: work.plan.id,
      target,
      asOf,
      standing,
      measurements,
      latest: measurements.find((one) => one.asOf === standing.asOf) ?? null,
      claims,
      disagrees,
      conflicts: sourceConflicts(recorded),
      recorders: await recordersOf(work, target),
      mayRecord: mayRecord(work, target),
    }
  })
}

/** Every value that a target was ever given. @throws DomainError `target.gone` */
export async function showTargetHistory(context: Context, actor: Actor, targetId: number): Promise<TargetHistory> {
  return reading(context, actor, 'target.list', async (work) => {
    const target = await findTarget(work, targetId)
    const recorded = await listRecorded(work.tx, work.plan.id, targetId)
    return { planId: work.plan.id, zone: work.plan.zone, target, entries: markSuperseded(recorded).toReversed() }
  })
}

function standingOf(recorded: readonly RecordedRow[]): RecordedRow[] {
  return [...new Map(recorded.map((one) => [one.asOf, one])).values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
}

async function recordersOf({ tx, plan }: Work, target: TargetRow): Promise<string[]> {
  const units = await listUnits(tx, plan.id)
  return units.filter(({ id }) => target.taskNo === null || target.unitIds.includes(id)).map(({ name }) => name)
}
