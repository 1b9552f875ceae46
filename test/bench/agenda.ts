import { agendaInput } from '../../src/domain/agenda/agenda-input.ts'
import { chooseIssues, explainLeftOut } from '../../src/domain/agenda/choose.ts'
import { orderItems } from '../../src/domain/agenda/order.ts'
import { waitingOf } from '../../src/domain/agenda/ordering-problem.ts'
import { solveAgenda } from '../../src/domain/agenda/solve.ts'
import { leastWaitingByMilp } from '../support/ordering-milp.ts'
import { type Bench, type Finding, median, medianMs } from './measure.ts'
import { backlogOf, orderingOf } from './meetings.ts'

const ITEMS = [8, 10, 12, 14, 16, 18, 20, 22, 24, 28, 32, 36, 40]
const BACKLOGS = [100, 1000, 10_000]
const SEEDS = [1, 2, 3]

/** Choosing and ordering an agenda: how long it takes, how that grows, and how a general solver fares beside it. */
export const agenda: Bench = {
  name: 'agenda',
  limit:
    'n items have n·2ⁿ⁻¹ steps in the programme over subsets, a nanosecond each at best: 2.4 ms at 18, 46 ms at 22; ' +
    'above, the search does a fixed amount of work. Choosing must read every issue once: linear at best.',
  run: async () => [...ordering(), againstGeneralSolver(), ...choosing()],
}

function ordering(): Finding[] {
  return ITEMS.map((count) => {
    const problems = SEEDS.map((seed) => orderingOf(count, seed))
    const rounds = count <= 18 ? 9 : count <= 22 ? 3 : 1
    const value = median(problems.map((problem) => medianMs(rounds, () => orderItems(problem))))
    return { what: `order ${count} items`, value, unit: 'ms' }
  })
}

/** How many times faster than HiGHS, at 12 items, both to the same optimum. */
function againstGeneralSolver(): Finding {
  const ratios = SEEDS.map((seed) => {
    const problem = orderingOf(12, seed)
    const own = medianMs(9, () => orderItems(problem))
    const begun = performance.now()
    const least = leastWaitingByMilp(problem)
    const general = performance.now() - begun
    const waiting = waitingOf(problem, orderItems(problem)?.order ?? [])
    if (least !== waiting) throw new Error(`HiGHS finds ${least}, the programme ${waiting}`)
    return general / own
  })
  return { what: 'faster than HiGHS at 12 items', value: median(ratios), unit: '×', atLeast: 50 }
}

function choosing(): Finding[] {
  // How long the search goes on differs from backlog to backlog; hence the middle of several.
  const times = BACKLOGS.map((count) => {
    const timed = SEEDS.map((seed) => timeChoice(count, seed))
    const middle = (part: 'whole' | 'choice' | 'why') => median(timed.map((one) => one[part]))
    return { count, whole: middle('whole'), choice: middle('choice'), why: middle('why') }
  })
  const [few, , many] = times
  const growth = (part: 'whole' | 'choice') =>
    few && many ? many[part] / few[part] / (many.count / few.count) : Number.NaN
  return [
    ...times.flatMap(({ count, whole, choice, why }): Finding[] => [
      { what: `choose among ${count} issues`, value: choice, unit: 'ms' },
      { what: `read, choose and order ${count} issues`, value: whole, unit: 'ms' },
      { what: `why not one of ${count} issues`, value: why, unit: 'ms' },
    ]),
    { what: 'growth of choosing, 1 = linear', value: growth('choice'), unit: '×', atMost: 1 },
    { what: 'growth of the whole, 1 = linear', value: growth('whole'), unit: '×', atMost: 1 },
  ]
}

function timeChoice(count: number, seed: number) {
  const input = backlogOf(count, seed)
  const { issues, minutes } = agendaInput.parse(input)
  const last = chooseIssues(issues, minutes).leftOut.at(-1)?.id ?? ''
  return {
    whole: medianMs(5, () => solveAgenda(agendaInput.parse(input))),
    choice: medianMs(5, () => chooseIssues(issues, minutes)),
    why: medianMs(5, () => explainLeftOut(issues, minutes, last)),
  }
}
