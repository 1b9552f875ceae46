import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { outcomeNumber, parseOutcomeWords } from '../../src/domain/decision-words.ts'

const today = DateTime.fromISO('2024-06-24', { zone: 'Asia/Shanghai' })
const read = (words: string) => parseOutcomeWords(words, today)

describe('an outcome in words', () => {
  it('is an outcome with its text, and an action after each mark', () => {
    const words =
      '议定 由市交通运输局牵头；统一标准；交办：市交通运输局（配合：武汉海关、市商务局）完成验收 10个工作日 标准：出具验收单；交办：武汉海关 开通窗口，7月31日。'
    expect(read(words)).toEqual({
      replaces: false,
      outcome: 'decided',
      text: '由市交通运输局牵头；统一标准',
      actions: [
        {
          owner: '市交通运输局',
          coUnits: ['武汉海关', '市商务局'],
          text: '完成验收',
          dueOn: '2024-07-08',
          measure: '出具验收单',
        },
        { owner: '武汉海关', coUnits: [], text: '开通窗口', dueOn: '2024-07-31', measure: '' },
      ],
    })
  })

  it('reads half-width punctuation and English the same', () => {
    expect(read('议定:统一标准;交办:武汉海关(配合:市商务局)开通窗口 两周').actions[0]).toMatchObject({
      owner: '武汉海关',
      coUnits: ['市商务局'],
      text: '开通窗口',
      dueOn: '2024-07-08',
    })
    const english =
      'decided one standard; action: Transport Bureau (with Customs) finish it within 2 weeks measure: passed'
    expect(read(english)).toEqual({
      replaces: false,
      outcome: 'decided',
      text: 'one standard',
      actions: [
        { owner: 'Transport Bureau', coUnits: ['Customs'], text: 'finish it', dueOn: '2024-07-08', measure: 'passed' },
      ],
    })
    expect(read('decided yes; action: Transport Bureau: finish it 31 July').actions[0]).toMatchObject({
      owner: 'Transport Bureau',
      text: 'finish it',
      dueOn: '2024-07-31',
    })
  })

  it.each([
    ['延期 材料不齐', 'deferred', '材料不齐', false],
    ['改 提请领导小组：请定', 'escalated', '请定', true],
    ['replace withdrawn', 'withdrawn', '', true],
    ['撤销', 'withdrawn', '', false],
  ])('%s', (words, outcome, text, replaces) => {
    expect(read(words)).toEqual({ replaces, outcome, text, actions: [] })
  })

  it.each([
    ['', 'decision.outcome_unknown'],
    ['好', 'decision.outcome_unknown'],
    ['议定 好；交办：', 'action.owner_missing'],
    ['议定 好；交办：武汉海关', 'action.text_missing'],
    ['议定 好；交办：武汉海关 10个工作日', 'action.text_missing'],
    ['议定 好；交办：武汉海关 开通窗口', 'action.due_unknown'],
    ['议定 好；交办：武汉海关 开通窗口 6月20日', 'action.due_passed'],
  ])('refuses %s', (words, code) => {
    expect(() => read(words)).toThrow(expect.objectContaining({ code }))
  })

  it('takes the issue’s number off the front', () => {
    expect(outcomeNumber('#7 议定 好')).toEqual({ issueNo: 7, rest: '议定 好' })
    expect(outcomeNumber('＃１２ 延期')).toEqual({ issueNo: 12, rest: '延期' })
    expect(outcomeNumber('议定')).toBeNull()
  })
})
