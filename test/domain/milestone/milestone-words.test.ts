import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { parseMilestoneWords } from '../../../src/domain/milestone/milestone-words.ts'

const today = DateTime.fromISO('2024-06-24', { zone: 'Asia/Shanghai' })
const read = (text: string) => parseMilestoneWords(text, today)

describe('words after /progress milestone', () => {
  it.each([
    ['6 口岸验收完成 2024-09-30', 6, '口岸验收完成', '2024-09-30'],
    ['任务6 口岸验收完成 9月底', 6, '口岸验收完成', '9月底'],
    ['６　口岸验收，完成　９月３０日前', 6, '口岸验收，完成', '９月３０日前'],
    ['6口岸验收完成 3个工作日后', 6, '口岸验收完成', '3个工作日后'],
    ['新增 6 口岸验收，9月底', 6, '口岸验收', '9月底'],
    ['add task 6 Port accepted by 30 Sep 2024', 6, 'Port accepted', 'by 30 Sep 2024'],
    ['6 建成 2 个泊位 end of sep', 6, '建成 2 个泊位', 'end of sep'],
    ['6 口岸验收完成', 6, '口岸验收完成', ''],
    ['6', 6, '', ''],
    ['', null, '', ''],
  ])('%j is a new one', (text, taskNo, title, day) => {
    expect(read(text)).toEqual({ kind: 'add', taskNo, title, day })
  })

  it.each([
    ['done 3 验收文件 https://example.org/a', 'done', 3, '', '验收文件 https://example.org/a'],
    ['完成 节点3 2024-06-20 验收文件', 'done', 3, '2024-06-20', '验收文件'],
    ['完成3 昨天，验收文件', 'done', 3, '昨天', '验收文件'],
    ['done 3 2024年验收文件', 'done', 3, '', '2024年验收文件'],
    ['done 3', 'done', 3, '', ''],
    ['move 3 2024-10-15 汛期停工', 'move', 3, '2024-10-15', '汛期停工'],
    ['改期 节点3 15 Oct 2024 汛期 停工', 'move', 3, '15 Oct 2024', '汛期 停工'],
    ['改期 #3 9月底，汛期停工', 'move', 3, '9月底', '汛期停工'],
    ['move 3 汛期停工', 'move', 3, '', '汛期停工'],
    ['reopen 3 验收未通过', 'reopen', 3, '', '验收未通过'],
    ['remove 3 并入节点5', 'remove', 3, '', '并入节点5'],
    ['删除 ３ 并入节点5', 'remove', 3, '', '并入节点5'],
  ])('%j changes one', (text, kind, no, day, rest) => {
    expect(read(text)).toEqual({ kind, no, day, text: rest })
  })

  it('takes any title before a day as it was typed', () => {
    const word = fc.constantFrom('口岸', '验收', '完成', 'Port', '5G', '2024年度', '（一期）', '9', '100%', '、')
    const title = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
    const day = fc.constantFrom('2025-01-31', '9月底', '3个工作日后', '下周五', '15 Oct 2024', 'end of sep')
    const named = title.filter((text) => !/^[\s、]|[\s、]$/.test(text))
    fc.assert(
      fc.property(named, day, (text, due) => {
        expect(read(`6 ${text} ${due}`)).toEqual({ kind: 'add', taskNo: 6, title: text, day: due })
      }),
    )
  })

  it('lists, helps, and refuses what has no number', () => {
    expect(read('列表')).toEqual({ kind: 'list' })
    expect(read('？')).toEqual({ kind: 'help' })
    for (const text of ['口岸验收', '2024-09-30 口岸验收', '9月30日'])
      expect(() => read(text)).toThrow(expect.objectContaining({ code: 'milestone.words_unknown' }))
    for (const text of ['done', '改期 明天', 'move 2024-10-15'])
      expect(() => read(text)).toThrow(expect.objectContaining({ code: 'milestone.number_missing' }))
  })
})
