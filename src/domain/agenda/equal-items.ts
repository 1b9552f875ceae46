import { hasWindows, type OrderingProblem } from './ordering-problem.ts'

/** A problem of groups of items; a group is treated in a row. */
type JoinedProblem = { problem: OrderingProblem; groups: readonly (readonly number[])[] }

/**
 * Joins items that need the same units and come before and after the same items: some order with least waiting treats
 * them in a row, since where one may stand the other may too. None are joined where the clock matters, because then it
 * would not hold.
 */
export function joinEqualItems(problem: OrderingProblem): JoinedProblem {
  const groups = hasWindows(problem) ? problem.minutes.map((_, item) => [item]) : equalItems(problem)
  const groupOf = new Map(groups.flatMap((group, index) => group.map((item) => [item, index] as const)))
  const toGroups = (items: readonly number[]) =>
    [...new Set(items.map((item) => groupOf.get(item) ?? 0))].sort((a, b) => a - b)
  const total = (values: readonly number[]) =>
    groups.map((group) => group.reduce((sum, item) => sum + (values[item] ?? 0), 0))
  const single = (values: readonly number[]) => groups.map((group) => values[group[0] ?? 0] ?? 0)
  return {
    groups,
    problem: {
      minutes: total(problem.minutes),
      urgency: total(problem.urgency),
      units: problem.units
        .map(({ delegates, items }) => ({ delegates, items: toGroups(items) }))
        .filter(({ items }) => items.length > 1),
      predecessors: groups.map((group) => toGroups(group.flatMap((item) => problem.predecessors[item] ?? []))),
      earliest: single(problem.earliest),
      latest: single(problem.latest),
    },
  }
}

function equalItems(problem: OrderingProblem): number[][] {
  const attendance = problem.minutes.map(() => '')
  for (const [unit, { items }] of problem.units.entries()) {
    for (const item of items) attendance[item] += `${unit},`
  }
  const successors = problem.minutes.map(() => [] as number[])
  for (const [item, before] of problem.predecessors.entries()) {
    for (const other of before) successors[other]?.push(item)
  }
  const groups = new Map<string, number[]>()
  for (const [item, units] of attendance.entries()) {
    const key = [units, problem.predecessors[item], successors[item]].join('|')
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return [...groups.values()].map((group) => group.sort((a, b) => pressure(problem, b) - pressure(problem, a) || a - b))
}

/** Within a group urgency × start is least by falling urgency a minute. */
function pressure({ urgency, minutes }: OrderingProblem, item: number): number {
  return (urgency[item] ?? 0) / (minutes[item] || 1)
}
