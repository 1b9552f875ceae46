import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CONSULTATION_LIMITS,
  checkAnswer,
  checkProposal,
  isEnded,
  isUndecided,
  stateOf,
} from '../../../src/domain/consultation/consultation.ts'
import { parseConsultationWords } from '../../../src/domain/consultation/consultation-words.ts'

const answers = fc.array(fc.constantFrom(true, false, null), { maxLength: 8 })

describe('a consultation', () => {
  it('is agreed when all agree, and objected to as soon as one objects', () => {
    expect(stateOf([null, null])).toBe('asked')
    expect(stateOf([true, null])).toBe('asked')
    expect(stateOf([true, true])).toBe('agreed')
    expect(stateOf([false, null])).toBe('objected')
    expect(stateOf([true, false])).toBe('objected')
  })

  it('of nobody is not agreed by itself', () => {
    expect(stateOf([])).toBe('asked')
  })

  it('stands the same in whatever order its units answer', () => {
    fc.assert(
      fc.property(answers, answers, (some, others) => {
        expect(stateOf([...some, ...others])).toBe(stateOf([...others, ...some]))
      }),
    )
  })

  it('is brought to agreement or objection by the last answer, never back to asked', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), (all) => {
        expect(stateOf(all)).toBe(all.includes(false) ? 'objected' : 'agreed')
      }),
    )
  })

  it('is ended once settled or dropped, and only then', () => {
    const ended = (['asked', 'agreed', 'objected', 'settled', 'dropped'] as const).filter(isEnded)
    expect(ended).toEqual(['settled', 'dropped'])
  })

  it('is of an issue that is not decided yet', () => {
    const states = ['open', 'scheduled', 'decided', 'in_action', 'closed', 'withdrawn'] as const
    expect(states.filter(isUndecided)).toEqual(['open', 'scheduled'])
  })
})

describe('what is typed for a consultation', () => {
  const { proposal: proposalMax, remark: remarkMax } = CONSULTATION_LIMITS

  it('is trimmed, the proposal with its lines, a remark on one line', () => {
    expect(checkProposal(' 一、统一口径\n二、月底切换 \n')).toBe('一、统一口径\n二、月底切换')
    expect(checkAnswer({ agrees: false, remark: ' 口径\n不一 ' })).toEqual({ agrees: false, remark: '口径 不一' })
    expect(checkAnswer({ agrees: true, remark: '  ' })).toEqual({ agrees: true, remark: '' })
  })

  it('has limits that count characters, not halves of them', () => {
    expect(checkProposal('😀'.repeat(proposalMax))).toHaveLength(2 * proposalMax)
    expect(() => checkProposal('字'.repeat(proposalMax + 1))).toThrow(
      expect.objectContaining({ code: 'consultation.proposal_too_long', params: { max: 1000, length: 1001 } }),
    )
    expect(() => checkProposal(' \n ')).toThrow(expect.objectContaining({ code: 'consultation.proposal_missing' }))
    for (const agrees of [true, false]) {
      expect(checkAnswer({ agrees, remark: '字'.repeat(remarkMax) }).remark).toHaveLength(remarkMax)
      expect(() => checkAnswer({ agrees, remark: '字'.repeat(remarkMax + 1) })).toThrow(
        expect.objectContaining({ code: 'consultation.remark_too_long' }),
      )
    }
  })

  it('says why where it objects', () => {
    expect(() => checkAnswer({ agrees: false, remark: ' ' })).toThrow(
      expect.objectContaining({ code: 'consultation.remark_missing' }),
    )
  })
})

describe('/issue words about a consultation', () => {
  it.each([
    ['会商 12 统一口径，月底切换', 'consult', 12, '统一口径，月底切换'],
    ['会商12：统一口径', 'consult', 12, '统一口径'],
    ['consult #12 one standard', 'consult', 12, 'one standard'],
    ['会商 12', 'consult', 12, ''],
    ['会商', 'consult', null, ''],
    ['同意 12', 'agree', 12, ''],
    ['同意　＃１２　接口已就绪', 'agree', 12, '接口已就绪'],
    ['Agree 12 fine with us', 'agree', 12, 'fine with us'],
    ['有异议 12 期限\n太紧', 'object', 12, '期限\n太紧'],
    ['异议 #12，期限太紧', 'object', 12, '期限太紧'],
    ['object 12 too soon', 'object', 12, 'too soon'],
    ['object ', 'object', null, ''],
  ])('%s', (words, verb, no, text) => {
    expect(parseConsultationWords(words)).toEqual({ verb, no, text })
  })

  it.each([
    '会商机制不健全',
    '同意12家企业入驻的口径',
    'consultation of units takes long',
    'agree on one standard for the port',
    '任务12 会商 3',
    '会商 1234567 号',
    '',
  ])('%s is no such word', (words) => {
    expect(parseConsultationWords(words)).toBeNull()
  })
})
