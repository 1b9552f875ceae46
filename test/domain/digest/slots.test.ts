import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter } from '../../../src/domain/calendar.ts'
import { digestCadences, latestDigestSlot, nextDigestSlot } from '../../../src/domain/digest/slots.ts'
import { digestPeriod } from '../../../src/domain/digest-composition.ts'
import { defaultSettings } from '../../../src/domain/plan-settings.ts'
import { isLate, parsePeriod } from '../../../src/domain/reporting-period.ts'

const zone = 'Asia/Shanghai'
const rule = defaultSettings.reporting
const at = (iso: string) => DateTime.fromISO(iso, { zone })

describe('the weekly digest is due', () => {
  it.each([
    ['a week after the first working day, when that has just begun', '2024-06-24T09:00:00', '2024-07-01T09:00:00'],
    ['this morning, before nine', '2024-06-24T08:59:59', '2024-06-24T09:00:00'],
    ['next Monday, from a weekend', '2024-06-29T12:00:00', '2024-07-01T09:00:00'],
    ['on Tuesday, where Monday is 端午节', '2024-06-09T12:00:00', '2024-06-11T09:00:00'],
    ['on a make-up Sunday, where the week before it is 春节', '2024-02-10T12:00:00', '2024-02-18T09:00:00'],
    ['on Tuesday after 国庆节', '2024-09-30T09:00:00', '2024-10-08T09:00:00'],
  ])('%s', (_, after, due) => {
    expect(nextDigestSlot('weekly', at(after), rule).toISO()).toBe(at(due).toISO())
  })

  it('at nine by the plan’s own clock, across a change of summer time', () => {
    const next = nextDigestSlot('weekly', DateTime.fromISO('2024-03-28T12:00:00', { zone: 'Europe/Berlin' }), rule)
    expect(next.toISO()).toBe('2024-04-01T09:00:00.000+02:00')
  })
})

describe('other digests are due', () => {
  it.each([
    ['monthly', '2024-06-24T09:00:00', '2024-07-01T09:00:00'],
    ['monthly', '2024-09-02T09:00:00', '2024-10-08T09:00:00'],
    ['monthly', '2024-12-02T09:00:00', '2025-01-02T09:00:00'],
    ['half_yearly', '2024-06-24T09:00:00', '2024-07-15T09:00:00'],
    ['half_yearly', '2024-07-15T09:00:00', '2025-01-16T09:00:00'],
  ] as const)('%s after %s: %s', (cadence, after, due) => {
    expect(nextDigestSlot(cadence, at(after), rule).toISO()).toBe(at(due).toISO())
  })

  it('half-yearly the working day after reports are due, so that it speaks of the half-year that is over', () => {
    for (let year = 2023; year <= 2026; year++) {
      for (const half of ['H1', 'H2']) {
        const period = parsePeriod(`${year}${half}`)
        const slot = nextDigestSlot('half_yearly', at(period.endsOn), rule)
        expect(slot.toFormat('yyyy-MM-dd')).toBe(addWorkingDays(at(period.dueOn), 1).toFormat('yyyy-MM-dd'))
        expect(isLate(period, slot)).toBe(true)
        expect(digestPeriod(slot, rule).key).toBe(period.key)
      }
    }
  })
})

describe('a slot', () => {
  const instant = fc
    .integer({ min: at('2023-01-01').toMillis(), max: at('2026-12-31').toMillis() })
    .map((ms) => DateTime.fromMillis(ms, { zone }))

  it('is a working day at nine, after the instant, and the first such', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...digestCadences), (after, cadence) => {
        const slot = nextDigestSlot(cadence, after, rule)
        expect(slot > after && isWorkingDay(slot) && slot.hour === 9 && slot.minute === 0).toBe(true)
        // Nothing lies between: from just before it, it is still the next.
        expect(nextDigestSlot(cadence, slot.minus(1), rule).toMillis()).toBe(slot.toMillis())
        if (cadence === 'monthly') {
          expect(slot.hasSame(workingDayOnOrAfter(slot.startOf('month')), 'day')).toBe(true)
        }
      }),
    )
  })

  it('missed in downtime is caught up by the latest, and none is passed over', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 200 }), (from, days) => {
        const due = nextDigestSlot('weekly', from, rule)
        const now = due.plus({ days })
        const { slot, next, missed } = latestDigestSlot('weekly', due, now, rule)
        expect(slot <= now && next > now).toBe(true)
        let counted = 0
        for (let one = due; one < slot; one = nextDigestSlot('weekly', one, rule)) counted += 1
        expect(missed).toBe(counted)
      }),
    )
  })
})
