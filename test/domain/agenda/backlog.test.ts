import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { type BacklogFacts, type BlockedTarget, scoreBacklog } from '../../../src/domain/agenda/backlog.ts'

const now = DateTime.fromISO('2024-06-24T09:00', { zone: 'Asia/Shanghai' })
const issue: BacklogFacts = {
  id: 70,
  no: 7,
  title: '口岸验收',
  taskNo: 6,
  severity: 3,
  minutes: 25,
  mandatory: false,
  carried: 0,
  raisedAt: now.toJSDate(),
  units: [
    { id: 1, name: '市商务局' },
    { id: 2, name: '武汉海关' },
  ],
  optional: [],
}
const target = (taskNo: number | null, value: string): BlockedTarget => ({
  target: {
    id: 1,
    taskNo,
    metric: '引进企业',
    value: '50',
    unit: '家',
    kind: 'flow',
    per: 'year',
    by: '2025-12-31',
    baseline: null,
  },
  measurements: [{ value, asOf: '2024-06-20' }],
})
const points = (facts: Partial<BacklogFacts>, targets: BlockedTarget[] = [], at = now) => {
  const [scored] = scoreBacklog([{ ...issue, ...facts }], targets, at)
  return Object.fromEntries(scored?.parts.map(({ name, points }) => [name, points]) ?? [])
}

describe('the backlog', () => {
  test('keeps what an agenda shows, and a score that is the sum of its parts', () => {
    const [scored] = scoreBacklog([issue], [], now)
    const { id, no, title, taskNo, minutes, units } = issue
    expect(scored).toMatchObject({ id, no, title, taskNo, minutes, units, mandatory: false })
    expect(scored?.score).toBe(scored?.parts.reduce((sum, part) => sum + part.points, 0))
  })

  test('counts the age in the plan’s days, not in hours', () => {
    const late = DateTime.fromISO('2024-06-17T23:59', { zone: 'Asia/Shanghai' })
    expect(points({ raisedAt: late.toJSDate() }).age).toBe(1)
    expect(points({ raisedAt: late.plus({ minutes: 1 }).toJSDate() }).age).toBe(0)
  })

  test('knows whether a target of its task is behind', () => {
    const kept = target(6, '40')
    const behind = target(6, '3')
    const [none, good, bad] = [points({}), points({}, [kept]), points({}, [kept, behind, kept])].map(
      (one) => one.target ?? 0,
    )
    expect(none).toBe(0)
    expect(good).toBeGreaterThan(0)
    expect(bad).toBeGreaterThan(good ?? 0)
    expect(points({ taskNo: null }, [target(null, '3'), behind]).target).toBe(0)
  })

  test('carried over twice, it is mandatory', () => {
    const mandatory = [0, 1, 2, 3].map((carried) => scoreBacklog([{ ...issue, carried }], [], now)[0]?.mandatory)
    expect(mandatory).toEqual([false, false, true, true])
    expect(scoreBacklog([{ ...issue, mandatory: true }], [], now)[0]?.mandatory).toBe(true)
  })
})
