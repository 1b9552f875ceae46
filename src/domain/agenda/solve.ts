import { DomainError } from '../errors.ts'
import { type AgendaId, type CheckedAgenda, canonicalAgenda } from './agenda-input.ts'
import { type Choice, chooseIssues, type LeftOut } from './choose.ts'
import { fingerprint } from './fingerprint.ts'
import { toOrderingProblem } from './model.ts'
import { orderItems } from './order.ts'
import { startsOf, waitingOf } from './ordering-problem.ts'
import { orderByUrgency } from './score-order.ts'

/** Most issues that are put in an order. */
const MAX_ITEMS = 300

/** An agenda: what is treated when, what is not and why, and how long units wait. Minutes from the meeting's start. */
export type Agenda = {
  order: AgendaId[]
  /** The start of each item of `order`. */
  start: number[]
  /** The issues chosen, by id. */
  selected: AgendaId[]
  leftOut: LeftOut<AgendaId>[]
  /** Σ over units of delegates × (from its first item's start to its last one's end − its own minutes). */
  waiting: number
  /** The same, had the items been treated by score under the same rules. */
  waitingByScore: number
  minutesUsed: number
  /** Minutes by which the mandatory issues alone pass the meeting. */
  overrun: number
  /** waiting mode: no allowed order of these items waits less; score mode: no other order keeps to the scores. */
  proved: boolean
  /** No other choice of issues is worth more. */
  choiceProved: boolean
  /** Of the input, whatever order its lists came in. */
  hash: string
}

/**
 * Chooses and orders a meeting's issues. Issues fixed as first or last are chosen as if mandatory; rules about issues
 * that are not chosen are void. The same input gives the same agenda to the byte. Above 18 issues this takes up to some
 * seconds: run it off the request path.
 * @param input what the schema `agendaInput` gave
 * @throws DomainError `agenda.no_order` where no order was found that keeps all the rules, `agenda.too_many_items` {max}
 */
export function solveAgenda(input: CheckedAgenda): Agenda {
  const agenda = canonicalAgenda(input)
  const fixed = new Set([...agenda.constraints.first, ...agenda.constraints.last].map(String))
  const issues = agenda.issues.map((issue) => ({ ...issue, mandatory: issue.mandatory || fixed.has(String(issue.id)) }))
  const choice: Choice<AgendaId> = chooseIssues(issues, agenda.minutes)
  if (choice.selected.length > MAX_ITEMS) throw new DomainError('agenda.too_many_items', { max: MAX_ITEMS })
  const chosen = new Set(choice.selected)
  const items = issues.filter((issue) => chosen.has(issue.id))
  const problem = toOrderingProblem(items, agenda.units, agenda.constraints)
  const byScore = orderByUrgency(problem)
  const found = agenda.mode === 'waiting' ? orderItems(problem) : byScore
  if (!found) throw new DomainError('agenda.no_order')
  const starts = startsOf(problem, found.order)
  const waiting = waitingOf(problem, found.order)
  return {
    order: found.order.map((item) => (items[item] as (typeof items)[number]).id),
    start: found.order.map((item) => starts[item] ?? 0),
    selected: choice.selected,
    leftOut: choice.leftOut,
    waiting,
    waitingByScore: byScore ? waitingOf(problem, byScore.order) : waiting,
    minutesUsed: choice.minutesUsed,
    overrun: choice.overrun,
    proved: found.proved,
    choiceProved: choice.proved,
    hash: fingerprint(agenda),
  }
}
