import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, signedAmount } from '../../src/i18n/amounts.ts'

describe('amounts', () => {
  test.each([
    ['1000', '亿元', '1,000亿元', 'RMB 100 billion (1,000亿元)'],
    ['361', '亿元', '361亿元', 'RMB 36.1 billion (361亿元)'],
    ['-12.5', '亿元', '−12.5亿元', '−RMB 1.25 billion (−12.5亿元)'],
    ['5200', '万元', '5,200万元', 'RMB 52 million (5,200万元)'],
    ['3', '亿美元', '3亿美元', 'US$ 0.3 billion (3亿美元)'],
    ['800', '元', '800元', 'RMB 800'],
    ['1', '家', '1家', '1 company'],
    ['17', '家', '17家', '17 companies'],
    ['12', '万吨', '12万吨', '120,000 tonnes (12万吨)'],
    ['12', '个', '12个', '12'],
    ['3.5', '%', '3.5%', '3.5%'],
    ['4', '处', '4处', '4 处'],
  ])('%s %s as each language counts it', (value, unit, chinese, english) => {
    expect(amount('zh-CN', value, unit)).toBe(chinese)
    expect(amount('en', value, unit)).toBe(english)
  })

  test('a difference carries its sign', () => {
    expect(signedAmount('en', '12.9', '亿元')).toBe('+RMB 1.29 billion (12.9亿元)')
    expect(signedAmount('zh-CN', '12.9', '亿元')).toBe('+12.9亿元')
    expect(signedAmount('en', '-7', '家')).toBe('−7 companies')
  })

  test('whatever English converts, the plan’s own number stands beside it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.constantFrom('亿元', '万元', '万吨'),
        (n, unit) => {
          expect(amount('en', String(n), unit)).toContain(`(${amount('zh-CN', String(n), unit)})`)
        },
      ),
    )
  })
})
