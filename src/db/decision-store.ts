import type { DecisionOutcome } from '../domain/decision.ts'
import type { Transaction } from './database.ts'

/** 议定事项: what became of an issue; `meetingNo` null: settled without a meeting. */
export type DecisionRow = {
  id: number
  issueId: number
  issueNo: number
  meetingId: number | null
  meetingNo: number | null
  agendaItemId: number | null
  outcome: DecisionOutcome
  text: string
  decidedBy: string
  decidedAt: Date
}

/** What is stored of a decision. */
export type NewDecision = Omit<DecisionRow, 'id' | 'issueNo' | 'meetingNo'> & { planId: number }

/** Stores a decision; gives its id. */
export async function addDecision(tx: Transaction, decision: NewDecision): Promise<number> {
  return (await tx.decision.create({ data: decision, select: { id: true } })).id
}

/** Takes a decision back, with its actions: only while its meeting still runs. */
export async function dropDecision(tx: Transaction, id: number): Promise<void> {
  await tx.decision.delete({ where: { id } })
}

/** The plan's decisions, oldest first; of one issue or one meeting where that is said. */
export async function listDecisions(
  tx: Transaction,
  planId: number,
  of: { issueId?: number; meetingId?: number } = {},
): Promise<DecisionRow[]> {
  const decisions = await tx.decision.findMany({
    where: { planId, ...of },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      issueId: true,
      meetingId: true,
      agendaItemId: true,
      outcome: true,
      text: true,
      decidedBy: true,
      decidedAt: true,
      issue: { select: { no: true } },
      meeting: { select: { no: true } },
    },
  })
  return decisions.map(({ issue, meeting, ...decision }) => ({
    ...decision,
    issueNo: issue.no,
    meetingNo: meeting?.no ?? null,
  }))
}
