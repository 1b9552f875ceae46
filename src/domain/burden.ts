/** What can be asked of a unit. */
export const askKinds = ['report', 'action', 'meeting', 'consultation', 'milestone', 'visit'] as const
export type AskKind = (typeof askKinds)[number]

/** What a message to a person was about. */
export const messageGroups = ['brief', 'meeting', 'consultation', 'digest', 'other'] as const
export type MessageGroup = (typeof messageGroups)[number]

/**
 * One thing that was asked of a unit. `no` is what people see: of the task, action, meeting, issue, milestone or
 * enterprise. `day` is an ISO day: when it was asked, takes place or is due.
 */
export type Ask = { kind: AskKind; unitId: number; no: number; title: string; day: string }

/** A unit's minutes at one meeting, by its published agenda, counted for one delegate. */
export type MeetingTime = { unitId: number; no: number; day: string; minutes: number; waiting: number }

/** So many messages of a group that the bot sent a person. */
type MessageCount = { userId: string; group: MessageGroup; count: number }

/** All that the burden of a period is counted from. `people` are a unit's liaisons; `others` have a role, but no unit. */
export type BurdenFacts = {
  units: readonly { id: number; name: string; people: readonly string[] }[]
  others: readonly string[]
  asks: readonly Ask[]
  times: readonly MeetingTime[]
  messages: readonly MessageCount[]
}

/** What was asked of one unit, with all that was counted. */
export type UnitBurden = {
  unitId: number
  unit: string
  asks: Ask[]
  counts: Record<AskKind, number>
  asked: number
  times: MeetingTime[]
  minutes: number
  waiting: number
  messages: Record<MessageGroup, number>
  sent: number
}

/** The messages one person got; no units where they are of the office or the leading group, or no member any more. */
export type PersonBurden = { userId: string; units: string[]; messages: Record<MessageGroup, number>; sent: number }

/** The burden of a period: a line a unit in the plan's order, a line a person in the order of their units. */
export type Burden = {
  units: UnitBurden[]
  people: PersonBurden[]
  /** Each message once, though a liaison of several units has it in the line of each. */
  total: { asked: number; minutes: number; waiting: number; sent: number }
}

/** Counts what was asked. Nothing is weighed and nobody is ranked: units and people stand in the plan's order. */
export function composeBurden({ units, others, asks, times, messages }: BurdenFacts): Burden {
  const asksOf = Map.groupBy(asks, ({ unitId }) => unitId)
  const timesOf = Map.groupBy(times, ({ unitId }) => unitId)
  const messagesOf = Map.groupBy(messages, ({ userId }) => userId)
  const lines = units.map(({ id, name, people }): UnitBurden => {
    const own = (asksOf.get(id) ?? []).toSorted(inOrder)
    const meetings = (timesOf.get(id) ?? []).toSorted((one, other) => (one.day < other.day ? -1 : 1))
    const got = countMessages([...new Set(people)].flatMap((person) => messagesOf.get(person) ?? []))
    return {
      unitId: id,
      unit: name,
      asks: own,
      counts: countAsks(own),
      asked: own.length,
      times: meetings,
      minutes: sum(meetings.map(({ minutes }) => minutes)),
      waiting: sum(meetings.map(({ waiting }) => waiting)),
      messages: got,
      sent: sum(Object.values(got)),
    }
  })
  const known = new Set([...units.flatMap(({ people }) => people), ...others])
  const former = [...messagesOf.keys()].filter((userId) => !known.has(userId)).toSorted()
  const people = [...known, ...former].map((userId): PersonBurden => {
    const got = countMessages(messagesOf.get(userId) ?? [])
    const names = units.filter((unit) => unit.people.includes(userId)).map(({ name }) => name)
    return { userId, units: names, messages: got, sent: sum(Object.values(got)) }
  })
  return {
    units: lines,
    people,
    total: {
      asked: sum(lines.map(({ asked }) => asked)),
      minutes: sum(lines.map(({ minutes }) => minutes)),
      waiting: sum(lines.map(({ waiting }) => waiting)),
      sent: sum(people.map(({ sent }) => sent)),
    },
  }
}

/** What a kind of notification counts as. */
export function messageGroup(kind: string): MessageGroup {
  if (kind === 'brief' || kind === 'digest') return kind
  if (/^(?:meeting|agenda|minutes)\./.test(kind)) return 'meeting'
  return /^(?:consultation\.|issue\.settled$)/.test(kind) ? 'consultation' : 'other'
}

function inOrder(one: Ask, other: Ask): number {
  const kinds = askKinds.indexOf(one.kind) - askKinds.indexOf(other.kind)
  return kinds || (one.day === other.day ? one.no - other.no : one.day < other.day ? -1 : 1)
}

function countAsks(asks: readonly Ask[]): Record<AskKind, number> {
  const counts = { report: 0, action: 0, meeting: 0, consultation: 0, milestone: 0, visit: 0 }
  for (const { kind } of asks) counts[kind] += 1
  return counts
}

function countMessages(messages: readonly MessageCount[]): Record<MessageGroup, number> {
  const counts = { brief: 0, meeting: 0, consultation: 0, digest: 0, other: 0 }
  for (const { group, count } of messages) counts[group] += count
  return counts
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
