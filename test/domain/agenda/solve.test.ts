import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgendaInput, agendaInput } from '../../../src/domain/agenda/agenda-input.ts'
import { solveAgenda } from '../../../src/domain/agenda/solve.ts'
import instances from '../../support/agenda-instances.json' with { type: 'json' }

const solve = (input: AgendaInput) => solveAgenda(agendaInput.parse(input))

const input: AgendaInput = {
  minutes: 60,
  units: [
    { id: 'customs', delegates: 2 },
    { id: 'trade', delegates: 1 },
    { id: 'science', delegates: 1 },
  ],
  issues: [
    { id: 7, score: 41, minutes: 20, units: ['customs', 'trade'] },
    { id: 12, score: 30, minutes: 15, units: ['science'] },
    { id: 3, score: 20, minutes: 10, units: ['customs'] },
    { id: 9, score: 10, minutes: 15, units: ['trade', 'science'] },
    { id: 15, score: 9, minutes: 25, units: ['trade'] },
  ],
}
const fixed = (constraints: AgendaInput['constraints']) => solve({ ...input, constraints })

describe('an agenda', () => {
  test('what is chosen, when it comes, who waits, what is left out', () => {
    expect(solve(input)).toEqual({
      order: [3, 7, 9, 12],
      start: [0, 10, 30, 45],
      selected: [3, 7, 9, 12],
      leftOut: [{ id: 15, why: 'no_room', missingMinutes: 25 }],
      waiting: 0,
      waitingByScore: 65,
      minutesUsed: 60,
      overrun: 0,
      proved: true,
      choiceProved: true,
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    })
    expect(solve({ ...input, mode: 'score' })).toMatchObject({ order: [7, 12, 3, 9], waiting: 65 })
  })

  test('what is fixed is kept', () => {
    expect(fixed({ first: 7 }).order[0]).toBe(7)
    expect(fixed({ last: 7 }).order.at(-1)).toBe(7)
    expect(fixed({ first: [12, 3] }).order.slice(0, 2)).toEqual([12, 3])
    expect(fixed({ last: [3, 12] }).order.slice(-2)).toEqual([3, 12])
    const { order } = fixed({
      before: [
        [12, 9],
        [9, 7],
      ],
    })
    expect(order.indexOf(12) < order.indexOf(9) && order.indexOf(9) < order.indexOf(7)).toBe(true)
    const late = fixed({ windows: [{ unit: 'customs', from: 30 }] })
    expect([3, 7].every((id) => (late.start[late.order.indexOf(id)] ?? 0) >= 30)).toBe(true)
    const early = fixed({ windows: [{ unit: 'science', until: 30 }] })
    expect(new Set(early.order.slice(0, 2))).toEqual(new Set([9, 12]))
    const byScore = solve({
      ...input,
      mode: 'score',
      constraints: { first: 3, windows: [{ unit: 'science', from: 30 }] },
    })
    expect(byScore.order).toEqual([3, 7, 12, 9])
  })

  test('what is fixed first is chosen', () => {
    expect(fixed({ first: 15 }).order[0]).toBe(15)
  })

  test('rules that cannot be kept are refused', () => {
    const contradictions: AgendaInput['constraints'][] = [
      {
        before: [
          [7, 9],
          [9, 7],
        ],
      },
      { first: 7, before: [[9, 7]] },
      { windows: [{ unit: 'customs', until: 20 }] },
    ]
    for (const constraints of contradictions) {
      expect(() => fixed(constraints)).toThrow(expect.objectContaining({ code: 'agenda.no_order' }))
    }
  })

  test('a rule about an issue that is not chosen is void', () => {
    expect(
      fixed({
        before: [
          [15, 7],
          [7, 15],
        ],
      }).order,
    ).toEqual(solve(input).order)
  })

  test('an empty agenda is one', () => {
    expect(solve({ minutes: 60, units: [], issues: [] })).toMatchObject({ order: [], waiting: 0, proved: true })
  })

  test.each(instances)('$name by way of the input', ({ durations, costs, attendance, optimum, proved }) => {
    const agenda = solve({
      minutes: durations.reduce((sum, minutes) => sum + minutes, 0),
      units: costs.map((delegates, unit) => ({ id: `u${unit}`, delegates })),
      issues: durations.map((minutes, at) => ({
        id: at,
        score: 1,
        minutes,
        units: costs.flatMap((_, unit) => (attendance[unit]?.[at] ? [`u${unit}`] : [])),
      })),
    })
    expect(agenda.order).toHaveLength(durations.length)
    expect(agenda.waiting).toBeLessThanOrEqual(proved ? optimum : optimum * 1.005)
    if (proved) expect(agenda.waiting).toBe(optimum)
  })

  test('the same input gives the same agenda to the byte, in whatever order its lists come', () => {
    const ids = input.issues.map(({ id }) => id)
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 5 }), fc.boolean(), (order, turn) => {
        const issues = order.flatMap((id) => input.issues.filter((one) => one.id === id))
        const units = turn ? input.units.toReversed() : input.units
        expect(JSON.stringify(solve({ ...input, issues, units }))).toBe(JSON.stringify(solve(input)))
      }),
    )
    expect(solve({ ...input, minutes: 61 }).hash).not.toBe(solve(input).hash)
    expect(fixed({ first: 7 }).hash).not.toBe(solve(input).hash)
  })

  test('two runs of the search are equal', () => {
    const long: AgendaInput = {
      minutes: 600,
      units: Array.from({ length: 12 }, (_, id) => ({ id, delegates: 1 + (id % 3) })),
      issues: Array.from({ length: 30 }, (_, id) => ({
        id,
        score: (id * 7) % 41,
        minutes: 5 + 5 * (id % 4),
        units: [id % 12, (id * 5 + 2) % 12, (id * id + Math.floor(id / 12)) % 12],
      })),
    }
    const agenda = solve(long)
    expect(agenda.proved).toBe(false)
    expect(agenda.waiting).toBeLessThan(agenda.waitingByScore)
    expect(JSON.stringify(solve(long))).toBe(JSON.stringify(agenda))
  })
})

describe('what is no input', () => {
  const paths = (wrong: unknown) => agendaInput.safeParse(wrong).error?.issues.map((issue) => issue.path.join('.'))

  test.each([
    [{ ...input, minutes: 0 }, 'minutes'],
    [{ ...input, mode: 'luck' }, 'mode'],
    [{ ...input, units: [...input.units, { id: 'trade', delegates: 1 }] }, 'units'],
    [{ ...input, issues: [...input.issues, { id: '7', score: 1, minutes: 5, units: [] }] }, 'issues'],
    [{ ...input, issues: [{ id: 1, score: 1, minutes: 5, units: ['nobody'] }] }, 'issues.0.units'],
    [{ ...input, issues: [{ id: 1, score: 1.5, minutes: 5, units: [] }] }, 'issues.0.score'],
    [{ ...input, constraints: { first: 99 } }, 'constraints.first'],
    [{ ...input, constraints: { before: [[7, 99]] } }, 'constraints.before'],
    [{ ...input, constraints: { windows: [{ unit: 'nobody' }] } }, 'constraints.windows.0.unit'],
    [{ ...input, constraints: { frist: 7 } }, 'constraints'],
  ])('is refused with its place (%#)', (wrong, path) => {
    expect(paths(wrong)).toEqual([path])
  })
})
