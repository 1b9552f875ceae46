import type { AgendaId, CheckedAgenda, Constraints } from './agenda-input.ts'
import type { OrderingProblem } from './ordering-problem.ts'

type Item = CheckedAgenda['issues'][number]

/** The items and rules of an agenda as indices; rules that name an issue not among `items` are left away. */
export function toOrderingProblem(
  items: readonly Item[],
  units: CheckedAgenda['units'],
  constraints: Constraints,
): OrderingProblem {
  const indexOf = new Map(items.map((item, index) => [String(item.id), index]))
  const itemsOf = new Map(units.map((unit) => [String(unit.id), [] as number[]]))
  for (const [index, item] of items.entries()) {
    for (const unit of item.units) itemsOf.get(String(unit))?.push(index)
  }
  const earliest = items.map(() => 0)
  const latest = items.map(() => Number.POSITIVE_INFINITY)
  for (const { unit, from, until } of constraints.windows) {
    for (const item of itemsOf.get(String(unit)) ?? []) {
      earliest[item] = Math.max(earliest[item] ?? 0, from)
      latest[item] = Math.min(latest[item] ?? 0, until)
    }
  }
  return {
    minutes: items.map((item) => item.minutes),
    urgency: items.map((item) => item.score),
    units: units.map((unit) => ({ delegates: unit.delegates, items: itemsOf.get(String(unit.id)) ?? [] })),
    predecessors: predecessorsOf(items, indexOf, constraints),
    earliest,
    latest,
  }
}

function predecessorsOf(
  items: readonly Item[],
  indexOf: ReadonlyMap<string, number>,
  { first, last, before }: Constraints,
): number[][] {
  const sets = items.map(() => new Set<number>())
  const known = (ids: readonly AgendaId[]) => ids.flatMap((id) => indexOf.get(String(id)) ?? [])
  const rule = (earlier: number, later: number) => sets[later]?.add(earlier)
  for (const pair of before) {
    const [earlier, later] = known(pair)
    if (earlier !== undefined && later !== undefined) rule(earlier, later)
  }
  const head = known(first)
  for (const [place, item] of head.entries()) {
    for (const other of items.keys()) if (!head.slice(0, place + 1).includes(other)) rule(item, other)
  }
  const tail = known(last)
  for (const [place, item] of tail.entries()) {
    for (const other of items.keys()) if (!tail.slice(place).includes(other)) rule(other, item)
  }
  return sets.map((set) => [...set].sort((a, b) => a - b))
}
