/** An item of a running meeting. `startMinute` counts from the start as planned; `settled`: its outcome stands. */
export type BoardItem = {
  no: number
  startMinute: number
  minutes: number
  startedAt: Date | null
  endedAt: Date | null
  settled: boolean
}

/** When a running meeting was to start and did, and the minutes of the follow-up that opens it (0: none). */
export type BoardMeeting = { startsAt: Date; startedAt: Date; openingMinutes: number }

/** What is under way: whole minutes it has taken and has left (negative: overrun). */
type UnderWay = { elapsed: number; left: number }

/** An item still to come. `shift`: minutes it is later than planned, negative where it is earlier. */
export type ComingItem = { no: number; plannedAt: Date; expectedAt: Date; shift: number }

/** A running meeting at a moment. */
export type Board = {
  /** The follow-up, until the first item is taken up. */
  opening: UnderWay | null
  current: ({ no: number } & UnderWay) | null
  /** Next up first: those behind the current item, then those that were left without an outcome. */
  coming: ComingItem[]
  /** When it is expected to end, and how many minutes that is later than its items were planned to. */
  endsAt: Date
  shift: number
}

const minute = 60_000
/** Units are told so many minutes before their item. */
const CALL_MINUTES = 5

/** How a running meeting stands, from what was written down of its items; an overrun shifts all that follows. */
export function boardOf(meeting: BoardMeeting, items: readonly BoardItem[], now: Date): Board {
  const current = currentItem(items)
  const opens = meeting.openingMinutes > 0 && items.every((item) => item.startedAt === null)
  let cursor = now.getTime()
  let opening: Board['opening'] = null
  let underWay: Board['current'] = null
  if (current?.startedAt) {
    underWay = { no: current.no, ...progress(current.startedAt, current.minutes, now) }
    cursor = Math.max(cursor, current.startedAt.getTime() + current.minutes * minute)
  } else if (opens) {
    opening = progress(meeting.startedAt, meeting.openingMinutes, now)
    cursor = Math.max(cursor, meeting.startedAt.getTime() + meeting.openingMinutes * minute)
  }
  const coming: ComingItem[] = []
  for (const item of comingItems(items, current)) {
    const plannedAt = new Date(meeting.startsAt.getTime() + item.startMinute * minute)
    coming.push({ no: item.no, plannedAt, expectedAt: new Date(cursor), shift: minutesBetween(plannedAt, cursor) })
    cursor += remaining(item)
  }
  const plannedMinutes = Math.max(meeting.openingMinutes, ...items.map((item) => item.startMinute + item.minutes))
  const plannedEnd = new Date(meeting.startsAt.getTime() + plannedMinutes * minute)
  return { opening, current: underWay, coming, endsAt: new Date(cursor), shift: minutesBetween(plannedEnd, cursor) }
}

/** When the units of a coming item are told. */
export function callAt({ expectedAt }: Pick<ComingItem, 'expectedAt'>): Date {
  return new Date(expectedAt.getTime() - CALL_MINUTES * minute)
}

/** What is written down of an item. */
export type ItemStep = { no: number; startedAt?: Date; endedAt: Date | null }

/**
 * Takes an item up, leaving the one that is under way. One that was left before goes on where it stopped: its start is
 * moved so that the time it has taken counts.
 */
export function takeUp(items: readonly BoardItem[], no: number, now: Date): ItemStep[] {
  const target = items.find((item) => item.no === no)
  if (!target || currentItem(items)?.no === no) return []
  return [...leave(items, now), { no, startedAt: new Date(now.getTime() - spent(target)), endedAt: null }]
}

/** Leaves the item that is under way, if any. */
export function leave(items: readonly BoardItem[], now: Date): ItemStep[] {
  const current = currentItem(items)
  return current ? [{ no: current.no, endedAt: now }] : []
}

/** The item that is under way; of two, which cannot be, the later. */
export function currentItem<T extends Pick<BoardItem, 'startedAt' | 'endedAt'>>(items: readonly T[]): T | null {
  return items.findLast((item) => item.startedAt !== null && item.endedAt === null) ?? null
}

function comingItems(items: readonly BoardItem[], current: BoardItem | null): BoardItem[] {
  const open = items.filter((item) => !item.settled && item !== current)
  const behind = current ? items.slice(items.indexOf(current) + 1) : items
  return [...open.filter((item) => behind.includes(item)), ...open.filter((item) => !behind.includes(item))]
}

function progress(since: Date, minutes: number, now: Date): UnderWay {
  const elapsed = Math.max(0, Math.floor((now.getTime() - since.getTime()) / minute))
  return { elapsed, left: minutes - elapsed }
}

function spent({ startedAt, endedAt }: BoardItem): number {
  return startedAt && endedAt ? Math.max(0, endedAt.getTime() - startedAt.getTime()) : 0
}

function remaining(item: BoardItem): number {
  return Math.max(0, item.minutes * minute - spent(item))
}

function minutesBetween(from: Date, to: number): number {
  return Math.round((to - from.getTime()) / minute)
}
