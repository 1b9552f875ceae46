import { createHash } from 'node:crypto'
import { listVersions } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { standingOf } from '../../domain/report-state.ts'
import { parsePeriod } from '../../domain/reporting-period.ts'
import { type EarlierReport, repeatEarlier } from '../../domain/unchanged-reports.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { type Claim, isOwed, loadClaims } from './load-claims.ts'
import { findResponsibility } from './report-access.ts'

/** An owed report that "no change" files, and the earlier one that it repeats. */
type UnchangedReport = { claim: Claim; from: EarlierReport }

/**
 * What "no change" would file; `without`: owed, but there is nothing earlier to repeat; `returned`: owed because the office
 * returned it, so the same again is no answer. `key` names exactly this, so that nothing else is filed on a click.
 */
export type UnchangedReports = {
  planId: number
  taskNo: number | null
  able: UnchangedReport[]
  without: Claim[]
  returned: Claim[]
  key: string
}

/**
 * What the person's units could report as unchanged: of one task, or of all they owe (null).
 * @throws DomainError `report.not_owed` {task}, and what `findResponsibility` throws
 */
export async function previewUnchanged(context: Context, actor: Actor, taskNo: number | null) {
  return reading(context, actor, 'report.file', (work) => findUnchanged(work, taskNo))
}

/** As `previewUnchanged`, inside a use case. */
export async function findUnchanged(work: Work, taskNo: number | null): Promise<UnchangedReports> {
  const { tx, plan } = work
  const unitIds = work.units.map(({ id }) => id)
  const owed = (await loadClaims(work, unitIds)).filter(
    (claim) => isOwed(claim) && (taskNo === null || claim.task.no === taskNo),
  )
  if (taskNo !== null && owed.length === 0) {
    await findResponsibility(work, taskNo, null)
    throw new DomainError('report.not_owed', { task: taskNo })
  }
  const returned = owed.filter(({ found }) => found.newest?.state === 'returned')
  const fresh = owed.filter((claim) => !returned.includes(claim))
  const taskIds = fresh.map(({ task }) => task.id)
  const versions = fresh.length > 0 ? await listVersions(tx, plan.id, { unitIds, taskIds }) : []
  const groups = Map.groupBy(versions, (one) => `${one.unitId}/${one.taskId}/${one.periodKey}`)
  const earlier = [...groups.values()].flatMap((group): EarlierReport[] => {
    const { standing } = standingOf(group)
    if (!standing) return []
    const { status, percent, summary, periodKey, version } = standing
    const pair = `${standing.unitId}/${standing.taskId}`
    return [{ pair, startsOn: parsePeriod(periodKey).startsOn, periodKey, version, status, percent, summary }]
  })
  const found = repeatEarlier(
    fresh.map((claim) => ({
      pair: `${claim.unit.id}/${claim.task.id}`,
      startsOn: claim.period.startsOn,
      item: claim,
    })),
    earlier,
  )
  const able = found.flatMap(({ item, from }) => (from ? [{ claim: item, from }] : []))
  return {
    planId: plan.id,
    taskNo,
    able,
    without: found.flatMap(({ item, from }) => (from ? [] : [item])),
    returned,
    key: keyOf(able),
  }
}

function keyOf(reports: readonly UnchangedReport[]): string {
  const names = reports.map(
    ({ claim: { task, unit, period }, from }) =>
      `${task.id}/${unit.id}/${period.key}<${from.periodKey}/${from.version}`,
  )
  return createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 16)
}
