import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { parseDueWords } from '../../../src/domain/action/due-words.ts'
import { addWorkingDays, isWorkingDay } from '../../../src/domain/calendar.ts'
import { spellChineseNumeral } from '../../../src/domain/chinese-numeral.ts'

const day = (iso: string) => DateTime.fromISO(iso, { zone: 'Asia/Shanghai' })
const monday = day('2024-06-24T16:30')
const refusal = (words: string) => {
  try {
    return parseDueWords(words, monday)
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('due words', () => {
  it.each([
    ['10个工作日', '2024-07-08'],
    ['１０个工作日内', '2024-07-08'],
    ['十个工作日之内完成', '2024-07-08'],
    ['10 working days', '2024-07-08'],
    ['within ten working days', '2024-07-08'],
    ['两周', '2024-07-08'],
    ['2个星期内', '2024-07-08'],
    ['two weeks', '2024-07-08'],
    ['3天', '2024-06-27'],
    ['一个月', '2024-07-24'],
    ['半个月内', '2024-07-09'],
    ['半年', '2024-12-24'],
    ['7月31日', '2024-07-31'],
    ['7月31号前', '2024-07-31'],
    ['七月三十一日', '2024-07-31'],
    ['2024-07-31', '2024-07-31'],
    ['2024年7月31日前完成', '2024-07-31'],
    ['by 31 July', '2024-07-31'],
    ['July 31st', '2024-07-31'],
    ['31 Jul 2025', '2025-07-31'],
    ['月底', '2024-06-30'],
    ['7月底前', '2024-07-31'],
    ['by the end of July', '2024-07-31'],
    ['下月底', '2024-07-31'],
    ['年底', '2024-12-31'],
    ['今天', '2024-06-24'],
    ['本周五', '2024-06-28'],
    ['下周三', '2024-07-03'],
    ['next Friday', '2024-07-05'],
    ['1月15日', '2025-01-15'],
    ['明年3月1日', '2025-03-01'],
  ])('%s is %s on 24 June 2024', (words, due) => {
    expect(parseDueWords(words, monday)).toBe(due)
  })

  it.each([
    ['', 'action.due_missing'],
    ['尽快', 'action.due_unknown'],
    ['2月30日', 'action.due_unknown'],
    ['0个工作日', 'action.due_unknown'],
    ['长'.repeat(100), 'action.due_unknown'],
    ['6月20日', 'action.due_passed'],
    ['2024-06-23', 'action.due_passed'],
    ['周日前3天', 'action.due_unknown'],
    ['2027-06-25', 'action.due_too_far'],
    ['4年', 'action.due_too_far'],
    ['9999个工作日', 'action.due_too_far'],
  ])('%s is refused: %s', (words, code) => {
    expect(refusal(words)).toBe(code)
  })

  it('counts working days by the calendar with its make-up days', () => {
    // National Day 2024: 1 to 7 October off, 29 September and 12 October worked.
    expect(parseDueWords('3个工作日', day('2024-09-28'))).toBe('2024-10-08')
    expect(parseDueWords('5个工作日', day('2024-10-07'))).toBe('2024-10-12')
    // A span that ends on a holiday goes on to the next working day; a day that is named stands.
    expect(parseDueWords('一周', day('2024-09-25'))).toBe('2024-10-08')
    expect(parseDueWords('10月2日', day('2024-09-25'))).toBe('2024-10-02')
  })

  it('reads any number of working days alike in digits and in Chinese, and gives a working day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 700 }), (count, ahead) => {
        const today = monday.plus({ days: ahead })
        const due = parseDueWords(`${count}个工作日`, today)
        expect(due).toBe(addWorkingDays(today, count).toFormat('yyyy-MM-dd'))
        expect(isWorkingDay(day(due))).toBe(true)
        expect(parseDueWords(`${spellChineseNumeral(BigInt(count))}个工作日`, today)).toBe(due)
        expect(parseDueWords(`${count} working days`, today)).toBe(due)
      }),
      { numRuns: 50 },
    )
  })

  it('reads back every day of the next three years', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1094 }), (ahead) => {
        const due = monday.plus({ days: ahead })
        const iso = due.toFormat('yyyy-MM-dd')
        for (const format of ['yyyy-MM-dd', 'yyyy/M/d', 'yyyy年M月d日', 'yyyyMMdd', 'd LLLL yyyy', 'LLL d, yyyy'])
          expect(parseDueWords(due.setLocale('en').toFormat(format), monday)).toBe(iso)
      }),
      { numRuns: 100 },
    )
  })
})
