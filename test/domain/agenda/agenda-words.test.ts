import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { agendaModes, formatAgendaWords, parseAgendaWords } from '../../../src/domain/agenda/agenda-words.ts'
import { DomainError } from '../../../src/domain/errors.ts'

const day = (month: number, date: number, year: number | null = null) => ({ year, month, day: date })
const time = (hour: number, minute = 0) => ({ hour, minute })
const nothing = { day: null, time: null, minutes: null, mode: null }

describe('the words of a meeting', () => {
  test.each([
    ['2024-07-02 15:00 120', { day: day(7, 2, 2024), time: time(15), minutes: 120 }],
    ['2024-07-02T15:00', { day: day(7, 2, 2024), time: time(15) }],
    ['2024/7/2', { day: day(7, 2, 2024) }],
    ['2024年7月2日(周二)15:00–17:00', { day: day(7, 2, 2024), time: time(15), minutes: 120 }],
    ['7月2日 15:00', { day: day(7, 2), time: time(15) }],
    ['7月2日15:00', { day: day(7, 2), time: time(15) }],
    ['7月2号周二下午3点半 90分钟', { day: day(7, 2), time: time(15, 30), minutes: 90 }],
    ['7月2日9时30分 2小时', { day: day(7, 2), time: time(9, 30), minutes: 120 }],
    ['7月2日上午9点到11点半', { day: day(7, 2), time: time(9), minutes: 150 }],
    ['7月2日下午2点到4点', { day: day(7, 2), time: time(14), minutes: 120 }],
    ['7月2日上午11点至下午1点', { day: day(7, 2), time: time(11), minutes: 120 }],
    ['7月2日 9:00至10:45', { day: day(7, 2), time: time(9), minutes: 105 }],
    ['7月2日下午3点 2小时', { day: day(7, 2), time: time(15), minutes: 120 }],
    ['7月2日,下午3点,1.5小时', { day: day(7, 2), time: time(15), minutes: 90 }],
    ['7月2日 15：00 １２０', { day: day(7, 2), time: time(15), minutes: 120 }],
    ['2024-07-02 3pm 2h', { day: day(7, 2, 2024), time: time(15), minutes: 120 }],
    ['2024-07-02 12am 90 min', { day: day(7, 2, 2024), time: time(0), minutes: 90 }],
    ['120 2024-07-02 15:00', { day: day(7, 2, 2024), time: time(15), minutes: 120 }],
    ['明天 9点', { day: { inDays: 1 }, time: time(9) }],
    ['Tomorrow 15:00 60', { day: { inDays: 1 }, time: time(15), minutes: 60 }],
    ['后天', { day: { inDays: 2 } }],
    ['15:00', { time: time(15) }],
    ['90', { minutes: 90 }],
    ['按重要程度', { mode: 'score' }],
    ['7月2日 15:00 120 按等候最少', { day: day(7, 2), time: time(15), minutes: 120, mode: 'waiting' }],
    ['2024-07-02 15:00 60 score', { day: day(7, 2, 2024), time: time(15), minutes: 60, mode: 'score' }],
  ])('%s', (text, expected) => {
    expect(parseAgendaWords(text)).toEqual({ ...nothing, ...expected })
  })

  test.each([
    'hello',
    '开会',
    '7月2日 15:00 120 90',
    '7月2日 7月3日',
    '明天 7月3日',
    '15:00 16:00',
    '2024-07-02 15:00 120 ,x',
    '-90',
  ])('what makes no sense is refused, never guessed: %s', (text) => {
    expect(() => parseAgendaWords(text)).toThrow('agenda.words_unknown')
  })

  test.each(['25:00', '15:60', '下午3点99分'])('there is no such time as %s', (text) => {
    expect(() => parseAgendaWords(text)).toThrow('agenda.no_such_time')
  })

  test('whatever is typed is read or refused with a reason', () => {
    const word = fc.constantFrom(
      '7月2日',
      '2024-07-02',
      '15:00',
      '120',
      '下午',
      '3',
      '点',
      '小时',
      '-',
      ' ',
      '周二',
      '按',
      '重要',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join('')),
        ),
        (text) => {
          try {
            parseAgendaWords(text)
          } catch (error) {
            expect(error).toBeInstanceOf(DomainError)
          }
        },
      ),
    )
  })

  test('what a button carries reads back', () => {
    const minute = fc.integer({ min: 0, max: 366 * 24 * 60 })
    const length = fc.integer({ min: 15, max: 480 })
    fc.assert(
      fc.property(minute, length, fc.constantFrom(...agendaModes), (offset, minutes, mode) => {
        const start = DateTime.fromISO('2024-01-01', { zone: 'Asia/Shanghai' }).plus({ minutes: offset })
        expect(parseAgendaWords(formatAgendaWords(start.toISO() ?? '', minutes, mode))).toEqual({
          day: day(start.month, start.day, start.year),
          time: time(start.hour, start.minute),
          minutes,
          mode,
        })
      }),
    )
  })
})
