import type { DraftRow } from '../../db/report-draft-store.ts'
import { listDrafts } from '../../db/report-draft-store.ts'
import { listEvidence, listLastReports, listVersions, type ReportRow } from '../../db/report-store.ts'
import type { Evidence } from '../../domain/report-evidence.ts'
import { standingOf } from '../../domain/report-state.ts'
import { isLate, type ReportingPeriod } from '../../domain/reporting-period.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { type Claim, isOwed, loadClaims } from './load-claims.ts'
import { filingPeriod, presentPeriod } from './named-period.ts'
import { listMyTasks } from './report-access.ts'

/** One task that a unit of the person reports on in one period. */
export type OwedReport = {
  taskNo: number
  taskTitle: string
  unitId: number
  unit: string
  role: 'lead' | 'participant'
  periodKey: string
  dueOn: string
  /** Is the due day over? */
  overdue: boolean
  /** The period's standing report, or null while it is owed. */
  filed: ReportRow | null
  /** What the office returned last, with its reason, where nothing was filed since. */
  returned: ReportRow | null
  /** The newest report of any period, to start from. */
  last: ReportRow | null
  /** What the unit's liaisons have written of it so far. */
  draft: DraftRow | null
  /** The evidence of what was filed or returned last in the period. */
  evidence: Evidence[]
}

/**
 * What a person's units report on. `reports`: what they owe, of every period that is asked for, the oldest period first,
 * and then what is filed in the newest. `early`: what may be filed though nobody asks for it yet. `period` is the newest
 * period that is asked for.
 */
export type OwedReports = {
  planId: number
  planTitle: string
  zone: string
  period: ReportingPeriod
  reports: OwedReport[]
  early: OwedReport[]
}

/** What the person's units report on: a line a unit × task × period. */
export async function listOwedReports(context: Context, actor: Actor): Promise<OwedReports> {
  return reading(context, actor, 'report.list', owedReports)
}

async function owedReports(work: Work): Promise<OwedReports> {
  const { tx, plan, units, now } = work
  const unitIds = units.map((unit) => unit.id)
  const claims = await loadClaims(work, unitIds)
  const period = await presentPeriod(work)
  const last = byUnitAndTask(await listLastReports(tx, plan.id, unitIds))
  const drafts = await listDrafts(tx, plan.id, unitIds)
  const early = await earlyClaims(work, unitIds, claims)
  const evidence = await listEvidence(
    tx,
    [...claims, ...early].flatMap(({ found }) => found.newest?.id ?? []),
  )
  const line = (claim: Omit<Claim, 'countFrom'>): OwedReport => {
    const { task, unit, found } = claim
    const key = claim.period.key
    return {
      taskNo: task.no,
      taskTitle: task.title,
      unitId: unit.id,
      unit: unit.name,
      role: unit.role,
      periodKey: key,
      dueOn: claim.period.dueOn,
      overdue: isLate(claim.period, now),
      filed: found.standing,
      returned: found.newest?.state === 'returned' ? found.newest : null,
      last: last.get(`${unit.id}/${task.id}`) ?? null,
      draft: drafts.find((one) => one.taskId === task.id && one.unitId === unit.id && one.periodKey === key) ?? null,
      evidence: evidence.get(found.newest?.id ?? 0) ?? [],
    }
  }
  const filed = claims.filter((claim) => !isOwed(claim) && claim.period.key === period.key)
  return {
    planId: plan.id,
    planTitle: plan.title,
    zone: plan.zone,
    period,
    reports: [...claims.filter(isOwed), ...filed].map(line),
    early: early.map(line),
  }
}

/** What may be filed of the period that reports are for now, where it is not asked for yet or is paused. */
async function earlyClaims(work: Work, unitIds: readonly number[], claims: readonly Claim[]) {
  const { tx, plan } = work
  const period = await filingPeriod(work)
  const asked = new Set(
    claims.filter((claim) => claim.period.key === period.key).map(({ task, unit }) => `${unit.id}/${task.id}`),
  )
  const pairs = (await listMyTasks(work)).flatMap((task) =>
    task.units
      .filter((unit) => unitIds.includes(unit.id) && !asked.has(`${unit.id}/${task.id}`))
      .map((unit) => ({ task, unit })),
  )
  if (pairs.length === 0) return []
  const versions = await listVersions(tx, plan.id, { unitIds, periodKeys: [period.key] })
  const groups = Map.groupBy(versions, ({ unitId, taskId }) => `${unitId}/${taskId}`)
  return pairs.map(({ task, unit }) => ({
    task,
    unit,
    period: { ...period, id: null },
    found: standingOf(groups.get(`${unit.id}/${task.id}`) ?? []),
  }))
}

function byUnitAndTask(reports: readonly ReportRow[]): Map<string, ReportRow> {
  return new Map(reports.map((report) => [`${report.unitId}/${report.taskId}`, report]))
}
