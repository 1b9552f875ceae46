import type { MeetingSettings } from '../domain/meeting/meeting-settings.ts'
import { type RecurrenceRule, recurrenceRule } from '../domain/meeting/recurrence.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'
import { toJson } from './json.ts'

/** 联席会议制度: meetings that come by themselves. `no` counts the plan's series and is what people see. */
export type SeriesRow = MeetingSettings & {
  id: number
  no: number
  rule: RecurrenceRule
  createdAt: Date
  /** Since when it gives no more meetings; null: it goes on. */
  endedAt: Date | null
}

const columns = {
  id: true,
  rule: true,
  minutes: true,
  place: true,
  channel: true,
  convener: true,
  callDays: true,
  draftDays: true,
  reminderDays: true,
  createdAt: true,
  endedAt: true,
} as const

/** What is stored of a new series. */
export type NewSeries = MeetingSettings & { rule: RecurrenceRule; createdBy: string; createdAt: Date }

/** Stores a series; gives its id. */
export async function addSeries(tx: Transaction, planId: number, { rule, ...series }: NewSeries): Promise<number> {
  const { id } = await tx.meetingSeries.create({
    data: { planId, rule: toJson(rule), ...series },
    select: { id: true },
  })
  return id
}

/** Every series of the plan, also those that ended, the oldest first. */
export async function listSeries(tx: Transaction, planId: number): Promise<SeriesRow[]> {
  const series = await tx.meetingSeries.findMany({ where: { planId }, orderBy: { id: 'asc' }, select: columns })
  return series.map(({ rule, ...one }, index) => ({ ...one, no: index + 1, rule: recurrenceRule.parse(rule) }))
}

/** A series of the plan by its number, or null; its row is held until the transaction ends. */
export async function lockSeries(tx: Transaction, planId: number, no: number): Promise<SeriesRow | null> {
  const found = (await listSeries(tx, planId)).find((series) => series.no === no)
  if (!found) return null
  await tx.$queryRaw`SELECT 1 FROM "MeetingSeries" WHERE "id" = ${found.id} FOR UPDATE`
  return (await listSeries(tx, planId)).find((series) => series.id === found.id) ?? null
}

/** What may be written of a series. */
export type SeriesChange = Partial<MeetingSettings & { endedAt: Date }>

/** Writes a series that is held by `lockSeries`. */
export async function updateSeries(tx: Transaction, id: number, change: SeriesChange): Promise<void> {
  await tx.meetingSeries.update({ where: { id }, data: change })
}

/** The ISO days for which a series has planned a meeting, also one that was cancelled since. */
export async function listSlots(tx: Transaction, seriesId: number): Promise<Set<string>> {
  const meetings = await tx.meeting.findMany({ where: { seriesId, slot: { not: null } }, select: { slot: true } })
  return new Set(meetings.flatMap(({ slot }) => (slot ? [fromDatabaseDay(slot)] : [])))
}

/** The ids of a series' meetings that start after an instant, the earliest first. */
export async function listSeriesMeetingIds(tx: Transaction, seriesId: number, after: Date): Promise<number[]> {
  const meetings = await tx.meeting.findMany({
    where: { seriesId, startsAt: { gt: after } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return meetings.map(({ id }) => id)
}
