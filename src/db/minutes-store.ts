import type { Transaction } from './database.ts'
import { toJson } from './json.ts'

/** 会议纪要: `number` 0 is the minutes, each further one an amendment. `content` is checked by the domain. */
export type MinutesRow = {
  id: number
  meetingId: number
  number: number
  state: 'draft' | 'signed'
  content: unknown
  documentId: number | null
  draftedBy: string
  draftedAt: Date
  /** The version that was put before the leaders last; null: none. */
  submitted: number | null
  signedBy: string | null
  signedAt: Date | null
  version: number
}

const columns = {
  id: true,
  meetingId: true,
  number: true,
  state: true,
  content: true,
  documentId: true,
  draftedBy: true,
  draftedAt: true,
  submitted: true,
  signedBy: true,
  signedAt: true,
  version: true,
} as const

/** The minutes of a meeting and its amendments, by number. */
export async function listMinutes(tx: Transaction, meetingId: number): Promise<MinutesRow[]> {
  return tx.minutes.findMany({ where: { meetingId }, orderBy: { number: 'asc' }, select: columns })
}

/** As `listMinutes`, of a meeting that is held by `lockMeeting`; the rows are held, too. */
export async function lockMinutes(tx: Transaction, meetingId: number): Promise<MinutesRow[]> {
  await tx.$queryRaw`SELECT 1 FROM "Minutes" WHERE "meetingId" = ${meetingId} ORDER BY "id" FOR UPDATE`
  return listMinutes(tx, meetingId)
}

/** What is stored of a draft. */
export type NewDraft = Pick<MinutesRow, 'draftedBy' | 'draftedAt' | 'documentId'> & { content: object }

/** Stores a draft under that number, in the place of the one that was there; signed ones refuse. Gives the row. */
export async function saveDraft(
  tx: Transaction,
  meetingId: number,
  number: number,
  { content, ...draft }: NewDraft,
): Promise<MinutesRow> {
  const data = { ...draft, content: toJson(content) }
  return tx.minutes.upsert({
    where: { meetingId_number: { meetingId, number } },
    create: { meetingId, number, state: 'draft', ...data },
    update: { ...data, version: { increment: 1 } },
    select: columns,
  })
}

/** Writes down that a draft was put before the leaders. */
export async function markSubmitted(tx: Transaction, id: number, version: number): Promise<void> {
  await tx.minutes.update({ where: { id }, data: { submitted: version } })
}

/** Signs a draft: its content and document as they are from now on. */
export async function signDraft(
  tx: Transaction,
  id: number,
  { content, ...signed }: { content: object; documentId: number; signedBy: string; signedAt: Date },
): Promise<void> {
  const data = { ...signed, content: toJson(content), state: 'signed' as const, version: { increment: 1 } }
  await tx.minutes.update({ where: { id }, data })
}
