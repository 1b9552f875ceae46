import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseIssueWords } from '../../src/domain/issue-words.ts'

it('reads the marked words in any order and leaves the title', () => {
  const expected = {
    title: '花山港验收标准不一',
    taskNo: 12,
    units: ['市交通运输局', '武汉海关'],
    minutes: 20,
    severity: 3,
    details: '两部门口径不同',
  }
  expect(
    parseIssueWords('任务12 花山港验收标准不一 需:市交通运输局、武汉海关 20分钟 严重 详情:两部门口径不同'),
  ).toEqual(expected)
  expect(parseIssueWords('严重 20分钟 花山港验收标准不一 任务12 需:市交通运输局,武汉海关 详情:两部门口径不同')).toEqual(
    expected,
  )
})

it('reads English too, and takes defaults', () => {
  expect(parseIssueWords('port acceptance stuck needs:武汉海关 urgent')).toEqual({
    title: 'port acceptance stuck',
    taskNo: null,
    units: ['武汉海关'],
    minutes: 15,
    severity: 4,
    details: '',
  })
})

it('reads marked words with blanks inside them', () => {
  const expected = {
    title: 'cold chain queue',
    taskNo: 12,
    units: ['市商务局', '武汉海关'],
    minutes: 20,
    severity: 3,
    details: '',
  }
  expect(parseIssueWords('task 12 cold chain queue needs: 市商务局, 武汉海关 20 minutes serious')).toEqual(expected)
  expect(parseIssueWords('任务 １２ cold chain queue 需： 市商务局 、武汉海关 ２０ 分钟 严重')).toEqual(expected)
  expect(parseIssueWords('Cut the queue to 20 per day').title).toBe('Cut the queue to 20 per day')
})

it('never fails, and loses no word of a title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseIssueWords(text).title.length).toBeLessThanOrEqual(text.length)
    }),
  )
  fc.assert(
    fc.property(fc.array(fc.constantFrom('港口', '验收', '标准', '不一'), { minLength: 1 }), (words) => {
      expect(parseIssueWords(words.join(' ')).title).toBe(words.join(' '))
    }),
  )
})
