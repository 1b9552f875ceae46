import type { PeriodRow } from '../../db/period-store.ts'
import { addReports, listVersions, lockResponsibilities, type NewReport } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { nextVersion } from '../../domain/progress-report.ts'
import { isLateVersion } from '../../domain/report-state.ts'
import { isLate } from '../../domain/reporting-period.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { findUnchanged, type UnchangedReports } from './find-unchanged.ts'
import { holdOpenPeriod } from './hold-period.ts'

/** What was filed as unchanged; `late` counts those past their due day. */
export type FiledUnchanged = UnchangedReports & { late: number }

/**
 * Files "no change since last time" for each owed report that a person saw in the preview: the same facts as the earlier
 * one, as a new report of its own period, all in one go. Good practice and evidence are not repeated.
 * @param key that of the preview
 * @throws DomainError `report.unchanged_moved` where something else is owed or repeated by now, `report.nothing_unchanged`,
 *   and what `previewUnchanged` throws
 */
export async function fileUnchanged(
  context: Context,
  actor: Actor,
  taskNo: number | null,
  key: string,
): Promise<FiledUnchanged> {
  return changing(context, actor, 'report.file', async (work) => {
    const { tx, plan, now } = work
    const before = await findUnchanged(work, taskNo)
    const pairs = before.able.map(({ claim }) => ({ taskId: claim.task.id, unitId: claim.unit.id }))
    const periods = new Map<string, PeriodRow>()
    for (const { claim } of before.able) {
      if (!periods.has(claim.period.key)) periods.set(claim.period.key, await holdOpenPeriod(work, claim.period))
    }
    await lockResponsibilities(tx, pairs)
    // Once they are held, nothing is filed or decided in between; what was until then is seen here.
    const found = await findUnchanged(work, taskNo)
    if (found.key !== key || before.key !== key) throw new DomainError('report.unchanged_moved')
    if (found.able.length === 0) throw new DomainError('report.nothing_unchanged')
    const versions = await listVersions(tx, plan.id, {
      taskIds: pairs.map(({ taskId }) => taskId),
      unitIds: pairs.map(({ unitId }) => unitId),
      periodKeys: [...periods.keys()],
    })
    const reports = found.able.flatMap(({ claim: { task, unit, period }, from }): NewReport[] => {
      const held = periods.get(period.key)
      const known = versions.filter(
        (one) => one.taskId === task.id && one.unitId === unit.id && one.periodKey === period.key,
      )
      if (!held) return []
      return [
        {
          planId: plan.id,
          periodId: held.id,
          taskId: task.id,
          unitId: unit.id,
          version: nextVersion(known.map(({ version }) => version)),
          status: from.status,
          percent: from.percent,
          summary: from.summary,
          practice: '',
          unchanged: true,
          late: isLateVersion(isLate(held, now), known),
          reportedBy: actor.userId,
          reportedAt: now.toJSDate(),
        },
      ]
    })
    await addReports(tx, reports)
    const subjects = found.able.map(({ claim: { task, unit, period } }) => `task/${task.no}/${unit.name}/${period.key}`)
    await work.audit('report.file_unchanged', `reports/${key}`, null, subjects)
    return { ...found, late: reports.filter(({ late }) => late).length }
  })
}
