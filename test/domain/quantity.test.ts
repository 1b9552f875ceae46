import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseChineseNumeral, spellChineseNumeral } from '../../src/domain/chinese-numeral.ts'
import { fromMillionths } from '../../src/domain/decimal.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { parseQuantity } from '../../src/domain/quantity.ts'

describe('quantities as people type them', () => {
  test.each([
    ['620亿', '亿元', '620'],
    ['620 亿元', '亿元', '620'],
    ['\uff16\uff12\uff10亿', '亿元', '620'],
    ['620', '亿元', '620'],
    ['6200000万元', '亿元', '620'],
    ['6,200,000 万元', '亿元', '620'],
    ['6200万', '亿元', '0.62'],
    ['62000000000元', '亿元', '620'],
    ['0.062万亿元', '亿元', '620'],
    ['六百二十亿元', '亿元', '620'],
    ['三百五十', '亿元', '350'],
    ['1.2万家', '家', '12000'],
    ['1.2万', '家', '12000'],
    ['1.2万家', '万家', '1.2'],
    ['12000家', '万家', '1.2'],
    ['5千万元', '万元', '5000'],
    ['一千', '家', '1000'],
    ['两百家', '家', '200'],
    ['1,000', '家', '1000'],
    ['\uff11\uff0c\uff10\uff10\uff10', '家', '1000'],
    ['35%', '%', '35'],
    ['35.5\uff05', '%', '35.5'],
    ['35', '%', '35'],
    ['5万千米', '千米', '50000'],
    ['3个百分点', '个百分点', '3'],
    ['0', '家', '0'],
    ['12', '', '12'],
    ['007.50', '亿元', '7.5'],
  ])('%s for %s is %s', (text, unit, value) => {
    expect(parseQuantity(text, unit)).toBe(value)
  })

  test.each([
    ['5家', '亿元'],
    ['5亿美元', '亿元'],
    ['35%', '家'],
    ['12个', '家'],
    ['五家', '亿元'],
    ['100万吨', '亿元'],
  ])('%s is no quantity in %s', (text, unit) => {
    expect(() => parseQuantity(text, unit)).toThrow(
      expect.objectContaining({ code: 'quantity.unit_mismatch', params: { given: text, expected: unit } }),
    )
  })

  test.each(['一千左右', '约620亿', '近一千', '十余家', '100多家', '1000家以上', '数百', '超620亿元', '~620'])(
    '%s is not exact',
    (text) => expect(() => parseQuantity(text, '家')).toThrow(expect.objectContaining({ code: 'quantity.not_exact' })),
  )

  test.each(['NaN', '1,00', '1.2.3', '12..', '家', '一千二', '.5', '9'.repeat(61)])('"%s" is no number', (text) =>
    expect(() => parseQuantity(text, '家')).toThrow(expect.objectContaining({ code: 'quantity.not_a_number' })),
  )

  test.each([
    ['1234567890123456789', '家', 'quantity.too_large'],
    ['1000000000000000000000', '家', 'quantity.too_large'],
    ['0.1234567', '家', 'quantity.too_precise'],
    ['3.1234567', '%', 'quantity.too_precise'],
    ['350元', '亿元', 'quantity.too_precise'],
    ['1e999', '家', 'quantity.exponent'],
    ['-5', '家', 'quantity.negative'],
    ['负五', '家', 'quantity.negative'],
    ['−5家', '家', 'quantity.negative'],
    ['NaN', '家', 'quantity.not_a_number'],
    ['-', '家', 'quantity.not_a_number'],
    [' ', '家', 'quantity.missing'],
  ])('%s of %s is refused with %s', (text, unit, code) => {
    expect(() => parseQuantity(text, unit)).toThrow(expect.objectContaining({ code }))
  })

  test('below nothing only where the target may be', () => {
    expect(parseQuantity('-3.5%', '%', true)).toBe('-3.5')
    expect(parseQuantity('负3.5%', '%', true)).toBe('-3.5')
    expect(parseQuantity('-0', '家')).toBe('0')
  })

  test('a number in the unit comes back as it is, at either scale', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (n) => {
        const value = fromMillionths(n)
        expect(parseQuantity(`${value}亿元`, '亿元')).toBe(value)
        expect(parseQuantity(`${n}00元`, '亿元')).toBe(value)
      }),
    )
  })

  test('whatever is typed: a decimal or a refusal', () => {
    const typed = fc.array(fc.constantFrom(...'0129.,-+e%亿万千十一二零约 家元\uff15'), { maxLength: 12 })
    fc.assert(
      fc.property(typed, fc.constantFrom('亿元', '家', '%', ''), (chars, unit) => {
        try {
          expect(parseQuantity(chars.join(''), unit)).toMatch(/^\d{1,18}(\.\d{1,6})?$/)
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('Chinese numerals', () => {
  test.each([
    ['零', 0n],
    ['十', 10n],
    ['一十五', 15n],
    ['三百五十', 350n],
    ['一千零二', 1002n],
    ['一万零五百', 10500n],
    ['两千', 2000n],
    ['一亿零三万', 100030000n],
    ['二〇二四', null],
    ['一千二', null],
    ['百', null],
    ['千万', null],
  ])('%s is %s', (text, value) => expect(parseChineseNumeral(text)).toBe(value))

  test('spelling and reading undo each other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (n) => {
        expect(parseChineseNumeral(spellChineseNumeral(n))).toBe(n)
      }),
      { numRuns: 1000 },
    )
  })
})
