import { z } from 'zod'

/** What may have happened in the time a digest tells of, in the order it is told. */
export const changeKinds = [
  'report.filed',
  'report.corrected',
  'report.accepted',
  'report.returned',
  'report.withdrawn',
  'issue.raised',
  'issue.decided',
  'issue.deferred',
  'issue.escalated',
  'issue.closed',
  'issue.withdrawn',
  'action.made',
  'action.reported',
  'action.verified',
  'milestone.done',
  'milestone.slipped',
  'policy.issued',
  'slip.blue',
  'slip.yellow',
  'slip.red',
  'slip.signed',
  'slip.settled',
] as const

/** See {@link changeKinds}. */
export type ChangeKind = (typeof changeKinds)[number]

/** One thing that happened. `no`: the number people know it by. Values of a target are told with where that stood. */
export type DigestEvent =
  | { at: Date; kind: ChangeKind; no: number | null }
  | ({ at: Date; kind: 'target.recorded' } & TargetMove)

/** Where a target stood before and after so many values, in its unit; null: nowhere yet. */
type TargetMove = {
  targetId: number
  metric: string
  unit: string
  before: string | null
  after: string | null
  values: number
}

const count = z.int().min(0).max(1_000_000)
const decimal = z.string().max(40).nullable()

/**
 * What happened in a time: how often each kind, the numbers of what it happened to, and where each target stood before the
 * first and after the last of its values.
 */
export const digestChanges = z.object({
  counts: z.partialRecord(z.enum(changeKinds), count),
  numbers: z.partialRecord(z.enum(changeKinds), z.array(z.int()).max(5000)),
  targets: z
    .array(
      z.object({
        targetId: z.int(),
        metric: z.string().max(500),
        unit: z.string().max(50),
        before: decimal,
        after: decimal,
        recorded: count,
      }),
    )
    .max(2000),
})

/** See {@link digestChanges}. */
export type DigestChanges = z.infer<typeof digestChanges>

/** Nothing happened. */
const noChanges: DigestChanges = { counts: {}, numbers: {}, targets: [] }

/** What happened after `since` and up to `until`, of events in any order; `since` null: from the beginning. */
export function changesBetween(events: readonly DigestEvent[], since: Date | null, until: Date): DigestChanges {
  return events
    .filter(({ at }) => (since === null || at > since) && at <= until)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(changeOf)
    .reduce(sumChanges, noChanges)
}

/** What happened in two times, the second beginning where the first ends: the same as in both together. */
export function sumChanges(first: DigestChanges, second: DigestChanges): DigestChanges {
  const counts = { ...first.counts }
  const numbers = { ...first.numbers }
  for (const kind of changeKinds) {
    const total = (first.counts[kind] ?? 0) + (second.counts[kind] ?? 0)
    if (total > 0) counts[kind] = total
    const named = [...(first.numbers[kind] ?? []), ...(second.numbers[kind] ?? [])]
    if (named.length > 0) numbers[kind] = named
  }
  const targets = new Map(first.targets.map((target) => [target.targetId, target]))
  for (const later of second.targets) {
    const earlier = targets.get(later.targetId)
    const sum = earlier && { ...later, before: earlier.before, recorded: earlier.recorded + later.recorded }
    targets.set(later.targetId, sum ?? later)
  }
  return { counts, numbers, targets: [...targets.values()] }
}

function changeOf(event: DigestEvent): DigestChanges {
  if (event.kind === 'target.recorded') {
    const { targetId, metric, unit, before, after, values: recorded } = event
    return { ...noChanges, targets: [{ targetId, metric, unit, before, after, recorded }] }
  }
  const { kind, no } = event
  return { counts: { [kind]: 1 }, numbers: no === null ? {} : { [kind]: [no] }, targets: [] }
}
