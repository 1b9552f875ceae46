import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseSeriesWords } from '../../../src/domain/meeting/series-words.ts'

const thursday = { everyMonths: 1, month: 1, ordinal: 2, weekday: 4, hour: 15, minute: 0 }
const tuesday = { everyMonths: 3, month: 1, ordinal: 3, weekday: 2, hour: 15, minute: 0 }

describe('a series in one line', () => {
  test.each([
    ['每月第二个周四 15:00 120分钟 地点：市政府3号会议室', thursday, { minutes: 120, place: '市政府3号会议室' }],
    ['每月第２个星期四１５：００　１２０分钟', thursday, { minutes: 120 }],
    ['每季度第三个周二下午3点 2小时', tuesday, { minutes: 120 }],
    ['monthly 2nd Thu 15:00 120', thursday, { minutes: 120 }],
    ['quarterly third Tuesday 3pm', tuesday, {}],
    ['every quarter on the third Tuesday of the last month at 3:30 pm', { ...tuesday, month: 3, minute: 30 }, {}],
    ['每季度末月第三个周二', { ...tuesday, month: 3 }, {}],
    ['每季度第2个月第三个周二', { ...tuesday, month: 2 }, {}],
    ['每季度最后一个周二', { ...tuesday, month: 3, ordinal: 'last' }, {}],
    ['每双月第二个周四', { ...thursday, everyMonths: 2, month: 2 }, {}],
    ['每两个月（单月）第二个周四', { ...thursday, everyMonths: 2 }, {}],
    ['每年3月第二个周四上午9点半', { ...thursday, everyMonths: 12, month: 3, hour: 9, minute: 30 }, {}],
    ['every year in March on the second Thursday', { ...thursday, everyMonths: 12, month: 3 }, {}],
    ['每半年最后一个周四', { ...thursday, everyMonths: 6, month: 6, ordinal: 'last' }, {}],
  ])('%s', (text, rule, settings) => {
    expect(parseSeriesWords(text)).toEqual({ rule, settings })
  })

  it('takes its settings by their labels', () => {
    const text =
      '每月第二个周四 链接：<https://meet.example/a?call:1|会议> 频道：<#C0MEETING|联席会议> 召集人：<@U0CONVENER|convener> 征集：１２个工作日 草案：4天，提醒：0'
    expect(parseSeriesWords(text).settings).toEqual({
      place: 'https://meet.example/a?call:1',
      channel: 'C0MEETING',
      convener: 'U0CONVENER',
      callDays: 12,
      draftDays: 4,
      reminderDays: 0,
    })
    expect(parseSeriesWords('monthly last Fri place: Room 3 call: 5 days').settings).toEqual({
      place: 'Room 3',
      callDays: 5,
    })
  })

  test.each([
    ['', 'series.every_missing'],
    ['第二个周四 15:00', 'series.every_missing'],
    ['每月 15:00', 'series.day_missing'],
    ['每月第五个周四', 'series.words_unknown'],
    ['每月第二个周四 每月', 'series.words_unknown'],
    ['每月第二个周四 25:00', 'agenda.no_such_time'],
    ['每月第3个月第二个周四', 'series.month_beyond'],
    ['每季度8月第二个周四', 'series.month_beyond'],
    ['每月第二个周四 召集人：张三', 'meeting.setting_unknown'],
    ['每月第二个周四 征集：很多', 'meeting.setting_unknown'],
  ])('refuses “%s” with %s', (text, code) => {
    expect(() => parseSeriesWords(text)).toThrow(expect.objectContaining({ code }))
  })

  it('comes to an end with anything typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        try {
          parseSeriesWords(`每月${text}`)
        } catch (error) {
          expect(error).toMatchObject({ name: 'DomainError' })
        }
      }),
    )
  })
})
