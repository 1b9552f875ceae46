import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTodoWords } from '../../../src/domain/action/todo-words.ts'

const act = (verb: string, no: number, text = '', day = '') => ({ kind: 'act', verb, no, day, text })

describe('the words after /todo', () => {
  it.each([
    ['', { kind: 'list', scope: 'mine', page: 1 }],
    ['待办 第2页', { kind: 'list', scope: 'mine', page: 2 }],
    ['all', { kind: 'list', scope: 'all', page: 1 }],
    ['全部 3', { kind: 'list', scope: 'all', page: 3 }],
    ['help', { kind: 'help' }],
    ['？', { kind: 'help' }],
    ['3', act('show', 3)],
    ['交办3', act('show', 3)],
    ['show 3', act('show', 3)],
    ['查看 交办 3', act('show', 3)],
    ['done 3 已签约12家，见 https://a.example/x?a=1', act('done', 3, '已签约12家，见 https://a.example/x?a=1')],
    ['办结3：已签约１２家', act('done', 3, '已签约１２家')],
    ['已办结　３　完成', act('done', 3, '完成')],
    ['done action 3', act('done', 3)],
    ['核实 3', act('verify', 3)],
    ['verify 3', act('verify', 3)],
    ['退回 3 请补充验收单', act('return', 3, '请补充验收单')],
    ['撤销 3', act('cancel', 3)],
    ['extend 3 2024-08-01 等待批复', act('extend', 3, '等待批复', '2024-08-01')],
    ['延期 3 8月1日，等待批复', act('extend', 3, '等待批复', '8月1日')],
    ['延期 3 ２０２４年８月１日 等待批复', act('extend', 3, '等待批复', '2024年8月1日')],
    ['延期 3 10个工作日 等待批复', act('extend', 3, '等待批复', '10个工作日')],
    ['extend 3 10 working days waiting', act('extend', 3, 'waiting', '10 working days')],
    ['延期 3 下周五 等待批复', act('extend', 3, '等待批复', '下周五')],
    ['延期 3 两周 等待批复', act('extend', 3, '等待批复', '两周')],
    ['延期 3 月底，等待批复', act('extend', 3, '等待批复', '月底')],
    ['延期 3 等待批复', act('extend', 3, '等待批复')],
    ['延期 3', act('extend', 3)],
  ])('%s', (text, words) => {
    expect(parseTodoWords(text)).toEqual(words)
  })

  it.each([
    ['随便写点', 'action.words_unknown'],
    ['done', 'action.number_missing'],
    ['办结 已签约12家', 'action.number_missing'],
    ['extend 2024-08-01 等待', 'action.number_missing'],
    ['#', 'action.words_unknown'],
  ])('refuses %s', (text, code) => {
    expect(() => parseTodoWords(text)).toThrow(expect.objectContaining({ code }))
  })

  it('keeps what was written as evidence to the letter, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (written) => {
        const text = `甲${written.trim()}乙`
        expect(parseTodoWords(`done 12 ${text}`)).toEqual(act('done', 12, text))
      }),
    )
  })

  it('either reads or refuses, and never takes a number from elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        try {
          const words = parseTodoWords(text)
          if (words.kind === 'act') expect(Number.isSafeInteger(words.no)).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ name: 'DomainError' })
        }
      }),
    )
  })
})
