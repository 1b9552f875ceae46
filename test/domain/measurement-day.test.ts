import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { looksLikeDay, parseMeasurementDay } from '../../src/domain/measurement-day.ts'

const today = '2024-06-24'

describe('the day of a measurement', () => {
  it.each([
    ['', '2024-06-24'],
    ['今天', '2024-06-24'],
    ['today', '2024-06-24'],
    ['昨天', '2024-06-23'],
    ['2024-06-24', '2024-06-24'],
    ['2024/6/3', '2024-06-03'],
    ['2024.06.03', '2024-06-03'],
    ['20240603', '2024-06-03'],
    ['2024年6月3日', '2024-06-03'],
    ['6月3日', '2024-06-03'],
    ['2024-05', '2024-05-31'],
    ['2024年2月', '2024-02-29'],
    ['2023年2月底', '2023-02-28'],
    ['1-5月', '2024-05-31'],
    ['2024年1—5月', '2024-05-31'],
    ['2024年一季度', '2024-03-31'],
    ['2024Q1', '2024-03-31'],
    ['2023年第4季度', '2023-12-31'],
    ['2023下半年', '2023-12-31'],
    ['2023H2', '2023-12-31'],
    ['2022年', '2022-12-31'],
    ['2022年底', '2022-12-31'],
  ])('%s is %s', (text, day) => {
    expect(parseMeasurementDay(text, today)).toEqual({ day, periodEnd: null })
  })

  it.each([
    ['2024-06', '2024-06-30'],
    ['6月', '2024-06-30'],
    ['1-6月', '2024-06-30'],
    ['2024上半年', '2024-06-30'],
    ['上半年', '2024-06-30'],
    ['二季度', '2024-06-30'],
    ['2024年', '2024-12-31'],
  ])('%s has begun but ends on %s, so it counts as of today', (text, periodEnd) => {
    expect(parseMeasurementDay(text, today)).toEqual({ day: today, periodEnd })
  })

  it('a period counts to its last day once that has come', () => {
    expect(parseMeasurementDay('2024-06', '2024-06-30')).toEqual({ day: '2024-06-30', periodEnd: null })
  })

  it.each(['2024-06-30', '2024-07', '下半年', '2025', '2024-06-25', '12月31日'])('%s lies ahead', (text) => {
    expect(() => parseMeasurementDay(text, today)).toThrow(
      expect.objectContaining({
        code: 'target.day_in_future',
        params: expect.objectContaining({ given: text, today }),
      }),
    )
  })

  it.each(['2024-02-30', '2023年2月29日', '2024-13', '下周', '去年', '3-5月', '24-06', '1e3'])(
    '%s is no day',
    (text) => {
      expect(() => parseMeasurementDay(text, today)).toThrow(
        expect.objectContaining({ code: 'target.day_not_understood', params: { given: text } }),
      )
    },
  )

  it('never gives a day after today, and refuses in no other way', () => {
    const part = fc.constantFrom(
      '2024',
      '2023',
      '年',
      '-',
      '6',
      '12',
      '月',
      '30',
      '日',
      '上半年',
      'Q',
      '2',
      '季度',
      '/',
      '底',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 20 }),
          fc.array(part, { maxLength: 6 }).map((all) => all.join('')),
        ),
        (text) => {
          try {
            const { day, periodEnd } = parseMeasurementDay(text, today)
            expect(day).toMatch(/^\d{4}-\d\d-\d\d$/)
            expect(day <= today).toBe(true)
            if (periodEnd) expect(periodEnd > today && day === today).toBe(true)
          } catch (error) {
            if (!(error instanceof DomainError)) throw error
          }
        },
      ),
    )
  })

  it('tells days from values', () => {
    expect(['2024-06', '6月', '今天', '2024年', '2024.06', '上半年'].map(looksLikeDay)).not.toContain(false)
    expect(['620亿', '2024', '6.30', '17家', '350', '进口额', ''].map(looksLikeDay)).not.toContain(true)
  })
})
