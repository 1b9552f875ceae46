import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { defaultSettings, type PlanSettings, planSettings } from '../../src/domain/plan-settings.ts'
import { periodAt } from '../../src/domain/reporting-period.ts'
import { asksOtherwise, firstPeriodUnder, sameSettings } from '../../src/domain/settings-change.ts'
import { readSettings, settingsForm } from '../../src/domain/settings-form.ts'
import { parseSettingsWords } from '../../src/domain/settings-words.ts'

const form = settingsForm(defaultSettings)
const problemsOf = (change: Partial<typeof form>) => {
  const read = readSettings({ ...form, ...change })
  return 'problems' in read ? read.problems.map(({ field, error }) => `${field} ${error.code}`) : []
}
const settingsOf = (change: Partial<typeof form>) => {
  const read = readSettings({ ...form, ...change })
  if ('problems' in read) throw read.problems[0]?.error
  return read.settings
}

const anySettings = fc
  .record({
    cadence: fc.constantFrom('month' as const, 'quarter' as const, 'half_year' as const, 'year' as const),
    opens: fc.integer({ min: 0, max: 60 }),
    due: fc.integer({ min: 0, max: 60 }),
    reminders: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
    slips: fc.uniqueArray(fc.integer({ min: 1, max: 250 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ cadence, opens, due, reminders, slips }): PlanSettings => {
    const [blue = 1, yellow = 4, red = 9] = slips.toSorted((a, b) => a - b)
    return planSettings.parse({
      reporting: { cadence, opensDaysBefore: opens, dueWorkingDays: due },
      reminderDays: reminders.toSorted((a, b) => b - a),
      slipDays: { blue, yellow, red },
    })
  })

describe('the form of a plan’s settings', () => {
  it('gives back what it was filled with', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const read = readSettings(settingsForm(settings))
        expect(read).toEqual({ settings })
      }),
    )
  })

  it('says what is wrong at each field, and takes what is nearly right', () => {
    expect(problemsOf({ opens: '61', due: '', blue: '0' })).toEqual([
      'opens settings.days_wrong',
      'due settings.days_wrong',
      'blue settings.days_wrong',
    ])
    for (const value of ['-1', '1.5', '一周', '1e3', '9'.repeat(60), 'NaN'])
      expect(problemsOf({ due: value })).toEqual(['due settings.days_wrong'])
    expect(problemsOf({ cadence: '每周' })).toEqual(['cadence settings.cadence_unknown'])
    expect(problemsOf({ reminders: '9,7,5,3,1' })).toEqual(['reminders settings.reminders_many'])
    expect(problemsOf({ reminders: '0' })).toEqual(['reminders settings.days_wrong'])
    expect(problemsOf({ blue: '4' })).toEqual(['yellow settings.slip_order'])
    expect(problemsOf({ yellow: '9' })).toEqual(['red settings.slip_order'])
    expect(settingsOf({ due: '５个工作日', reminders: '1、7, 1' })).toMatchObject({
      reporting: { dueWorkingDays: 5 },
      reminderDays: [7, 1],
    })
    expect(settingsOf({ reminders: '无' }).reminderDays).toEqual([])
  })
})

describe('settings in words', () => {
  it('names what is to change, in either language', () => {
    expect(parseSettingsWords('')).toEqual({})
    expect(parseSettingsWords('周期 季度 截止 5 提醒 7,1')).toEqual({ cadence: '季度', due: '5', reminders: '7,1' })
    expect(parseSettingsWords('周期：每月')).toEqual({ cadence: '每月' })
    expect(parseSettingsWords('cadence quarter due 5 remind 7, 1 blue 1 yellow 4 red 9')).toEqual({
      ...{ cadence: 'quarter', due: '5', reminders: '7, 1', blue: '1', yellow: '4', red: '9' },
    })
    for (const words of ['什么', '改一下 周期 季度', 'x'.repeat(3000)])
      expect(() => parseSettingsWords(words)).toThrow('settings.words_unknown')
  })
})

describe('a change of settings', () => {
  const at = (day: string) => DateTime.fromISO(`${day}T09:00`, { zone: 'Asia/Shanghai' })
  const rule = (cadence: PlanSettings['reporting']['cadence']) => ({ ...defaultSettings.reporting, cadence })

  it('holds from the first period beside those that were asked for', () => {
    const kept = [periodAt(at('2024-06-24'))]
    expect(firstPeriodUnder(rule('quarter'), kept, at('2024-06-24'))).toMatchObject({ key: '2024Q3' })
    expect(firstPeriodUnder(rule('month'), kept, at('2024-07-05'))).toMatchObject({ key: '2024M07' })
    expect(firstPeriodUnder(rule('year'), kept, at('2024-06-24'))).toMatchObject({ key: '2025Y' })
    expect(firstPeriodUnder(rule('quarter'), [], at('2024-06-03'))).toMatchObject({ key: '2024Q2' })
    expect(firstPeriodUnder(rule('month'), [], at('2024-07-05'))).toMatchObject({ key: '2024M06' })
  })

  it('never lies over a period that is kept, and is not past', () => {
    const cadences = fc.constantFrom('month' as const, 'quarter' as const, 'half_year' as const, 'year' as const)
    fc.assert(
      fc.property(cadences, cadences, fc.integer({ min: 0, max: 900 }), (before, after, days) => {
        const now = at('2023-01-01').plus({ days })
        const kept = [periodAt(now, rule(before))]
        const first = firstPeriodUnder(rule(after), kept, now)
        expect(first.startsOn > (kept[0]?.endsOn ?? '') || first.endsOn < (kept[0]?.startsOn ?? '')).toBe(true)
        expect(first.dueOn >= now.toFormat('yyyy-MM-dd')).toBe(true)
      }),
    )
  })

  it('is told from none', () => {
    const other = planSettings.parse({ slipDays: { blue: 2, yellow: 4, red: 9 } })
    expect(sameSettings(defaultSettings, planSettings.parse({}))).toBe(true)
    expect(sameSettings(defaultSettings, other)).toBe(false)
    expect(asksOtherwise(defaultSettings, other)).toBe(false)
    expect(asksOtherwise(defaultSettings, { ...other, reporting: rule('month') })).toBe(true)
  })
})
