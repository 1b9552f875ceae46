import { expect, test } from 'vitest'
import { repeatEarlier } from '../../src/domain/unchanged-reports.ts'

const earlier = (startsOn: string, summary: string, pair = 'a') =>
  ({ pair, startsOn, periodKey: startsOn.slice(0, 4), version: 1, status: 'done', percent: 100, summary }) as const
const claim = (startsOn: string, pair = 'a') => ({ pair, startsOn, item: `${pair}/${startsOn}` })

test('each claim repeats the newest earlier report of its own unit and task, never a later one', () => {
  const known = [
    earlier('2023-01-01', '早'),
    earlier('2023-07-01', '近'),
    earlier('2024-07-01', '后'),
    earlier('2023-07-01', '别', 'b'),
  ]
  const found = repeatEarlier([claim('2024-01-01'), claim('2024-01-01', 'c')], known)
  expect(found.map(({ item, from }) => [item, from?.summary ?? null])).toEqual([
    ['a/2024-01-01', '近'],
    ['c/2024-01-01', null],
  ])
})

test('what is repeated for one period is repeated for the next', () => {
  const found = repeatEarlier([claim('2024-01-01'), claim('2023-07-01')], [earlier('2023-01-01', '早')])
  expect(found.map(({ item, from }) => [item, from?.summary])).toEqual([
    ['a/2023-07-01', '早'],
    ['a/2024-01-01', '早'],
  ])
})
