import { type ConsultationState, isEnded, stateOf } from '../domain/consultation/consultation.ts'
import type { Transaction } from './database.ts'

/** What one unit said; `agrees` null: nothing yet. */
export type AnswerRow = {
  unitId: number
  unit: string
  agrees: boolean | null
  remark: string
  answeredBy: string | null
  answeredAt: Date | null
}

/** 会商, with the answers of the units asked in the document's order; units retired since then are left out. */
export type ConsultationRow = {
  id: number
  issueId: number
  proposal: string
  state: ConsultationState
  askedBy: string
  askedAt: Date
  endedAt: Date | null
  answers: AnswerRow[]
}

const columns = {
  id: true,
  issueId: true,
  proposal: true,
  state: true,
  askedBy: true,
  askedAt: true,
  endedAt: true,
  answers: {
    where: { unit: { retiredAt: null } },
    orderBy: { unit: { position: 'asc' } },
    select: {
      unitId: true,
      unit: { select: { name: true } },
      agrees: true,
      remark: true,
      answeredBy: true,
      answeredAt: true,
    },
  },
} as const

type Selected = Omit<ConsultationRow, 'answers'> & {
  answers: (Omit<AnswerRow, 'unit'> & { unit: { name: string } })[]
}

/** A unit that was retired since it was asked is waited for no longer, so an open state follows the answers left. */
function toRow({ answers, ...row }: Selected): ConsultationRow {
  const state = isEnded(row.state) ? row.state : stateOf(answers.map((answer) => answer.agrees))
  return { ...row, state, answers: answers.map(({ unit, ...answer }) => ({ ...answer, unit: unit.name })) }
}

/** Stores a consultation that was asked now, of these units; gives its id. */
export async function addConsultation(
  tx: Transaction,
  asked: Pick<ConsultationRow, 'issueId' | 'proposal' | 'askedBy' | 'askedAt'> & { unitIds: readonly number[] },
): Promise<number> {
  const { unitIds, ...consultation } = asked
  const { id } = await tx.consultation.create({ data: { ...consultation, state: 'asked' }, select: { id: true } })
  await tx.consultationAnswer.createMany({ data: unitIds.map((unitId) => ({ consultationId: id, unitId })) })
  return id
}

/** The latest consultation of an issue, or null. Hold the issue where it will be changed. */
export async function findLatestConsultation(tx: Transaction, issueId: number): Promise<ConsultationRow | null> {
  const found = await tx.consultation.findFirst({ where: { issueId }, orderBy: { id: 'desc' }, select: columns })
  return found && toRow(found)
}

/** The latest consultation of each of these issues of the plan that has one, by the issue's id. */
export async function latestConsultations(
  tx: Transaction,
  planId: number,
  issueIds: readonly number[],
): Promise<Map<number, ConsultationRow>> {
  const rows = await tx.consultation.findMany({
    where: { issueId: { in: [...issueIds] }, issue: { planId } },
    orderBy: { id: 'asc' },
    select: columns,
  })
  return new Map(rows.map((row) => [row.issueId, toRow(row)]))
}

/** A consultation that waits for an answer; `units` are those that owe it, of the units in question. */
export type UnansweredRow = {
  id: number
  issueNo: number
  title: string
  proposal: string
  askedAt: Date
  units: { id: number; name: string }[]
}

/** The consultations of the plan that these units have not answered and that nobody objected to, the oldest first. */
export async function listUnanswered(
  tx: Transaction,
  planId: number,
  unitIds: readonly number[],
): Promise<UnansweredRow[]> {
  const owed = { agrees: null, unitId: { in: [...unitIds] }, unit: { retiredAt: null } }
  const objection = { agrees: false, unit: { retiredAt: null } }
  const rows = await tx.consultation.findMany({
    where: { state: { in: ['asked', 'objected'] }, issue: { planId }, answers: { some: owed, none: objection } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      proposal: true,
      askedAt: true,
      issue: { select: { no: true, title: true } },
      answers: {
        where: owed,
        orderBy: { unit: { position: 'asc' } },
        select: { unit: { select: { id: true, name: true } } },
      },
    },
  })
  return rows.map(({ issue, answers, ...row }) => ({
    ...row,
    issueNo: issue.no,
    title: issue.title,
    units: answers.map(({ unit }) => unit),
  }))
}

/** Writes the same answer of several units. The issue is held. */
export async function writeAnswers(
  tx: Transaction,
  consultationId: number,
  unitIds: readonly number[],
  answer: Pick<AnswerRow, 'agrees' | 'remark' | 'answeredBy' | 'answeredAt'>,
): Promise<void> {
  await tx.consultationAnswer.updateMany({ where: { consultationId, unitId: { in: [...unitIds] } }, data: answer })
}

/** Writes where a consultation stands; `endedAt` when it ended. The issue is held. */
export async function moveConsultation(
  tx: Transaction,
  id: number,
  state: ConsultationState,
  endedAt: Date | null,
): Promise<void> {
  await tx.consultation.update({ where: { id }, data: { state, endedAt } })
}
