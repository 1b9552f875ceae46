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
