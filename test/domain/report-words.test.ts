import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { parseReportWords } from '../../src/domain/report-words.ts'

const report = { taskNo: 6, percent: 80, status: 'on_track', summary: '已签约12家', periodKey: null }

describe('a report in one line', () => {
  test.each([
    '6 80% 达进度 已签约12家',
    '达进度 80% 6 已签约12家',
    '80% 任务6 达进度 已签约12家',
    '任务6,80%,达进度,已签约12家',
    '#6 on track 80% 已签约12家',
    'task 6 on_track 80% 已签约12家',
    '6 百分之80 正常 已签约12家',
    '\uff16\u3000\uff18\uff10\uff05\u3000达进度\uff0c已签约12家',
    '6 已签约12家 80% 达进度',
    '6 已签约12家 达进度 80%',
    '  6   80 %  达进度:已签约12家  ',
  ])('%s', (text) => expect(parseReportWords(text)).toEqual(report))

  test('the percent may be left out, a period may be named', () => {
    expect(parseReportWords('6 欠进度 设备未到')).toMatchObject({
      percent: null,
      status: 'behind',
      summary: '设备未到',
    })
    expect(parseReportWords('6 2024上半年 80% 达进度 已签约12家')).toEqual({ ...report, periodKey: '2024H1' })
    expect(parseReportWords('2023H2 6 done 全部验收')).toMatchObject({ periodKey: '2023H2', status: 'done' })
  })

  test('each word counts once: what follows belongs to the summary, as it was typed', () => {
    expect(parseReportWords('6 达进度 已完成投资 80%,见 #12\n下月验收').summary).toBe('已完成投资 80%,见 #12\n下月验收')
    expect(parseReportWords('6 80% 达进度 12 家签约').summary).toBe('12 家签约')
    expect(parseReportWords('6 80% 已完成 已完成设备采购')).toMatchObject({ status: 'done', summary: '已完成设备采购' })
    expect(parseReportWords('6 80% 已完成设备采购 欠进度')).toMatchObject({
      status: 'behind',
      summary: '已完成设备采购',
    })
  })

  test.each([
    ['', 'report.task_missing'],
    ['80% 达进度 已签约', 'report.task_missing'],
    ['12家 达进度 已签约', 'report.task_missing'],
    ['6 80% 已签约12家', 'report.status_missing'],
    ['6 80% 达进度', 'report.summary_missing'],
    ['6 120% 达进度 已签约', 'report.percent_out_of_range'],
    ['6 -5% 达进度 已签约', 'report.percent_out_of_range'],
    [`6 达进度 ${'长'.repeat(2001)}`, 'report.summary_too_long'],
  ])('"%s" is refused', (text, code) => {
    expect(() => parseReportWords(text)).toThrow(expect.objectContaining({ code }))
  })

  test('the words before the summary may stand in any order', () => {
    const words = fc.shuffledSubarray(['任务6', '80%', '达进度', '2024上半年'], { minLength: 4 })
    fc.assert(
      fc.property(words, fc.constantFrom(' ', ' ', ',', ';', '\u3000'), (order, gap) => {
        expect(parseReportWords([...order, '已签约12家'].join(gap))).toEqual({ ...report, periodKey: '2024H1' })
      }),
    )
  })

  test('whatever is typed: a report within bounds or a refusal', () => {
    const piece = fc.constantFrom(
      '6',
      '任务',
      '#',
      '80%',
      '达进度',
      '已完成',
      '2024H1',
      ' ',
      ',',
      '家',
      '\n',
      'on',
      'track',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          expect(parseReportWords(pieces.join('')).summary).not.toBe('')
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
