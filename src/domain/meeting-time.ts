import type { AgendaNotice } from './agenda/notice.ts'
import { comesTo } from './meeting/presence.ts'
import type { Reply } from './meeting/reply.ts'

/** What a unit answered to an invitation and whether it came; null where nothing is known yet. */
export type Presence = {
  reply: Reply | null
  fromMinute: number | null
  untilMinute: number | null
  attended: boolean | null
}

/** Minutes of one delegate of a unit at a meeting: at its own items, and waiting between them. */
export type TimeAtMeeting = { minutes: number; waiting: number }

const none: TimeAtMeeting = { minutes: 0, waiting: 0 }

/**
 * How long a unit is at a meeting by its published agenda: at the opening where it is needed there and at its items, and
 * waiting from the first of them to the last. A unit that stayed away, or may stay away and did not say that it comes, is
 * not there; one that is free for a part of the time is there for the items in it.
 */
export function timeAtMeeting(agenda: AgendaNotice, unit: string, presence: Presence): TimeAtMeeting {
  const row = agenda.attendance.find((one) => one.unit === unit)
  if (!row || presence.attended === false) return none
  const said = presence.attended === true || presence.reply === 'attend' || presence.reply === 'deputy'
  if (!row.required && !said) return none
  const free = (part: { startMinute: number; minutes: number }) => presence.attended === true || comesTo(presence, part)
  const opening = { startMinute: 0, minutes: agenda.followUp?.minutes ?? 0 }
  const parts = [
    ...(row.opening && opening.minutes > 0 ? [opening] : []),
    ...agenda.items.filter((item) => row.items.includes(item.no)),
  ].filter(free)
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) return none
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0)
  return { minutes, waiting: last.startMinute + last.minutes - first.startMinute - minutes }
}
