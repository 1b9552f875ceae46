import type { Transaction } from './database.ts'

/** Where reports wait for the office: the tasks and periods of submitted versions. */
export async function listWaiting(tx: Transaction, planId: number): Promise<{ taskId: number; periodKey: string }[]> {
  const rows = await tx.progressReport.findMany({
    where: { planId, state: 'submitted' },
    distinct: ['taskId', 'periodId'],
    select: { taskId: true, period: { select: { key: true } } },
  })
  return rows.map(({ taskId, period }) => ({ taskId, periodKey: period.key }))
}
