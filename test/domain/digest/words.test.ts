import { describe, expect, it } from 'vitest'
import { parsePreviewWords, parseSubscribeWords } from '../../../src/domain/digest/words.ts'

const today = '2024-07-20'

describe('a preview is asked for by', () => {
  it.each([
    ['', 'weekly', null],
    ['preview', 'weekly', null],
    ['预览', 'weekly', null],
    ['monthly', 'monthly', null],
    ['月报 6月24日', 'monthly', '2024-06-24'],
    ['半年报2024-07-15', 'half_yearly', '2024-07-15'],
    ['half-yearly 2024-07-15', 'half_yearly', '2024-07-15'],
    ['Half Yearly 20240715', 'half_yearly', '2024-07-15'],
    ['preview weekly 2024-06-30', 'weekly', '2024-06-30'],
    ['周报 昨天', 'weekly', '2024-07-19'],
    ['２０２４-０６-３０', 'weekly', '2024-06-30'],
    ['today', 'weekly', '2024-07-20'],
  ])('“%s”', (words, cadence, day) => {
    expect(parsePreviewWords(words, today)).toEqual({ cadence, day })
  })

  it('no other words, no day to come, and no day that is none', () => {
    expect(parsePreviewWords('whatever', today)).toBeNull()
    const refused = (words: string, error: object) =>
      expect(() => parsePreviewWords(words, today)).toThrow(expect.objectContaining(error))
    refused('monthly 2024-07-21', { code: 'digest.day_in_future', params: { day: '2024-07-21' } })
    refused('monthly 2024-02-30', { code: 'digest.day_not_understood' })
    refused(`monthly ${'x'.repeat(500)}`, { code: 'digest.day_not_understood', params: { given: 'x'.repeat(40) } })
  })
})

describe('a subscription is asked for by', () => {
  it('its cadence, channel, language, parts and approval in any order', () => {
    expect(parseSubscribeWords('weekly <#C0LEADING|领导小组> en targets,issues approval')).toEqual({
      cadence: 'weekly',
      channel: 'C0LEADING',
      language: 'en',
      sections: ['targets', 'issues'],
      approval: true,
    })
    expect(parseSubscribeWords('指标、问题 中文 半年报')).toEqual({
      cadence: 'half_yearly',
      channel: null,
      language: 'zh-CN',
      sections: ['targets', 'issues'],
      approval: false,
    })
  })

  it.each(['targets', 'weekly nonsense', '每天', 'weekly @somebody'])('not “%s”', (words) => {
    expect(() => parseSubscribeWords(words)).toThrow(expect.objectContaining({ code: 'digest.subscribe_words' }))
  })
})
