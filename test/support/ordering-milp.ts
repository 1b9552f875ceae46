import highs from 'highs'
import type { OrderingProblem } from '../../src/domain/agenda/ordering-problem.ts'

// The package's types are read as those of a CommonJS module, whose default export they then put one level deeper.
const loadHighs = highs as unknown as typeof highs.default
const solver = await loadHighs()

/**
 * The least waiting as a general solver (HiGHS) finds it; null where no order is allowed. Shares no idea with src: the
 * order is a binary for each pair of items, and a unit waits during an item that one of its own precedes and another
 * follows.
 */
export function leastWaitingByMilp(problem: OrderingProblem): number | null {
  if (problem.minutes.length < 2) return fits(problem) ? 0 : null
  const solution = solver.solve(modelOf(problem), { mip_rel_gap: 0, mip_abs_gap: 0.5 })
  if (solution.Status === 'Infeasible') return null
  if (solution.Status !== 'Optimal') throw new Error(`the solver says ${solution.Status}`)
  return Math.round(solution.ObjectiveValue)
}

/**
 * The problem in CPLEX's LP format. `y_a_b` (a < b): is item a treated before item b? `b_u_i`, `o_u_i`, `w_u_i`: at item
 * i, has unit u begun, has it more to come, does it wait?
 */
function modelOf(problem: OrderingProblem): string {
  const { minutes, units, predecessors } = problem
  const items = [...minutes.keys()]
  const rules: string[] = []
  const objective: string[] = []
  for (const a of items) {
    for (const b of items.slice(a + 1)) {
      for (const c of items.slice(b + 1)) {
        const round = `y_${a}_${b} + y_${b}_${c} - y_${a}_${c}`
        rules.push(`${round} >= 0`, `${round} <= 1`)
      }
    }
  }
  for (const [unit, { delegates, items: own }] of units.entries()) {
    if (own.length < 2 || delegates === 0) continue
    for (const item of items) {
      if (own.includes(item)) continue
      const waits = `w_${unit}_${item}`
      objective.push(`${delegates * (minutes[item] ?? 0)} ${waits}`)
      const [begun, open] = [`b_${unit}_${item}`, `o_${unit}_${item}`]
      rules.push(`${waits} - ${begun} - ${open} >= -1`)
      for (const one of own) {
        rules.push(atLeast([[1, begun, 0], precedes(one, item, -1)], 0))
        rules.push(atLeast([[1, open, 0], precedes(item, one, -1)], 0))
      }
    }
  }
  for (const [item, before] of predecessors.entries()) {
    for (const other of before) rules.push(atLeast([precedes(other, item, 1)], 1))
  }
  for (const item of items) {
    const start = items.flatMap((other) => (other === item ? [] : [precedes(other, item, minutes[other] ?? 0)]))
    const from = problem.earliest[item] ?? 0
    const until = problem.latest[item] ?? Number.POSITIVE_INFINITY
    if (from > 0) rules.push(atLeast(start, from))
    if (until < Number.POSITIVE_INFINITY) {
      const backwards = start.map(([factor, name, constant]): Term => [-factor, name, -constant])
      rules.push(atLeast(backwards, (minutes[item] ?? 0) - until))
    }
  }
  const pairs = items.flatMap((a) => items.slice(a + 1).map((b) => `y_${a}_${b}`))
  return [
    'Minimize',
    ` waiting: ${objective.join('\n + ') || `0 ${pairs[0]}`}`,
    'Subject To',
    ...rules.map((rule, index) => ` r${index}: ${rule}`),
    'Binary',
    ` ${pairs.join('\n ')}`,
    'End',
  ].join('\n')
}

/** factor × variable + constant */
type Term = readonly [factor: number, name: string, constant: number]

/** factor × [a before b]: the variable of the pair, or one minus it. */
function precedes(a: number, b: number, factor: number): Term {
  return a < b ? [factor, `y_${a}_${b}`, 0] : [-factor, `y_${b}_${a}`, factor]
}

function atLeast(terms: readonly Term[], least: number): string {
  const constant = terms.reduce((sum, term) => sum + term[2], 0)
  const sum = terms.map(([factor, name]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join('\n ')
  return `${sum} >= ${least - constant}`
}

function fits({ minutes, earliest, latest }: OrderingProblem): boolean {
  return minutes.every((length, item) => (earliest[item] ?? 0) <= 0 && length <= (latest[item] ?? 0))
}
