import type { Transaction } from './database.ts'

/** A consultation that is under way: asked of units, or agreed on and not settled. */
export type OpenConsultation = {
  id: number
  issueNo: number
  title: string
  state: 'asked' | 'agreed'
  askedAt: Date
  /** The units that have not answered. */
  waiting: number[]
}

/** The consultations under way about issues of the plan that are not decided yet, the oldest first. */
export async function listOpenConsultations(tx: Transaction, planId: number): Promise<OpenConsultation[]> {
  const consultations = await tx.consultation.findMany({
    where: { state: { in: ['asked', 'agreed'] }, issue: { planId, state: { in: ['open', 'scheduled'] } } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      state: true,
      askedAt: true,
      issue: { select: { no: true, title: true } },
      answers: { where: { agrees: null }, select: { unitId: true } },
    },
  })
  return consultations.map(({ id, state, askedAt, issue, answers }) => ({
    id,
    issueNo: issue.no,
    title: issue.title,
    state: state === 'agreed' ? 'agreed' : 'asked',
    askedAt,
    waiting: answers.map((answer) => answer.unitId),
  }))
}

/** The briefs of a plan that were owed since an instant: to whom, and what they said; those that were emptied are left out. */
export async function listBriefs(
  tx: Transaction,
  planId: number,
  since: Date,
): Promise<{ place: string; payload: unknown }[]> {
  return tx.delivery.findMany({
    where: { planId, kind: 'brief', createdAt: { gt: since }, NOT: { payload: { equals: {} } } },
    orderBy: { id: 'asc' },
    select: { place: true, payload: true },
  })
}
