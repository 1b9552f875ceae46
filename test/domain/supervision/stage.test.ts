import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src/domain/plan-settings.ts'
import { fairMoment } from '../../../src/domain/supervision/fair-moment.ts'
import { pausedFrom } from '../../../src/domain/supervision/paused-from.ts'
import { daysLate, nextLevel, stageOf } from '../../../src/domain/supervision/stage.ts'

const due = (dueOn: string, countFrom = dueOn) => ({ dueOn, countFrom })

describe('the stage of something owed', () => {
  it.each([
    ['before the first window', '2024-07-02', null],
    ['seven working days before', '2024-07-03', 'before-7'],
    ['within that window', '2024-07-10', 'before-7'],
    ['one working day before', '2024-07-11', 'before-1'],
    ['on the day', '2024-07-12', 'day'],
    ['on a day off after it', '2024-07-14', 'day'],
    ['one working day after', '2024-07-15', 'blue'],
    ['three after', '2024-07-17', 'blue'],
    ['four after', '2024-07-18', 'yellow'],
    ['eight after', '2024-07-24', 'yellow'],
    ['nine after', '2024-07-25', 'red'],
    ['long after', '2025-03-03', 'red'],
  ])('%s', (_, day, stage) => {
    expect(stageOf(due('2024-07-12'), defaultSettings, day)).toBe(stage)
  })

  it('counts by working days, holidays and make-up days included', () => {
    // 30 September 2024 is a working day, 1–7 October are holidays, Saturday 12 October is worked.
    expect(stageOf(due('2024-09-30'), defaultSettings, '2024-10-07')).toBe('day')
    expect(stageOf(due('2024-09-30'), defaultSettings, '2024-10-08')).toBe('blue')
    expect(stageOf(due('2024-09-30'), defaultSettings, '2024-10-11')).toBe('yellow')
    expect(daysLate(due('2024-09-30'), '2024-10-12')).toBe(5)
  })

  it('is told on the working day before, where the day itself is off', () => {
    expect(stageOf(due('2024-10-05'), defaultSettings, '2024-09-30')).toBe('day')
    expect(stageOf(due('2024-07-13'), defaultSettings, '2024-07-11')).toBe('before-1')
  })

  it('follows the plan’s settings', () => {
    const settings = { reminderDays: [10, 3], slipDays: { blue: 2, yellow: 3, red: 20 } }
    expect(stageOf(due('2024-07-12'), settings, '2024-06-28')).toBe('before-10')
    expect(stageOf(due('2024-07-12'), settings, '2024-07-09')).toBe('before-3')
    expect(stageOf(due('2024-07-12'), settings, '2024-07-15')).toBe('day')
    expect(stageOf(due('2024-07-12'), settings, '2024-07-17')).toBe('yellow')
    expect(stageOf(due('2024-07-12'), { ...settings, reminderDays: [] }, '2024-07-11')).toBe(null)
  })

  it('counts lateness from the end of a pause, and never floods on it', () => {
    const paused = due('2024-07-12', '2024-08-01')
    expect(stageOf(paused, defaultSettings, '2024-08-01')).toBe('day')
    expect(stageOf(paused, defaultSettings, '2024-08-02')).toBe('blue')
    expect(nextLevel(paused, defaultSettings, 'blue')).toEqual({ level: 'yellow', on: '2024-08-07' })
    expect(nextLevel(paused, defaultSettings, 'red')).toBe(null)
  })
})

describe('a pause', () => {
  const at = (iso: string) => ({ endedAt: new Date(iso) })
  const zone = 'Asia/Shanghai'
  it.each([
    ['never', [], { countFrom: '2024-07-12' }],
    ['ended before the day', [at('2024-06-30T10:00:00Z')], { countFrom: '2024-07-12' }],
    ['ended after it, by the plan’s clock', [at('2024-07-31T17:00:00Z')], { countFrom: '2024-08-01' }],
    ['twice', [at('2024-08-01T01:00:00Z'), at('2024-07-20T01:00:00Z')], { countFrom: '2024-08-01' }],
    ['standing', [at('2024-08-01T01:00:00Z'), { endedAt: null }], null],
  ])('%s', (_, pauses, expected) => {
    expect(pausedFrom('2024-07-12', pauses, zone)).toEqual(expected)
  })
})

describe('a fair hour', () => {
  it.each([
    ['now', '2024-07-12T10:15:00', '2024-07-12T10:15:00'],
    ['the morning, where it is early', '2024-07-12T06:00:00', '2024-07-12T09:00:00'],
    ['the next working day, at night', '2024-07-12T20:00:00', '2024-07-15T09:00:00'],
    ['after a holiday', '2024-10-03T11:00:00', '2024-10-08T09:00:00'],
  ])('is %s', (_, now, fair) => {
    const zone = 'Asia/Shanghai'
    expect(fairMoment(DateTime.fromISO(now, { zone })).toISO()).toBe(DateTime.fromISO(fair, { zone }).toISO())
  })
})
