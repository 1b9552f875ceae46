import { describe, expect, it } from 'vitest'
import { compileReport } from '../../../src/domain/compilation/compile-report.ts'
import { compilationMessage } from '../../../src/slack/report/messages.ts'
import { parseCompilationWords } from '../../../src/slack/report/words.ts'
import { sampleRecords } from '../../support/sample-compilation.ts'

const report = compileReport(sampleRecords())
const textOf = (message: unknown) => JSON.stringify(message)

describe('the message with the report', () => {
  it('says the four counts and the missing first, then what is missing by name', () => {
    const message = compilationMessage('zh-CN', report)
    expect(message.text).toBe(
      '2024年上半年报告：5 项任务，超进度1项、达进度0项、欠进度1项、已完成0项，未报送或未采纳3项',
    )
    const text = textOf(message.blocks)
    for (const words of [
      '未报送：任务5 金融支持（光谷管委会）',
      '已退回，未重报：任务4 加强监测（光谷管委会）',
      '已报送，尚未采纳：任务3 简化通关（江城海关）',
      '配合单位未报送或未采纳：江城海关 1 项',
      '1 项指标的数据与单位所报不一致',
      '数据截至2024年6月30日',
    ])
      expect(text).toContain(words)
  })

  it('says so in English', () => {
    const message = compilationMessage('en', report)
    expect(message.text).toBe(
      'Report, first half of 2024: 5 tasks, 1 ahead, 0 on track, 1 behind and 0 done; 3 not reported or not accepted',
    )
    expect(textOf(message.blocks)).toContain('Returned, not reported again: task 4 加强监测 (光谷管委会)')
  })

  it('counts what it has no room to name, and stays within what Slack takes', () => {
    const missing = Array.from({ length: 500 }, (_, index) => ({
      no: index + 1,
      title: '很'.repeat(500),
      lead: '局'.repeat(200),
      kind: 'unfiled' as const,
    }))
    const gap = { unit: '局'.repeat(200), unfiled: [1], submitted: [], returned: [2] }
    const participantGaps = Array.from({ length: 90 }, () => gap)
    const message = compilationMessage('zh-CN', { ...report, missing, participantGaps })
    const text = textOf(message.blocks)
    expect(text).toContain('另有 480 项')
    expect(text).toContain('另有 70 个配合单位')
    expect(message.blocks.length).toBeLessThanOrEqual(50)
    expect(text.length).toBeLessThan(13_000)
  })
})

describe('the words of the command', () => {
  it.each([
    ['', '', null],
    ['2024H1', '2024H1', null],
    ['２０２４上半年 英文', '2024上半年', 'en'],
    ['en', '', 'en'],
    ['H1 2024 zh', 'H1 2024', 'zh-CN'],
  ])('%j', (words, period, language) => {
    expect(parseCompilationWords(words)).toEqual({ period, language })
  })
})
