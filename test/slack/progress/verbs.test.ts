import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReportWords } from '../../../src/domain/report-words.ts'
import { unchangedTask } from '../../../src/domain/review-words.ts'
import { progressVerbs } from '../../../src/slack/progress/command.ts'
import { findVerb } from '../../../src/slack/verbs.ts'

const summary = fc.constantFrom(
  '已签约12家',
  '情况良好',
  '关闭旧系统',
  '审核已通过',
  '退回材料已补',
  'status unchanged',
  '无变化',
)
const words = fc.tuple(
  fc.shuffledSubarray(['任务6', '80%', '2024上半年', '超进度'], { minLength: 4 }),
  fc.constantFrom(
    '超进度',
    '达进度',
    '按进度',
    '正常',
    '欠进度',
    '滞后',
    '落后',
    '已完成',
    '办结',
    'ahead',
    'on track',
    'on_track',
    'behind',
    'done',
    'completed',
  ),
  fc.constantFrom('任务6', '#6', '6', '６', 'task 6'),
)

test('no verb eats a report, whatever it begins with', () => {
  fc.assert(
    fc.property(words, summary, ([order, status, task], rest) => {
      const sentence = [
        ...order.map((word) => (word === '超进度' ? status : word === '任务6' ? task : word)),
        rest,
      ].join(' ')
      expect(parseReportWords(sentence)).toMatchObject({ taskNo: 6, percent: 80 })
      expect(findVerb(progressVerbs, sentence)).toBeNull()
      expect(unchangedTask(sentence)).toBeNull()
    }),
    { numRuns: 500 },
  )
})

test.each([
  '审核',
  'review 2',
  '采纳6',
  '退回 6 市商务局 请补充',
  '情况2023下半年',
  '历史6',
  '无变化',
  '其余无变化',
  '关闭 2024H1',
  'Reopen 6',
])('%s is a verb', (text) => {
  expect(findVerb(progressVerbs, text)).not.toBeNull()
})
