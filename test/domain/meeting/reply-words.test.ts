import { describe, expect, it } from 'vitest'
import { checkReply, parseReply, plainReply } from '../../../src/domain/meeting/reply-words.ts'

const meeting = { startsAt: '15:00', minutes: 120 }

describe('an answer in words', () => {
  it.each([
    ['参加', plainReply('attend')],
    ['attend', plainReply('attend')],
    ['委派 张三', { ...plainReply('deputy'), deputy: '张三' }],
    ['deputy Zhang San', { ...plainReply('deputy'), deputy: 'Zhang San' }],
    ['不能参加 出差', { ...plainReply('cannot'), remark: '出差' }],
    ['15：30以后 另有会议', { ...plainReply('cannot'), from: '15:30', remark: '另有会议' }],
    ['until 16:00', { ...plainReply('cannot'), until: '16:00' }],
    ['也许', null],
    ['', null],
  ])('%s', (words, wish) => {
    expect(parseReply(words)).toEqual(wish)
  })
})

describe('an answer that is stored', () => {
  it('counts times from the start', () => {
    const wish = { ...plainReply('cannot'), from: '15:30', until: '16:45' }
    expect(checkReply(wish, meeting)).toMatchObject({ reply: 'cannot', fromMinute: 30, untilMinute: 105 })
  })

  it.each([
    [{ ...plainReply('deputy'), deputy: '  ' }, 'attendance.deputy_missing'],
    [{ ...plainReply('deputy'), deputy: '张'.repeat(51) }, 'attendance.too_long'],
    [{ ...plainReply('cannot'), remark: '忙'.repeat(201) }, 'attendance.too_long'],
    [{ ...plainReply('cannot'), from: '14:00' }, 'attendance.time_outside'],
    [{ ...plainReply('cannot'), until: '17:00' }, 'attendance.time_outside'],
    [{ ...plainReply('cannot'), from: '25:00' }, 'attendance.time_outside'],
  ])('refuses %j', (wish, code) => {
    expect(() => checkReply(wish, meeting)).toThrow(expect.objectContaining({ code }))
  })

  it('takes texts as long as its limits', () => {
    expect(checkReply({ ...plainReply('deputy'), deputy: '张'.repeat(50) }, meeting).deputy).toHaveLength(50)
    expect(checkReply({ ...plainReply('cannot'), remark: '忙'.repeat(200) }, meeting).remark).toHaveLength(200)
  })
})
