/** A unit's answer to an invitation; minutes count from the meeting's start, null where the unit set no bound. */
type Answer = { reply: 'attend' | 'deputy' | 'cannot' | null; fromMinute: number | null; untilMinute: number | null }

/** Can a unit be there for the whole of an item, as far as it answered? */
export function comesTo({ reply, fromMinute, untilMinute }: Answer, item: { startMinute: number; minutes: number }) {
  if (reply !== 'cannot') return true
  if (fromMinute === null && untilMinute === null) return false
  const end = item.startMinute + item.minutes
  return (fromMinute ?? 0) <= item.startMinute && end <= (untilMinute ?? end)
}
