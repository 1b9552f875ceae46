import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SIMILAR_FROM, SIMILAR_SHOWN, similarIssues, titleLikeness } from '../../src/domain/similar-issues.ts'

const titles = [
  '花山港一类口岸验收进度滞后',
  '减免税系统接口数据口径不一致',
  '中欧班列加密东盟干线',
  '花山港口岸验收时间表未定',
  '口岸验收',
  '花山港一类口岸验收何时完成',
].map((title, index) => ({ id: index, title }))

test('the most alike come first, at most three, the unlike not at all', () => {
  expect(similarIssues('花山港一类口岸验收', titles).map(({ id }) => id)).toEqual([0, 5, 4])
  expect(similarIssues('减免税 系统接口:口径', titles).map(({ id }) => id)).toEqual([1])
  expect(similarIssues('外汇便利化', titles)).toEqual([])
})

test('likeness is between 0 and 1, symmetric, and 1 of the same text whatever its width, case and punctuation', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
      const likeness = titleLikeness(a, b)
      expect(likeness).toBeGreaterThanOrEqual(0)
      expect(likeness).toBeLessThanOrEqual(1)
      expect(titleLikeness(b, a)).toBe(likeness)
    }),
  )
  expect(titleLikeness('ERP联网申报', ' \uff25rp,联网,申报。')).toBe(1)
  expect([titleLikeness('', ''), titleLikeness('港', '港'), titleLikeness('港', '港口')]).toEqual([0, 1, 0])
})

test('never more than are shown, and none below the threshold', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom(...'港口岸验收'), maxLength: 6 })), (many) => {
      const similar = similarIssues(
        '口岸验收',
        many.map((title) => ({ title })),
      )
      expect(similar.length).toBeLessThanOrEqual(SIMILAR_SHOWN)
      for (const { title } of similar) expect(titleLikeness('口岸验收', title)).toBeGreaterThanOrEqual(SIMILAR_FROM)
    }),
  )
})
