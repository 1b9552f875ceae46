/** An action that is past its day. `no` is what people see. */
export type OverdueAction = {
  no: number
  issueNo: number
  text: string
  owner: { id: number; name: string }
  /** ISO day */
  dueOn: string
}

/** How the actions of earlier meetings stand: the first business of a meeting (design: order of business). */
export type FollowUp = {
  minutes: number
  verified: number
  running: number
  overdue: readonly OverdueAction[]
  /** The owners of overdue actions, who must be there. */
  units: readonly { id: number; name: string }[]
}

/** Minutes of the follow-up: its base, for each overdue action, and at most. */
const MINUTES = { base: 5, perOverdue: 5, max: 30 } as const

/** What the meeting hears first; null where there is nothing to follow up. */
export function followUpOf(actions: {
  verified: number
  running: number
  overdue: readonly OverdueAction[]
}): FollowUp | null {
  const { verified, running, overdue } = actions
  if (verified + running + overdue.length === 0) return null
  const minutes = Math.min(MINUTES.base + MINUTES.perOverdue * overdue.length, MINUTES.max)
  const units = [...new Map(overdue.map(({ owner }) => [owner.id, owner])).values()]
  return { minutes, verified, running, overdue, units }
}
