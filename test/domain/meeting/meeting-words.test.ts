import { describe, expect, it, test } from 'vitest'
import { settleSettings } from '../../../src/domain/meeting/meeting-settings.ts'
import { parseMeetingWords, takeNumber } from '../../../src/domain/meeting/meeting-words.ts'

describe('a meeting in one line', () => {
  it('has a day, a time, a length and labelled settings', () => {
    expect(parseMeetingWords('２０２４-０７-１１ 15:00 120 地点：市政府３号会议室，提醒：2')).toEqual({
      day: { year: 2024, month: 7, day: 11 },
      time: { hour: 15, minute: 0 },
      settings: { minutes: 120, place: '市政府３号会议室，提醒：2'.slice(0, 8), reminderDays: 2 },
    })
    expect(parseMeetingWords('地点：5号')).toEqual({ day: null, time: null, settings: { place: '5号' } })
  })

  it('has no order of items', () => {
    const refused = () => parseMeetingWords('2024-07-11 按重要程度')
    expect(refused).toThrow(expect.objectContaining({ code: 'meeting.words_unknown' }))
  })

  test.each([
    ['3 2024-07-12 15:00', 3, '2024-07-12 15:00'],
    ['第3次7月12日', 3, '7月12日'],
    ['＃３，7月12日', 3, '7月12日'],
    ['例会1 提醒：2', 1, '提醒：2'],
    ['系列 12', 12, ''],
  ])('takes the number off “%s”', (text, no, rest) => {
    expect(takeNumber(text)).toEqual({ no, rest })
  })

  test.each(['', '2024-07-12 15:00', '7月12日', '15:00', '下次'])('finds no number in “%s”', (text) => {
    expect(() => takeNumber(text)).toThrow(expect.objectContaining({ code: 'meeting.number_missing' }))
  })
})

describe('settings', () => {
  const usual = { minutes: 120, place: '', channel: null, convener: 'UC', callDays: 10, draftDays: 3, reminderDays: 1 }

  it('may turn each message off, and keep their order', () => {
    expect(settleSettings(usual, { callDays: 0, draftDays: 0, reminderDays: 0 })).toMatchObject({ callDays: 0 })
    expect(settleSettings(usual, { callDays: 30, draftDays: 29, place: ' 3号\n会议室 ' })).toMatchObject({
      place: '3号 会议室',
    })
    for (const wish of [{ callDays: 3 }, { callDays: -1 }, { draftDays: 1.5 }, { reminderDays: 31 }, { minutes: 481 }])
      expect(() => settleSettings(usual, wish)).toThrow()
  })
})
