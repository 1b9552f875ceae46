import type { MeetingState } from '../domain/meeting/meeting-state.ts'
import type { Transaction } from './database.ts'

/** A meeting whose published agenda holds the issue; `position` counts from 1. */
export type IssueMeetingRow = {
  issueId: number
  meetingId: number
  no: number
  startsAt: Date
  state: MeetingState
  publishedAt: Date | null
  position: number
}

/** A proposal that an issue's units were asked about, and what they said. */
export type IssueConsultationRow = {
  proposal: string
  state: 'asked' | 'agreed' | 'objected' | 'settled' | 'dropped'
  askedAt: Date
  endedAt: Date | null
  answers: { unit: string; agrees: boolean | null; remark: string; answeredAt: Date | null }[]
}

/** The meetings that the plan's issues, or one of them, stand or stood on, the earliest first; not those cancelled. */
export async function listIssueMeetings(tx: Transaction, planId: number, issueId?: number): Promise<IssueMeetingRow[]> {
  const items = await tx.agendaItem.findMany({
    where: {
      ...(issueId === undefined ? {} : { issueId }),
      meeting: { planId, state: { not: 'cancelled' } },
    },
    orderBy: [{ meeting: { startsAt: 'asc' } }, { id: 'asc' }],
    select: {
      issueId: true,
      position: true,
      meeting: { select: { id: true, no: true, startsAt: true, state: true, publishedAt: true } },
    },
  })
  return items.map(({ issueId: id, position, meeting: { id: meetingId, ...meeting } }) => ({
    issueId: id,
    position,
    meetingId,
    ...meeting,
  }))
}

/** What was asked of an issue's units before it took meeting time, the earliest first. */
export async function listIssueConsultations(tx: Transaction, issueId: number): Promise<IssueConsultationRow[]> {
  const consultations = await tx.consultation.findMany({
    where: { issueId },
    orderBy: { id: 'asc' },
    select: {
      proposal: true,
      state: true,
      askedAt: true,
      endedAt: true,
      answers: {
        orderBy: { unit: { position: 'asc' } },
        select: { unit: { select: { name: true } }, agrees: true, remark: true, answeredAt: true },
      },
    },
  })
  return consultations.map(({ answers, ...consultation }) => ({
    ...consultation,
    answers: answers.map(({ unit, ...answer }) => ({ unit: unit.name, ...answer })),
  }))
}
