import { type OrderingProblem, waitingScale } from './ordering-problem.ts'

/** What an order costs, given the start of each item: waiting × scale + urgency × start; Infinity where not allowed. */
export type StartsCost = (starts: Float64Array) => number

/** The cost of orders of one problem, laid out flat: the searches ask for it millions of times. */
export function compileCost(problem: OrderingProblem): StartsCost {
  const scale = waitingScale(problem)
  const units = problem.units.filter((unit) => unit.items.length > 0)
  const minutes = Float64Array.from(problem.minutes)
  const urgency = Float64Array.from(problem.urgency)
  const delegates = Float64Array.from(units, (unit) => unit.delegates)
  const items = Int32Array.from(units.flatMap((unit) => [...unit.items]))
  const ends = new Int32Array(units.length)
  let end = 0
  let own = 0
  for (const [unit, { items, delegates }] of units.entries()) {
    end += items.length
    ends[unit] = end
    for (const item of items) own += delegates * (problem.minutes[item] ?? 0)
  }
  const allowed = compileRules(problem)

  return (starts) => {
    if (!allowed(starts)) return Number.POSITIVE_INFINITY
    let spans = 0
    let at = 0
    for (let unit = 0; unit < ends.length; unit++) {
      const stop = ends[unit] as number
      let first = Number.POSITIVE_INFINITY
      let last = 0
      for (; at < stop; at++) {
        const item = items[at] as number
        const start = starts[item] as number
        const through = start + (minutes[item] as number)
        if (start < first) first = start
        if (through > last) last = through
      }
      spans += (delegates[unit] as number) * (last - first)
    }
    let delay = 0
    for (let item = 0; item < starts.length; item++) delay += (urgency[item] as number) * (starts[item] as number)
    return (spans - own) * scale + delay
  }
}

function compileRules({ minutes, predecessors, earliest, latest }: OrderingProblem): (starts: Float64Array) => boolean {
  const pairs = predecessors.flatMap((before, item) => before.map((other) => [other, item] as const))
  const windows = minutes.flatMap((length, item) => {
    const from = earliest[item] ?? 0
    const until = (latest[item] ?? Number.POSITIVE_INFINITY) - length
    return from > 0 || until < Number.POSITIVE_INFINITY ? [{ item, from, until }] : []
  })
  return (starts) =>
    pairs.every(([before, item]) => (starts[before] as number) < (starts[item] as number)) &&
    windows.every(({ item, from, until }) => (starts[item] as number) >= from && (starts[item] as number) <= until)
}
