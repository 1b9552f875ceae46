import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePauseWords } from '../../../src/domain/supervision/pause-words.ts'
import {
  checkRemark,
  checkSlipReason,
  nextSlipState,
  parseSlipLabel,
  type SlipEvent,
  type SlipState,
  slipLabel,
  slipMay,
  slipStates,
} from '../../../src/domain/supervision/slip.ts'
import { slipTrail } from '../../../src/domain/supervision/slip-trail.ts'

const events: SlipEvent[] = ['approve', 'decline', 'sign', 'settle', 'withdraw']

describe('a slip', () => {
  it('goes only where it may, and refuses the rest', () => {
    const allowed = slipStates.flatMap((state) =>
      events.flatMap((event) =>
        slipMay(state, event) ? [`${state} ${event} ${nextSlipState('', state, event)}`] : [],
      ),
    )
    expect(allowed).toEqual([
      'proposed approve issued',
      'proposed decline declined',
      'proposed settle settled',
      'issued sign signed',
      'issued settle settled',
      'issued withdraw withdrawn',
      'signed settle settled',
      'signed withdraw withdrawn',
      'settled withdraw withdrawn',
    ])
    expect(() => nextSlipState('2024-031', 'withdrawn', 'sign')).toThrow('slip.not_possible')
  })

  it('is never signed for before it is issued, nor issued after it was declined', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 8 }), (life) => {
        let state: SlipState = 'proposed'
        const past: SlipState[] = [state]
        for (const event of life)
          if (slipMay(state, event)) {
            state = nextSlipState('', state, event)
            past.push(state)
          }
        if (past.includes('signed')) expect(past).toContain('issued')
        if (past.includes('declined')) expect(past).not.toContain('issued')
        expect(new Set(past).size).toBe(past.length)
      }),
    )
  })

  it.each([
    ['2024-031', { year: 2024, no: 31, rest: '' }],
    ['第 2024-31 号', { year: 2024, no: 31, rest: '' }],
    ['第2024－031号：数据正在核对', { year: 2024, no: 31, rest: '数据正在核对' }],
    ['2024年第31号 因故', { year: 2024, no: 31, rest: '因故' }],
    ['2024-1234 2024-07-18 前报送', { year: 2024, no: 1234, rest: '2024-07-18 前报送' }],
  ])('is named as %s', (typed, expected) => {
    expect(parseSlipLabel(typed)).toEqual(expected)
  })

  it.each(['', '31', '说明', '2024', '2024-12345678'])('is not named by “%s”', (typed) => {
    expect(() => parseSlipLabel(typed)).toThrow('slip.number_missing')
  })

  it('has a number that reads back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 999_999 }), (year, no) => {
        expect(parseSlipLabel(slipLabel({ year, no }))).toEqual({ year, no, rest: '' })
      }),
    )
    expect(slipLabel({ year: null, no: null })).toBe('')
  })

  it('is signed and withdrawn with a line of at most 500 characters', () => {
    expect(checkRemark('  核对中 ')).toBe('核对中')
    expect(checkRemark('字'.repeat(500))).toHaveLength(500)
    expect(() => checkRemark(' ')).toThrow('slip.remark_missing')
    expect(() => checkRemark('字'.repeat(501))).toThrow('slip.remark_too_long')
    expect(() => checkSlipReason('')).toThrow('slip.reason_missing')
    expect(() => checkSlipReason('字'.repeat(501))).toThrow('slip.reason_too_long')
  })

  it('tells what led to it in the order of time, each stage once with how many people', () => {
    const trail = slipTrail({
      dueOn: '2024-07-12',
      reminders: [
        { stage: 'before-7', day: '2024-07-03' },
        { stage: 'before-7', day: '2024-07-03' },
        { stage: 'day', day: '2024-07-12' },
      ],
      others: [
        { kind: 'filed', day: '2024-07-16', no: 5, version: 1 },
        { kind: 'issued', day: '2024-07-15', level: 'blue', slip: '2024-031' },
      ],
    })
    expect(trail.map((line) => `${line.day} ${line.kind}`)).toEqual([
      '2024-07-03 reminded',
      '2024-07-12 reminded',
      '2024-07-12 due',
      '2024-07-15 issued',
      '2024-07-16 filed',
    ])
    expect(trail[0]).toMatchObject({ people: 2 })
  })
})

describe('the words of a pause', () => {
  it.each([
    ['6 等待批复', { taskNo: 6, period: null, reason: '等待批复' }],
    ['任务６：等待批复', { taskNo: 6, period: null, reason: '等待批复' }],
    ['6号', { taskNo: 6, period: null, reason: '' }],
    ['2024H2 统一部署', { taskNo: null, period: '2024H2', reason: '统一部署' }],
    ['2024年下半年 统一部署', { taskNo: null, period: '2024年下半年', reason: '统一部署' }],
    ['2024Q3', { taskNo: null, period: '2024Q3', reason: '' }],
  ])('%s', (typed, expected) => {
    expect(parsePauseWords(typed)).toEqual(expected)
  })

  it('are refused where they name nothing, or too much', () => {
    expect(() => parsePauseWords('')).toThrow('pause.words_unknown')
    expect(() => parsePauseWords('等待批复')).toThrow('pause.words_unknown')
    expect(() => parsePauseWords(`6 ${'字'.repeat(301)}`)).toThrow('pause.reason_too_long')
  })
})
