import { z } from 'zod'
import { type AgendaFixes, agendaFixes, noFixes } from '../domain/agenda/fixes.ts'
import { type AgendaNotice, agendaNotice } from '../domain/agenda/notice.ts'
import type { MeetingState } from '../domain/meeting/meeting-state.ts'
import type { Transaction } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { toJson, toNullableJson } from './json.ts'

/** An issue's place on an agenda; `version` is the version of the issue that was scored. */
export type AgendaPlace = { issueId: number; version: number }

/** An agenda that is not published yet, its places in the order of its items. */
export type AgendaDraft = { notice: AgendaNotice; places: AgendaPlace[] }

/** 联席会议. `no` is what people see; days are working days before the start. */
export type MeetingRow = {
  id: number
  no: number
  seriesId: number | null
  startsAt: Date
  minutes: number
  place: string
  /** Where it is announced; null: the plan's meeting channel. */
  channel: string | null
  convener: string
  callDays: number
  draftDays: number
  reminderDays: number
  state: MeetingState
  draft: AgendaDraft | null
  fixes: AgendaFixes
  /** As it was published last. */
  agenda: AgendaNotice | null
  /** How often its agenda was drafted, by whom last, and how often published. */
  drafted: number
  draftedBy: string | null
  draftedAt: Date | null
  published: number
  sequence: number
  calledAt: Date | null
  draftWantedAt: Date | null
  draftSentAt: Date | null
  createdBy: string
  createdAt: Date
  publishedBy: string | null
  publishedAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
  cancelReason: string | null
  version: number
}

const columns = {
  id: true,
  no: true,
  seriesId: true,
  startsAt: true,
  minutes: true,
  place: true,
  channel: true,
  convener: true,
  callDays: true,
  draftDays: true,
  reminderDays: true,
  state: true,
  draft: true,
  fixes: true,
  agenda: true,
  drafted: true,
  draftedBy: true,
  draftedAt: true,
  published: true,
  sequence: true,
  calledAt: true,
  draftWantedAt: true,
  draftSentAt: true,
  createdBy: true,
  createdAt: true,
  publishedBy: true,
  publishedAt: true,
  startedAt: true,
  endedAt: true,
  cancelReason: true,
  version: true,
} as const

const storedDraft = z.object({
  notice: z.looseObject({}),
  places: z.array(z.object({ issueId: z.int(), version: z.int() })),
})

type Selected = Omit<MeetingRow, 'draft' | 'fixes' | 'agenda'> & { draft: unknown; fixes: unknown; agenda: unknown }

function toRow({ draft, fixes, agenda, ...meeting }: Selected): MeetingRow {
  const read = (notice: object) => agendaNotice.parse({ ...notice, meetingId: meeting.id })
  const stored = draft === null ? null : storedDraft.parse(draft)
  return {
    ...meeting,
    draft: stored && { notice: read(stored.notice), places: stored.places },
    fixes: fixes === null ? noFixes : agendaFixes.parse(fixes),
    agenda: agenda === null ? null : read(agenda as object),
  }
}

/** What is stored of a new meeting; what is left out is as usual. */
export type NewMeeting = Pick<MeetingRow, 'startsAt' | 'minutes' | 'state' | 'convener' | 'createdBy' | 'createdAt'> &
  Partial<Pick<MeetingRow, 'place' | 'channel' | 'seriesId' | 'callDays' | 'draftDays' | 'reminderDays'>> & {
    /** The day its series' rule gave. */
    slot?: Date
  }

/** Stores a meeting under the plan's next number; the plan's row is held until the transaction ends. */
export async function addMeeting(tx: Transaction, planId: number, meeting: NewMeeting): Promise<MeetingRow> {
  const { meetingSequence: no } = await tx.plan.update({
    where: { id: planId },
    data: { meetingSequence: { increment: 1 } },
    select: { meetingSequence: true },
  })
  return toRow(await tx.meeting.create({ data: { planId, no, ...meeting }, select: columns }))
}

/** A meeting of the plan by its number, or null. */
export async function findMeeting(tx: Transaction, planId: number, no: number): Promise<MeetingRow | null> {
  const found = await tx.meeting.findUnique({ where: { planId_no: { planId, no } }, select: columns })
  return found && toRow(found)
}

/** A meeting of the plan by its id, or null; its row is held until the transaction ends. */
export async function lockMeeting(tx: Transaction, planId: number, id: number): Promise<MeetingRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE "id" = ${id} FOR UPDATE`
  const found = await tx.meeting.findFirst({ where: { id, planId }, select: columns })
  return found && toRow(found)
}

/** As {@link lockMeeting}, by the meeting's number. */
export async function lockMeetingNo(tx: Transaction, planId: number, no: number): Promise<MeetingRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Meeting" WHERE "planId" = ${planId} AND "no" = ${no} FOR UPDATE`
  return findMeeting(tx, planId, no)
}

/** Which meetings of a plan to list: in these states, starting in [from, until). */
export type MeetingFilter = { states: readonly MeetingState[]; from?: Date; until?: Date }

/** The plan's meetings of a filter, the earliest first (or the latest, with `latest`), at most `take`. */
export async function listMeetings(
  tx: Transaction,
  planId: number,
  { states, from, until }: MeetingFilter,
  take = 500,
  order: 'earliest' | 'latest' = 'earliest',
): Promise<MeetingRow[]> {
  const direction = order === 'earliest' ? 'asc' : 'desc'
  const meetings = await tx.meeting.findMany({
    where: {
      planId,
      state: { in: [...states] },
      startsAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) },
    },
    orderBy: [{ startsAt: direction }, { id: direction }],
    take,
    select: columns,
  })
  return meetings.map(toRow)
}

/** What may be written of a meeting. */
export type MeetingChange = Partial<
  Omit<MeetingRow, 'id' | 'no' | 'version' | 'draft' | 'fixes' | 'agenda' | 'createdBy' | 'createdAt'>
> & { draft?: AgendaDraft | null; fixes?: AgendaFixes; agenda?: AgendaNotice }

/** Writes a meeting that is held by `lockMeeting`, and counts its version up. */
export async function updateMeeting(tx: Transaction, id: number, change: MeetingChange): Promise<void> {
  const { draft, fixes, agenda, ...plain } = change
  const data: Prisma.MeetingUncheckedUpdateInput = {
    ...plain,
    ...(draft === undefined ? {} : { draft: toNullableJson(draft) }),
    ...(fixes === undefined ? {} : { fixes: toJson(fixes) }),
    ...(agenda === undefined ? {} : { agenda: toJson(agenda) }),
    version: { increment: 1 },
  }
  await tx.meeting.update({ where: { id }, data })
}

/** The plan's meeting whose agenda was drafted (where `drafts`) or published last; or null. */
export async function findLatestAgenda(tx: Transaction, planId: number, drafts: boolean): Promise<MeetingRow | null> {
  const found = await tx.meeting.findFirst({
    where: { planId, state: { not: 'cancelled' }, ...(drafts ? { drafted: { gt: 0 } } : { published: { gt: 0 } }) },
    orderBy: drafts ? [{ draftedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }] : [{ publishedAt: 'desc' }],
    select: columns,
  })
  return found && toRow(found)
}

/** The meeting whose agenda a person drafted last and that is not published as it stands, by its id; or null. */
export async function findLatestDraftOf(tx: Transaction, planId: number, userId: string): Promise<number | null> {
  const [found] = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Meeting" WHERE "planId" = ${planId} AND "draftedBy" = ${userId} AND "draft" IS NOT NULL
    ORDER BY "draftedAt" DESC, "id" DESC LIMIT 1`
  return found?.id ?? null
}
