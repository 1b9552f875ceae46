import type { BacklogIssue } from './backlog.ts'
import type { FollowUp } from './follow-up.ts'
import type { AgendaNotice } from './notice.ts'

type Attendance = AgendaNotice['attendance']

/** Who comes to a meeting: those an item needs, in the order in which they are needed first, then those who may come. */
export function attendanceOf(
  chosen: readonly BacklogIssue[],
  items: AgendaNotice['items'],
  followUp: FollowUp | null,
): Attendance {
  const opening = followUp?.units ?? []
  const required = new Map([...opening, ...chosen.flatMap((issue) => issue.units)].map(({ id, name }) => [id, name]))
  const optional = new Map(
    chosen
      .flatMap((issue) => issue.optional.map(({ id, name }) => [id, name] as const))
      .filter(([id]) => !required.has(id)),
  )
  const at = (id: number, list: 'units' | 'optional') =>
    items.filter((_, index) => chosen[index]?.[list].some((needed) => needed.id === id))
  return [
    ...[...required].map(([id, unit]) => {
      const opens = opening.some((one) => one.id === id)
      return { unit, required: true, opening: opens, ...timesOf(at(id, 'units'), opens ? (followUp?.minutes ?? 0) : 0) }
    }),
    ...[...optional].map(([id, unit]) => {
      const own = at(id, 'optional')
      return { unit, required: false, opening: false, ...timesOf(own, 0) }
    }),
  ]
}

/** A unit waits from its first item, or the opening, to its last. */
function timesOf(
  own: AgendaNotice['items'],
  openingMinutes: number,
): Pick<Attendance[number], 'items' | 'minutes' | 'waiting'> {
  const minutes = own.reduce((sum, item) => sum + item.minutes, openingMinutes)
  const last = own.at(-1)
  const from = openingMinutes > 0 ? 0 : (own[0]?.startMinute ?? 0)
  const until = last ? last.startMinute + last.minutes : openingMinutes
  return { items: own.map((item) => item.no), minutes, waiting: until - from - minutes }
}
