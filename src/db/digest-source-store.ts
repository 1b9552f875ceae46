import type { DigestIssue } from '../domain/digest-composition.ts'
import type { Transaction } from './database.ts'

const unsettled = ['open', 'scheduled'] as const

/**
 * The issues that no meeting has settled yet: how many, and the first `take` of them; those a meeting must treat first,
 * then the more severe, then the older.
 */
export async function loadUnsettledIssues(
  tx: Transaction,
  planId: number,
  take: number,
): Promise<{ open: number; top: DigestIssue[] }> {
  const where = { planId, state: { in: [...unsettled] } }
  const open = await tx.issue.count({ where })
  const top = await tx.issue.findMany({
    where,
    orderBy: [{ mandatory: 'desc' }, { severity: 'desc' }, { raisedAt: 'asc' }, { no: 'asc' }],
    take,
    select: {
      no: true,
      title: true,
      raisedAt: true,
      carried: true,
      task: { select: { no: true } },
      units: { orderBy: { unit: { position: 'asc' } }, select: { unit: { select: { name: true } } } },
    },
  })
  return {
    open,
    top: top.map(({ task, units, ...issue }) => ({
      ...issue,
      taskNo: task?.no ?? null,
      units: units.map(({ unit }) => unit.name),
    })),
  }
}
