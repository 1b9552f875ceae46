import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDecimals,
  compareDecimals,
  formatDecimal,
  fromMillionths,
  normalizeDecimal,
  percentOf,
  roundDecimal,
  scaleDecimal,
  subtractDecimals,
  sumDecimals,
  toMillionths,
} from '../../src/domain/decimal.ts'

const millionths = fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n })
const decimal = millionths.map(fromMillionths)

describe('exact decimals', () => {
  test('text and millionths are the same number', () => {
    fc.assert(
      fc.property(millionths, (n) => {
        expect(toMillionths(fromMillionths(n))).toBe(n)
      }),
    )
  })

  test('what floats cannot', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(addDecimals('999999999999999999', '-0.000001')).toBe('999999999999999998.999999')
    expect(subtractDecimals('17', '24')).toBe('-7')
    expect(sumDecimals([])).toBe('0')
    expect(sumDecimals(['1.5', '2.25', '-0.75'])).toBe('3')
  })

  test.each(['', ' 1', '1e3', '+1', '.5', '1.', 'NaN', 'Infinity', '1234567890123456789', '0.1234567', '\uff11'])(
    'refuses "%s"',
    (text) => expect(() => toMillionths(text)).toThrow(expect.objectContaining({ code: 'quantity.not_a_number' })),
  )

  test('the canonical form has no zeros to spare', () => {
    expect(['007.50', '-0', '0.000000', '1000', '-0.5000000000'].map(normalizeDecimal)).toEqual([
      '7.5',
      '0',
      '0',
      '1000',
      '-0.5',
    ])
  })

  test('adding and subtracting undo each other, and comparing agrees with subtracting', () => {
    fc.assert(
      fc.property(
        decimal.filter((d) => d.length < 20),
        decimal.filter((d) => d.length < 20),
        (a, b) => {
          expect(subtractDecimals(addDecimals(a, b), b)).toBe(a)
          expect(compareDecimals(a, b)).toBe(Math.sign(Number(toMillionths(subtractDecimals(a, b)))))
        },
      ),
    )
  })

  test('scaling rounds once, halves away from zero', () => {
    expect(scaleDecimal('850', 152, 366)).toBe('353.005464')
    expect(scaleDecimal('0.000001', 1, 2)).toBe('0.000001')
    expect(scaleDecimal('-0.000001', 1, 2)).toBe('-0.000001')
    expect(scaleDecimal('0.000001', 1, 3)).toBe('0')
    expect(['24.043716', '-0.5', '2.4'].map((d) => roundDecimal(d, 0))).toEqual(['24', '-1', '2'])
    expect(roundDecimal('24.043716', 1)).toBe('24')
  })

  test('whole percent', () => {
    expect(percentOf('17', '24')).toBe(71)
    expect(percentOf('-1', '-8')).toBe(13)
    expect(percentOf('1', '0')).toBeNull()
  })

  test('for people: grouped, short, a true minus', () => {
    expect(['1234567.50', '-1000', '999', '0.10', '0'].map(formatDecimal)).toEqual([
      '1,234,567.5',
      '−1,000',
      '999',
      '0.1',
      '0',
    ])
  })
})
