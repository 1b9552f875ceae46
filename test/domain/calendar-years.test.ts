import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, calendarIsPublished, isWorkingDay } from '../../src/domain/calendar.ts'
import { defaultSettings } from '../../src/domain/plan-settings.ts'
import { parsePeriod } from '../../src/domain/reporting-period.ts'
import { nextDigest, nextWorkingDay } from '../../src/schedule/jobs.ts'

/**
 * The holiday arrangements as the General Office of the State Council published them, read from the notices and not from
 * the package the product uses: 国办发明电〔2022〕16号, 〔2023〕7号, 〔2024〕12号 and the notice of 4 November 2025. Days off from–to, then the
 * weekend days that are worked.
 */
const notices: Record<number, { off: [string, string][]; worked: string[] }> = {
  2023: {
    off: [
      ['01-01', '01-02'],
      ['01-21', '01-27'],
      ['04-05', '04-05'],
      ['04-29', '05-03'],
      ['06-22', '06-24'],
      ['09-29', '10-06'],
    ],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  2024: {
    off: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
}
const years = Object.keys(notices).map(Number)
const at = (day: string, time = '12:00') => DateTime.fromISO(`${day}T${time}`, { zone: 'Asia/Shanghai' })
const iso = (date: DateTime) => date.toFormat('yyyy-MM-dd')
const daysOf = (year: number) =>
  Array.from({ length: at(`${year}-01-01`).daysInYear ?? 0 }, (_, index) => at(`${year}-01-01`).plus({ days: index }))

function works(date: DateTime): boolean {
  const { off, worked } = notices[date.year] ?? { off: [], worked: [] }
  const day = date.toFormat('MM-dd')
  return worked.includes(day) || (date.weekday <= 5 && !off.some(([from, to]) => from <= day && day <= to))
}

/** Counts on its own, day by day, by the notices. */
function countOn(date: DateTime, count: number): DateTime {
  let day = date
  for (let left = Math.abs(count); left > 0; left -= works(day) ? 1 : 0) day = day.plus({ days: Math.sign(count) })
  return day
}

describe.each(years)('%i, day by day against its notice', (year) => {
  test('working days, make-up weekends included', () => {
    expect(calendarIsPublished(year)).toBe(true)
    for (const day of daysOf(year)) expect(`${iso(day)} ${isWorkingDay(day)}`).toBe(`${iso(day)} ${works(day)}`)
  })

  test('the days of every stage of supervision around every possible deadline', () => {
    const { slipDays, reminderDays } = defaultSettings
    const counts = [...reminderDays.map((days) => -days), slipDays.blue, slipDays.yellow, slipDays.red]
    for (const day of daysOf(year)) {
      // Counting into a year whose arrangement is not here would compare nothing.
      if (day.month === 12 && year === years.at(-1)) continue
      if (day.month === 1 && year === years[0]) continue
      for (const count of counts) {
        expect(`${iso(day)} ${iso(addWorkingDays(day, count))}`).toBe(`${iso(day)} ${iso(countOn(day, count))}`)
      }
    }
  })

  test('weekly digests on the first working day of a week, and daily work on each working day', () => {
    const until = at(`${year}-12-20`)
    for (let slot = nextDigest(at(`${year}-01-10`)); slot < until; slot = nextDigest(slot)) {
      expect(works(slot)).toBe(true)
      const earlier = Array.from({ length: slot.weekday - 1 }, (_, back) => slot.minus({ days: back + 1 }))
      expect(earlier.filter(works).map(iso)).toEqual([])
    }
    const daily: string[] = []
    for (let slot: DateTime = at(`${year}-01-01`, '00:00'); ; ) {
      slot = nextWorkingDay(slot, { hour: 9, minute: 0 })
      if (slot.year > year) break
      daily.push(iso(slot))
    }
    expect(daily).toEqual(daysOf(year).filter(works).map(iso))
  })
})

test.each([
  ['2023H1', '2023-07-14'],
  ['2023H2', '2024-01-15'],
  ['2024H1', '2024-07-12'],
  ['2024H2', '2025-01-15'],
  ['2025H1', '2025-07-14'],
  ['2025H2', '2026-01-15'],
  ['2026H1', '2026-07-14'],
])('reports of %s are due on %s, ten working days after its end', (key, due) => {
  const { dueOn, endsOn } = parsePeriod(key)
  expect(dueOn).toBe(due)
  expect(iso(countOn(at(endsOn), 10))).toBe(due)
})
