import { describe, expect, it } from 'vitest'
import { askKinds, type BurdenFacts, composeBurden } from '../../../src/domain/burden.ts'
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { detailMessage } from '../../../src/slack/burden/detail.ts'
import { burdenMessage, peopleMessage } from '../../../src/slack/burden/messages.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const chinese = /[\u4e00-\u9fff]/
const count = <T>(length: number, make: (no: number) => T) => Array.from({ length }, (_, at) => make(at + 1))

const shown = (facts: BurdenFacts) => ({
  ...{ planId: 5, planTitle: 'A plan', burden: composeBurden(facts) },
  period: { key: '2024H1', startsOn: '2024-01-01', endsOn: '2024-06-30', opensOn: '2024-06-17', dueOn: '2024-07-12' },
})
const facts = (units: number, title: string): BurdenFacts => ({
  units: count(units, (id) => ({ id, name: `${title}${id}`, people: [`U${id}`, 'UALL'] })),
  others: ['UOFFICE'],
  asks: count(units, (unitId) =>
    askKinds.flatMap((kind) => count(20, (no) => ({ kind, unitId, no, title, day: '2024-06-20' }))),
  ).flat(),
  times: count(30, (no) => ({ unitId: 1, no, day: '2024-06-04', minutes: 35, waiting: 5 })),
  messages: count(units, (no) => ({ userId: `U${no}`, group: 'brief' as const, count: no })),
})

describe('the burden ledger in Slack', () => {
  it('keeps to the limits of Slack with many units, and counts what is on other pages', () => {
    const large = shown(facts(300, '单'.repeat(200)))
    for (const locale of ['zh-CN', 'en'] as const) {
      const first = large.burden.units[0]
      if (!first) throw new Error('no unit')
      const parts = [
        ...[1, 2, 12, 99].map((page) => burdenMessage(locale, large, page)),
        ...[1, 8].map((page) => peopleMessage(locale, large, page)),
        ...[1, 2, 3].map((page) => detailMessage(locale, large, first, page)),
      ]
      for (const { blocks } of parts) {
        checkMessageBlocks({} as Core, asSent(blocks))
        expect(blocks.length).toBeLessThanOrEqual(50)
      }
    }
    const text = JSON.stringify(burdenMessage('zh-CN', large, 12))
    expect(text).toContain('第 12 页，共 12 页')
    expect(text).toContain('"value":"5/2024H1/units/1"')
    expect(JSON.stringify(burdenMessage('zh-CN', large, 1))).toContain('"value":"5/2024H1/units/2"')
  })

  it('can be checked: a unit’s line is the sum of what its detail lists', () => {
    const small = shown(facts(2, '市商务局'))
    const [unit] = small.burden.units
    if (!unit) throw new Error('no unit')
    const detail = [1, 2, 3].map((page) => JSON.stringify(detailMessage('zh-CN', small, unit, page))).join('')
    for (const words of ['报送 20 件', '交办 20 件', '会议 20 件', '会商 20 件', '节点 20 件', '走访 20 件'])
      expect(detail).toContain(words)
    expect(detail).toContain('120 件事项，1 条消息，会议 1050 分钟（另等候 150 分钟）')
    expect(detail.match(/任务\d+ 市商务局 · 6月20日（周四）截止/g)).toHaveLength(20)
    expect(detail.match(/次联席会议 · 6月4日（周二） · 35 分钟，等候 5 分钟/g)).toHaveLength(30)
  })

  it('lists people in the order of their units, and speaks English in English', () => {
    const small = shown(facts(3, 'Bureau '))
    const text = JSON.stringify(peopleMessage('en', small, 1))
    expect(text.indexOf('"U1"')).toBeLessThan(text.indexOf('"U3"'))
    const [unit] = small.burden.units
    if (!unit) throw new Error('no unit')
    for (const { blocks } of [
      burdenMessage('en', small, 1),
      peopleMessage('en', small, 1),
      detailMessage('en', small, unit, 1),
    ])
      expect(JSON.stringify(blocks)).not.toMatch(chinese)
    checkMessageBlocks({} as Core, asSent(burdenMessage('zh-CN', shown(facts(0, '')), 1).blocks))
  })
})
