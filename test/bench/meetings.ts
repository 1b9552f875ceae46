import { type AgendaInput, agendaInput, canonicalAgenda } from '../../src/domain/agenda/agenda-input.ts'
import { toOrderingProblem } from '../../src/domain/agenda/model.ts'
import type { OrderingProblem } from '../../src/domain/agenda/ordering-problem.ts'
import { seededRandom } from '../../src/domain/agenda/seeded-random.ts'

const UNITS = 15

/** A backlog as a city has it: 15 units, issues of 5 to 60 minutes that need one to five of them, scores 5 to 100. */
export function backlogOf(count: number, seed: number): AgendaInput {
  const random = seededRandom(seed * 100_003 + count)
  const upTo = (most: number) => 1 + Math.floor(random() * most)
  const units = Array.from({ length: UNITS }, (_, index) => ({ id: `u${index + 1}`, delegates: upTo(3) }))
  const issues = Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    score: 4 + upTo(96),
    minutes: 5 * upTo(12),
    units: [...new Set(Array.from({ length: upTo(5) }, () => `u${upTo(UNITS)}`))],
  }))
  return { minutes: 120, units, issues }
}

/** The order of all of a backlog's issues, as a problem. */
export function orderingOf(count: number, seed: number): OrderingProblem {
  const { issues, units, constraints } = canonicalAgenda(agendaInput.parse(backlogOf(count, seed)))
  return toOrderingProblem(issues, units, constraints)
}
