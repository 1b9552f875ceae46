import { listPauses, type PauseRow } from '../../db/pause-store.ts'
import { listPeriods } from '../../db/period-store.ts'
import type { SlipRow } from '../../db/slip-store.ts'
import { listNewestReports, listOwedActions, listPausedMilestones } from '../../db/supervision-source-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { owedKey } from '../../domain/supervision/decide-day.ts'
import type { Work } from '../context.ts'

/**
 * The keys of those of these slips' matters that are not asked for because they are paused, though they are not done: the
 * slips stay open and wait. Reads nothing where nothing is paused.
 */
export async function heldSlips(work: Work, slips: readonly SlipRow[]): Promise<Set<string>> {
  const { tx, plan } = work
  const pauses = (await listPauses(tx, plan.id)).filter((pause) => pause.endedAt === null)
  if (pauses.length === 0 || slips.length === 0) return new Set()
  const paused = new Set(pauses.flatMap(({ taskId }) => taskId ?? []))
  const actions = new Set(
    (await listOwedActions(tx, plan.id))
      .filter(({ taskId }) => taskId !== null && paused.has(taskId))
      .map(({ no }) => `action/${no}`),
  )
  const milestones = new Set((await listPausedMilestones(tx, plan.id)).map((no) => `milestone/${no}`))
  const reports = await heldReports(work, slips, pauses)
  return new Set(
    slips
      .map(owedKey)
      .filter((key) => reports.has(key) || actions.has(subjectOf(key)) || milestones.has(subjectOf(key))),
  )
}

/** Of a report, one task that is paused and not filed is enough; of a period that is paused, any that is not filed. */
async function heldReports(
  { tx, plan }: Work,
  slips: readonly SlipRow[],
  pauses: readonly PauseRow[],
): Promise<Set<string>> {
  const own = slips.filter(({ kind }) => kind === 'report')
  const periods = await listPeriods(tx, plan.id)
  const keyOf = ({ subject }: SlipRow) => subject.slice('report/'.length)
  const pausedPeriods = new Set(periods.filter(({ id }) => pauses.some((one) => one.periodId === id)).map((p) => p.key))
  const pausedTasks = new Set(
    (await listTasks(tx, plan.id)).filter(({ id }) => pauses.some((one) => one.taskId === id)).map(({ no }) => no),
  )
  const newest = await listNewestReports(tx, plan.id, [...new Set(own.map(keyOf))])
  const filed = new Set(
    newest
      .filter(({ state }) => state !== 'returned')
      .map(({ periodKey, unitId, taskNo }) => `report/${periodKey}@${unitId}/${taskNo}`),
  )
  const waits = (slip: SlipRow) =>
    slip.items.some(
      ({ no }) => (pausedPeriods.has(keyOf(slip)) || pausedTasks.has(no)) && !filed.has(`${owedKey(slip)}/${no}`),
    )
  return new Set(own.filter(waits).map(owedKey))
}

const subjectOf = (key: string) => key.slice(0, key.lastIndexOf('@'))
