import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillDateFormat } from '../../../src/sandbox/page/slack-date.ts'
import { en } from '../../../src/sandbox/page/words-en.ts'
import { zh } from '../../../src/sandbox/page/words-zh.ts'
import { nextWorkdayMorning } from '../../../src/sandbox/page/working-day.ts'
import { instantOf, wallTime } from '../../../src/sandbox/page/zone.ts'

const at = (iso: string) => Date.parse(iso)

describe('wall time of the workspace', () => {
  it('is eight hours ahead of UTC', () => {
    expect(wallTime(at('2024-06-24T16:30:00Z'))).toBe('2024-06-25T00:30')
    expect(instantOf('2024-06-25T00:30')).toBe(at('2024-06-24T16:30:00Z'))
    expect(instantOf('soon')).toBeNull()
    expect(instantOf('2024-13-45T00:00')).toBeNull()
  })

  it('goes there and back', () => {
    const from = at('2000-01-01T00:00:00Z') / 60_000
    fc.assert(
      fc.property(fc.integer({ min: from, max: from + 50_000_000 }), (minute) => {
        expect(instantOf(wallTime(minute * 60_000))).toBe(minute * 60_000)
      }),
    )
  })
})

describe('the next working day', () => {
  it.each([
    ['2024-06-24T10:00:00+08:00', '2024-06-25T09:00:00+08:00'],
    ['2024-06-28T18:00:00+08:00', '2024-07-01T09:00:00+08:00'],
    ['2024-09-30T18:00:00+08:00', '2024-10-08T09:00:00+08:00'],
    ['2024-10-11T18:00:00+08:00', '2024-10-12T09:00:00+08:00'],
  ])('after %s is %s', (now, expected) => {
    expect(nextWorkdayMorning(at(now))).toEqual({ at: at(expected), approximate: false })
  })

  it('says when the calendar of that year is not known', () => {
    expect(nextWorkdayMorning(at('2040-06-01T10:00:00+08:00')).approximate).toBe(true)
  })
})

describe("Slack's dates", () => {
  const speech = { locale: 'en-US', words: en, now: at('2024-06-24T10:00:00+08:00') }
  const chinese = { ...speech, locale: 'zh-CN', words: zh }

  it('are said in the reader’s language', () => {
    const moment = at('2024-07-12T15:05:00+08:00')
    expect(fillDateFormat('{date_num} {time}', moment, speech)).toMatch(/^2024-07-12 3:05\sPM$/)
    expect(fillDateFormat('{date_short}', moment, speech)).toBe('Jul 12, 2024')
    expect(fillDateFormat('{date} {time}', moment, chinese)).toBe('2024年7月12日 15:05')
    expect(fillDateFormat('by {unheard_of}', moment, speech)).toBe('by {unheard_of}')
  })

  it('call near days by their names', () => {
    expect(fillDateFormat('{date_pretty}', at('2024-06-25T00:10:00+08:00'), chinese)).toBe('明天')
    expect(fillDateFormat('{date_short_pretty}', at('2024-06-24T23:50:00+08:00'), speech)).toBe('today')
    expect(fillDateFormat('{ago}', at('2024-06-24T08:00:00+08:00'), speech)).toBe('2 hours ago')
  })
})
