import { describe, expect, test } from 'vitest'
import type { PlanDifference } from '../../../src/domain/plan-file/compare-plans.ts'
import type { PlanData } from '../../../src/domain/plan-file/plan-schema.ts'
import { viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { fitLines } from '../../../src/slack/plan/fit-lines.ts'
import { previewModal } from '../../../src/slack/plan/preview.ts'
import { samplePlan } from '../../support/sample-plan.ts'

const problemsOf = (blocks: unknown) => viewBlockProblems({} as Core, JSON.parse(JSON.stringify(blocks)))
const textOf = (view: { blocks: unknown }) => JSON.stringify(view.blocks)
const asNew = { draftId: 7, newVersionOf: null, sameTitle: false }
const unclear = (line: number) => ({
  line,
  code: 'target_unclear' as const,
  params: { text: '引进企业', value: 5, unit: '家' },
})

describe('the preview of an import', () => {
  test('shows title, counts, doubts with their line, targets, units with roles, and tasks', () => {
    const view = previewModal('zh-CN', { data: samplePlan(), doubts: [unclear(12)] }, asNew, { channel: 'C1' })
    expect(problemsOf(view.blocks)).toEqual([])
    const text = textOf(view)
    for (const part of [
      '江城市示范区建设实施方案',
      '江政〔2023〕1号 · 2023-05-01 印发',
      '2 个板块 · 3 项任务 · 3 个责任单位 · 2 项指标',
      '请核对 1 处存疑',
      '第12行：',
      '引进企业：每年 5家，2025-12-31 前（任务1）',
      '光谷管委会（又称 光谷）：牵头 0 项，配合 1 项',
      '任务1 引进企业 — 市商务局（牵头）、光谷管委会',
    ])
      expect(text).toContain(part)
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ channel: 'C1', draftId: 7 })
  })

  test('says what a new version changes', () => {
    const difference: PlanDifference = {
      tasks: {
        added: [{ no: 4, title: '新任务' }],
        removed: [],
        retitled: [],
        rewritten: [{ no: 1, title: '甲' }],
        units: [],
      },
      units: { added: [], removed: ['市商务局'], renamed: [] },
      targets: { added: [], removed: [], changed: [] },
    }
    const preview = { draftId: 7, sameTitle: false, newVersionOf: { title: '旧方案', version: 2, difference } }
    const text = textOf(previewModal('en', { data: samplePlan(), doubts: [] }, preview, {}))
    expect(text).toContain('It becomes version 3 of “旧方案”')
    expect(text).toContain('New: task 4 新任务')
    expect(text).toContain('Retired unit: 市商务局')
    expect(text).toContain('Tasks whose text changes: 1')
    expect(text).toContain('Nothing is in doubt')
  })

  test('warns of a plan of the same title', () => {
    const view = previewModal('zh-CN', { data: samplePlan(), doubts: [] }, { ...asNew, sameTitle: true }, {})
    expect(textOf(view)).toContain('本工作区已有同名方案')
  })

  test('the largest plan there may be keeps to the limits of Slack, and what does not fit is counted', () => {
    const doubts = Array.from({ length: 2000 }, (_, index) => unclear(index + 1))
    const view = previewModal('zh-CN', { data: largestPlan(), doubts }, asNew, {})
    expect(problemsOf(view.blocks)).toEqual([])
    expect(view.blocks.length).toBeLessThanOrEqual(100)
    expect(textOf(view)).toMatch(/另有 \d+ 行没有显示，导入时全部计入/)
    expect(textOf(view).length).toBeLessThan(200_000)
  })
})

describe('fitLines', () => {
  test('keeps every line while there is room', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `第${index}行`)
    const { blocks, left } = fitLines(lines, { blocks: 10, characters: 10_000 })
    expect(left).toBe(0)
    expect(blocks.map((block) => block.text?.text).join('\n')).toBe(lines.join('\n'))
  })

  test('never passes its room, and counts what it leaves out', () => {
    const lines = Array.from({ length: 100 }, () => '长'.repeat(390))
    const { blocks, left, room } = fitLines(lines, { blocks: 2, characters: 100_000 })
    expect(blocks).toHaveLength(2)
    expect(blocks.map((block) => block.text?.text.split('\n').length)).toEqual([7, 7])
    expect(left).toBe(86)
    expect(room.blocks).toBe(0)
    expect(fitLines(lines, { blocks: 50, characters: 1000 }).left).toBe(98)
  })
})

function largestPlan(): PlanData {
  const units = Array.from({ length: 300 }, (_, index) => ({ name: `${'单位'.repeat(25)}${index}`, aliases: [] }))
  const named = units.slice(0, 60).map(({ name }, index) => ({
    name,
    role: index === 0 ? ('lead' as const) : ('participant' as const),
  }))
  const task = (no: number) => ({ no, title: '任务'.repeat(100), text: '', units: named })
  return {
    title: '方案'.repeat(100),
    documentNo: null,
    issuedOn: null,
    sections: [
      { no: '一', title: '板块'.repeat(100), tasks: Array.from({ length: 500 }, (_, index) => task(index + 1)) },
    ],
    units,
    targets: Array.from({ length: 200 }, () => ({
      metric: '指标'.repeat(100),
      value: 1,
      unit: '家',
      kind: 'flow' as const,
      per: 'year' as const,
      by: '2025-12-31',
      taskNo: 1,
    })),
  }
}
