import type { Transaction } from './database.ts'

/** A pause of a task or of a reporting period, one that stands or one that ended. */
export type PauseRow = {
  id: number
  taskId: number | null
  periodId: number | null
  reason: string
  startedBy: string
  startedAt: Date
  endedAt: Date | null
}

const columns = {
  id: true,
  taskId: true,
  periodId: true,
  reason: true,
  startedBy: true,
  startedAt: true,
  endedAt: true,
} as const

/** Every pause of a plan, the oldest first. */
export async function listPauses(tx: Transaction, planId: number): Promise<PauseRow[]> {
  return tx.pause.findMany({ where: { planId }, orderBy: { id: 'asc' }, select: columns })
}

/** Notes that a task or a period is paused; exactly one of the two is named. The plan is held by `lockPlan`. */
export async function addPause(
  tx: Transaction,
  planId: number,
  pause: Pick<PauseRow, 'taskId' | 'periodId' | 'reason' | 'startedBy' | 'startedAt'>,
): Promise<void> {
  await tx.pause.create({ data: { planId, ...pause } })
}

/** Ends a pause. The plan is held by `lockPlan`. */
export async function endPause(tx: Transaction, id: number, endedBy: string, endedAt: Date): Promise<void> {
  await tx.pause.update({ where: { id }, data: { endedBy, endedAt } })
}
