import { type AgendaNotice, agendaNotice } from '../domain/agenda/notice.ts'
import type { Transaction } from './database.ts'
import { toJson } from './json.ts'

/** 联席会议 with its agenda as it was drafted. */
export type MeetingRow = {
  id: number
  startsAt: Date
  minutes: number
  state: 'draft' | 'published' | 'cancelled'
  /** All that the agenda shows. */
  notice: AgendaNotice
  createdBy: string
  createdAt: Date
  publishedBy: string | null
  publishedAt: Date | null
}

/** An issue's place on an agenda; `issueVersion` is the version of the issue that was scored. */
export type AgendaPlace = { issueId: number; issueVersion: number }

const columns = {
  id: true,
  startsAt: true,
  minutes: true,
  state: true,
  summary: true,
  createdBy: true,
  createdAt: true,
  publishedBy: true,
  publishedAt: true,
} as const

type Summary = { notice: unknown; versions: Record<string, number> }

function toRow({ summary, ...meeting }: Omit<MeetingRow, 'notice'> & { summary: unknown }): MeetingRow {
  const notice = agendaNotice.parse({ ...((summary as Summary).notice as object), meetingId: meeting.id })
  return { ...meeting, notice }
}

/** Stores a drafted agenda with its items, in their order; gives the meeting's id. */
export async function addDraft(
  tx: Transaction,
  draft: { planId: number; notice: Omit<AgendaNotice, 'meetingId'>; createdBy: string; createdAt: Date },
  places: readonly AgendaPlace[],
): Promise<number> {
  const { planId, notice, createdBy, createdAt } = draft
  const versions = Object.fromEntries(places.map((place) => [place.issueId, place.issueVersion]))
  const meeting = await tx.meeting.create({
    data: {
      planId,
      createdBy,
      createdAt,
      state: 'draft',
      startsAt: new Date(notice.startsAt),
      minutes: notice.minutes,
      mode: notice.mode,
      inputHash: notice.hash,
      waiting: notice.waiting,
      summary: toJson({ notice, versions } satisfies Summary),
    },
    select: { id: true },
  })
  await tx.agendaItem.createMany({
    data: notice.items.map((item, index) => ({
      meetingId: meeting.id,
      issueId: places[index]?.issueId ?? 0,
      position: index + 1,
      startMinute: item.startMinute,
      minutes: item.minutes,
      score: item.score,
      scoreParts: toJson(item.parts),
    })),
  })
  return meeting.id
}

/** Deletes the plan's drafts that start at that instant; gives their ids. */
export async function dropDrafts(tx: Transaction, planId: number, startsAt: Date): Promise<number[]> {
  const where = { planId, startsAt, state: 'draft' } as const
  const drafts = await tx.meeting.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } })
  if (drafts.length > 0) await tx.meeting.deleteMany({ where })
  return drafts.map((draft) => draft.id)
}

/** The starts of the plan's published meetings from an instant on, earliest first. */
export async function listPublishedStarts(tx: Transaction, planId: number, from: Date): Promise<Date[]> {
  const meetings = await tx.meeting.findMany({
    where: { planId, state: 'published', startsAt: { gte: from } },
    orderBy: { startsAt: 'asc' },
    select: { startsAt: true },
  })
  return meetings.map((meeting) => meeting.startsAt)
}

/** A meeting of the plan by its id with its issues' places in order, or null. */
export async function findMeeting(
  tx: Transaction,
  planId: number,
  id: number,
): Promise<{ meeting: MeetingRow; places: AgendaPlace[] } | null> {
  const found = await tx.meeting.findFirst({
    where: { id, planId },
    select: { ...columns, items: { orderBy: { position: 'asc' }, select: { issueId: true } } },
  })
  if (!found) return null
  const { items, ...meeting } = found
  const { versions } = meeting.summary as Summary
  const places = items.map(({ issueId }) => ({ issueId, issueVersion: versions[issueId] ?? 0 }))
  return { meeting: toRow(meeting), places }
}

/** Marks a draft as published. */
export async function markPublished(tx: Transaction, id: number, by: string, at: Date): Promise<void> {
  const data = { state: 'published', publishedBy: by, publishedAt: at, version: { increment: 1 } } as const
  await tx.meeting.update({ where: { id }, data })
}

/** The plan's meeting that was drafted or published last, among those in the given states; or null. */
export async function findLatestMeeting(
  tx: Transaction,
  planId: number,
  states: readonly ('draft' | 'published')[],
): Promise<MeetingRow | null> {
  const latest = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Meeting" WHERE "planId" = ${planId} AND "state"::text = ANY(${[...states]})
    ORDER BY COALESCE("publishedAt", "createdAt") DESC, "id" DESC LIMIT 1`
  const found = latest[0] && (await tx.meeting.findUnique({ where: { id: latest[0].id }, select: columns }))
  return found ? toRow(found) : null
}

/** The draft that a person made last, by its id, or null. */
export async function findLatestDraftBy(tx: Transaction, planId: number, userId: string): Promise<number | null> {
  const draft = await tx.meeting.findFirst({
    where: { planId, state: 'draft', createdBy: userId },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return draft?.id ?? null
}

/** The plan's published meetings that start at or after an instant, the next first. */
export async function listUpcomingMeetings(
  tx: Transaction,
  planId: number,
  from: Date,
  take: number,
): Promise<MeetingRow[]> {
  const meetings = await tx.meeting.findMany({
    where: { planId, state: 'published', startsAt: { gte: from } },
    orderBy: { startsAt: 'asc' },
    take,
    select: columns,
  })
  return meetings.map(toRow)
}
