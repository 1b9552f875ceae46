import { expect, it } from 'vitest'
import { comesTo } from '../../../src/domain/meeting/presence.ts'

const item = { startMinute: 60, minutes: 30 }
const answer = (
  reply: 'attend' | 'deputy' | 'cannot' | null,
  fromMinute: number | null,
  untilMinute: number | null,
) => ({
  reply,
  fromMinute,
  untilMinute,
})

it('a unit that has not answered, comes or sends a deputy is there', () => {
  for (const reply of [null, 'attend', 'deputy'] as const) expect(comesTo(answer(reply, null, null), item)).toBe(true)
})

it('a unit that comes for part of the meeting is there where its hours hold the whole item', () => {
  expect(comesTo(answer('cannot', 60, null), item)).toBe(true)
  expect(comesTo(answer('cannot', 61, null), item)).toBe(false)
  expect(comesTo(answer('cannot', null, 90), item)).toBe(true)
  expect(comesTo(answer('cannot', null, 89), item)).toBe(false)
  expect(comesTo(answer('cannot', 30, 120), item)).toBe(true)
  expect(comesTo(answer('cannot', null, null), item)).toBe(false)
})
