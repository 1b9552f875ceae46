import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { checkPlausible } from '../../src/domain/target-plausibility.ts'
import { matchTargets, splitMeasurementWords } from '../../src/domain/target-words.ts'

describe('a measurement in one line', () => {
  it.each([
    ['进口额 620亿 2024-06', '进口额', '620亿', '2024-06'],
    ['进口额 620亿', '进口额', '620亿', ''],
    ['进口额 620 亿元 2024-06', '进口额', '620 亿元', '2024-06'],
    ['进口额:620亿 2024年6月', '进口额', '620亿', '2024年6月'],
    ['进口额=620亿', '进口额', '620亿', ''],
    ['进口额620亿 2024-06', '进口额', '620亿', '2024-06'],
    ['进口额 620亿 2024-06', '进口额', '620亿', '2024-06'],
    ['进口额 2024-06 620亿', '进口额', '620亿', '2024-06'],
    ['进口额 620亿 2024年 6月', '进口额', '620亿', '2024年6月'],
    ['进口额 620亿 2024 上半年', '进口额', '620亿', '2024上半年'],
    ['任务 6 620亿', '任务6', '620亿', ''],
    ['6 620亿', '6', '620亿', ''],
    ['task 6 17家 today', 'task6', '17家', 'today'],
    ['新开口企业 17 家 今天', '新开口企业', '17 家', '今天'],
    ['引进企业 5 家 2024', '引进企业', '5 家', '2024'],
    ['import volume 620亿 2024H1', 'import volume', '620亿', '2024H1'],
    ['引进世界500强企业 5家', '引进世界500强企业', '5家', ''],
    ['进口额 一千左右', '进口额', '一千左右', ''],
    ['进口额 1e999', '进口额', '1e999', ''],
    ['进口额 -5', '进口额', '-5', ''],
    ['进口额 很多', '进口额', '很多', ''],
    ['进口额 620亿 下周', '进口额', '620亿', '下周'],
  ])('%s', (text, metric, value, day) => {
    expect(splitMeasurementWords(text)).toEqual({ metric, value, day })
  })

  it.each(['', '进口额', '620亿', '进口额 2024-06', '今天'])('%j lacks the metric or the value', (text) => {
    expect(() => splitMeasurementWords(text)).toThrow(expect.objectContaining({ code: 'target.words_missing' }))
  })

  it('does not guess which of two numbers is the value', () => {
    expect(() => splitMeasurementWords('进口额 620亿 630亿')).toThrow(
      expect.objectContaining({ code: 'target.two_values', params: { first: '620亿', second: '630亿' } }),
    )
  })

  it('refuses in words, whatever is typed', () => {
    const part = fc.constantFrom('进口额', '620', '亿', ' ', '2024-06', '任务', '6', ':', '家', '约', '今天', '-')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part, { maxLength: 9 }).map((all) => all.join('')),
        ),
        (text) => {
          try {
            const { metric, value } = splitMeasurementWords(text)
            expect(metric !== '' && value !== '').toBe(true)
          } catch (error) {
            if (!(error instanceof DomainError)) throw error
          }
        },
      ),
    )
  })
})

describe('which target is meant', () => {
  const targets = [
    { metric: '年进口贸易量', taskNo: null },
    { metric: '具有进出口实绩企业', taskNo: null },
    { metric: '引进进出口额5亿元以上外贸企业', taskNo: 1 },
    { metric: '新增海关高级认证(AEO)企业', taskNo: 1 },
    { metric: '帮扶新开口企业', taskNo: 2 },
  ]
  const meant = (given: string) =>
    matchTargets(given, targets).map(({ metric }) => targets.findIndex((one) => one.metric === metric))

  it.each([
    ['进口额', [0]],
    ['年进口贸易量', [0]],
    ['进口贸易', [0]],
    ['武汉市年进口贸易量', [0]],
    ['aeo', [3]],
    ['AEO 企业', [3]],
    ['新开口企业', [4]],
    ['进出口实绩', [1]],
    ['任务2', [4]],
    ['2', [4]],
    ['任务1', [2, 3]],
    ['企业', [1, 2, 3, 4]],
    ['进出口', [1, 2]],
    ['游客人数', []],
    ['任务9', []],
    ['…', []],
  ])('%s', (given, expected) => {
    expect(meant(given)).toEqual(expected)
  })
})

describe('a plausible value', () => {
  const target = { metric: '新开口企业', value: '50', unit: '家', baseline: null }
  it('is not a thousand times what is asked for', () => {
    expect(checkPlausible('50000', target)).toBe('50000')
    expect(() => checkPlausible('62000000000', target)).toThrow(expect.objectContaining({ code: 'target.implausible' }))
  })
  it('can be anything where nothing is asked for', () => {
    expect(checkPlausible('12', { ...target, value: '0' })).toBe('12')
    expect(checkPlausible('999999999999999999', { ...target, value: '999999999999999999' })).toBe('999999999999999999')
  })
})
