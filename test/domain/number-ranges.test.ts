import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberRanges } from '../../src/domain/number-ranges.ts'

it('three or more in a row become a range', () => {
  expect(numberRanges([])).toEqual([])
  expect(numberRanges([22, 1, 5, 6, 7, 11, 16, 17, 20, 21])).toEqual(['1', '5–7', '11', '16', '17', '20–22'])
})

it('no number is lost or made up', () => {
  const written = (parts: string[]) =>
    parts.flatMap((part) => {
      const [from = 0, to = from] = part.split('–').map(Number)
      return Array.from({ length: to - from + 1 }, (_, at) => from + at)
    })
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (numbers) => {
      expect(written(numberRanges(numbers))).toEqual(numbers.toSorted((a, b) => a - b))
    }),
  )
})
