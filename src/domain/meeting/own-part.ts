import type { AgendaNotice } from '../agenda/notice.ts'

/** What units do at a meeting by its agenda; minutes count from its start. */
export type OwnPart = {
  /** Must one of them come? */
  required: boolean
  opening: boolean
  fromMinute: number
  untilMinute: number
  items: { place: number; no: number; title: string; startMinute: number; minutes: number }[]
}

/** At the least so long is a unit at the follow-up that opens the meeting. */
const OPENING_MINUTES = 5

/** The items and times of some units, by their names; null where the agenda has nothing for them. */
export function ownPart(agenda: AgendaNotice, units: readonly string[]): OwnPart | null {
  const rows = agenda.attendance.filter((row) => units.includes(row.unit))
  if (rows.length === 0) return null
  const nos = new Set(rows.flatMap((row) => row.items))
  const items = agenda.items.flatMap(({ no, title, startMinute, minutes }, index) =>
    nos.has(no) ? [{ place: index + 1, no, title, startMinute, minutes }] : [],
  )
  const opening = rows.some((row) => row.opening)
  return {
    required: rows.some((row) => row.required),
    opening,
    fromMinute: opening ? 0 : (items[0]?.startMinute ?? 0),
    untilMinute: Math.max(OPENING_MINUTES, ...items.map((item) => item.startMinute + item.minutes)),
    items,
  }
}
