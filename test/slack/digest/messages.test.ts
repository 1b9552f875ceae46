import { describe, expect, it } from 'vitest'
import { type DigestContent, type DigestTarget, digestContent } from '../../../src/domain/digest.ts'
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { digestMessage, postingMessage, previewMessage } from '../../../src/slack/digest/messages.ts'
import { sampleDigest } from '../../support/sample-digest.ts'

/** Slack's limits as the sandbox holds them: 50 blocks, 13,200 characters, one table … */
const accepted = (message: Message) => checkMessageBlocks({} as Core, JSON.parse(JSON.stringify(message.blocks)))

const target = (change: Partial<DigestTarget> = {}): DigestTarget => ({
  metric: '年进口贸易量',
  unit: '亿元',
  value: '1000',
  current: '620',
  asOf: '2024-05-31',
  due: '354.098361',
  gap: '265.901639',
  status: 'ahead',
  reason: null,
  taskNo: null,
  by: '2025-12-31',
  per: null,
  ...change,
})

const content = sampleDigest({
  targets: [
    target(),
    target({
      metric: '新开口企业',
      unit: '家',
      current: '17',
      due: '24.043716',
      gap: '-7.043716',
      status: 'behind',
      taskNo: 6,
    }),
    target({
      metric: '外贸主体',
      unit: '家',
      current: '900',
      due: null,
      gap: null,
      status: null,
      reason: 'no_baseline',
    }),
    target({
      metric: '引进企业',
      unit: '家',
      current: null,
      asOf: null,
      due: '2.4',
      gap: null,
      status: null,
      reason: 'no_measurement',
    }),
  ],
  reports: {
    owed: 5,
    filed: 3,
    filedUnits: ['江城海关'],
    unfiled: [
      { unit: '市商务局', owed: 2, filed: 1 },
      { unit: '市文旅局', owed: 1, filed: 0 },
    ],
  },
  statusCounts: { ahead: 1, on_track: 0, behind: 2, done: 0 },
  issues: {
    open: 7,
    top: [
      { no: 7, title: '口岸验收 <!channel>', taskNo: 3, days: 12, carried: 2, units: ['市交通运输局', '市商务局'] },
    ],
  },
})

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsOf(inner),
  )
}

describe('a digest', () => {
  it('says the point first, then targets, reports and issues, in Chinese', () => {
    const message = digestMessage('zh-CN', content)
    expect(message.text).toBe(
      '情况通报 · 6月24日（周一）：4 项指标中 1 项达到或超过进度，1 项欠进度，2 项不能判断；应报 5 份进展，已报 3 份；未决问题 7 个',
    )
    expect(textsOf(message.blocks)).toEqual([
      message.text,
      '江城市示范区建设实施方案 · 2024年上半年进展7月12日（周五）截止',
      ...['指标', '现值', '应达', '差', '状态'],
      ...['年进口贸易量', '620亿元（2024年5月31日）', '354.1亿元', '+265.9亿元', '🔵 超进度'],
      ...['新开口企业（任务6）', '17家（2024年5月31日）', '24家', '−7家', '🟡 欠进度'],
      ...['外贸主体', '900家（2024年5月31日）', '—', '—', '⚪ 缺基期值，不能判断'],
      ...['引进企业', '—', '2.4家', '—', '⚪ 无数据'],
      '2024年上半年进展：应报 5 份，已报 3 份；1 个单位已报齐',
      '已报各份的自评：🔵 超进度 1 · 🟡 欠进度 2',
      '未报齐的单位 2 个（已报/应报）：市商务局 1/2、市文旅局 0/1',
      '未决问题 7 个',
      '#7 口岸验收 <!channel> · 任务3 · 已 12 天 · 已延 2 次 · 涉及市交通运输局、市商务局',
      '另有 6 个未决问题，输入 /issue list 查看。',
    ])
    accepted(message)
  })

  it('says the same in English', () => {
    const message = digestMessage('en', content)
    expect(message.text).toBe(
      'Digest · Mon 24 Jun: 1 of 4 targets on pace or ahead, 1 behind, 2 cannot be told; 3 of 5 reports filed; 7 open issues',
    )
    const texts = textsOf(message.blocks)
    expect(texts).toContain('🟡 behind')
    expect(texts).toContain('⚪ no baseline, cannot tell')
    expect(texts.join()).not.toMatch(/undefined|NaN|null/)
  })

  it('holds what people wrote in plain text only, so nobody is called by it', () => {
    const marked = JSON.stringify(digestMessage('zh-CN', content).blocks)
    expect(marked).toContain('<!channel>')
    expect(marked).not.toContain('mrkdwn')
  })

  it('says that it catches up, only where it does', () => {
    expect(textsOf(digestMessage('zh-CN', { ...content, missedSlots: 2 }).blocks)).toContain(
      '停机期间错过的 2 期通报由本期一并补报。',
    )
    expect(textsOf(digestMessage('zh-CN', content).blocks).join()).not.toContain('停机')
  })

  it('says when the due day is past', () => {
    expect(textsOf(digestMessage('zh-CN', { ...content, asOf: '2024-07-22' }).blocks).join()).toContain(
      '已于7月12日（周五）截止',
    )
  })

  it('of an empty plan says so, and shows no empty parts', () => {
    const message = digestMessage('zh-CN', sampleDigest())
    expect(message.text).toContain('方案没有数值指标')
    expect(message.text).toContain('没有未决问题')
    expect(message.blocks).toHaveLength(2)
    accepted(message)
  })

  describe.each(['zh-CN', 'en'] as const)('with 60 targets, 300 units and long names (%s)', (locale) => {
    const long = (text: string, index: number) => `${text.repeat(20)}${index}`.slice(0, 200)
    const many: DigestContent = digestContent.parse({
      ...content,
      targets: Array.from({ length: 60 }, (_, index) =>
        target({
          metric: long('年进口贸易量指标', index),
          current: '123456789012.123456',
          status: index === 59 ? 'behind' : 'on_track',
          taskNo: index,
        }),
      ),
      reports: {
        owed: 900,
        filed: 0,
        filedUnits: [],
        unfiled: Array.from({ length: 300 }, (_, index) => ({
          unit: long('市商务局', index).slice(0, 60),
          owed: 3,
          filed: 0,
        })),
      },
      issues: {
        open: 900,
        top: Array.from({ length: 5 }, (_, index) => ({
          no: index + 1,
          title: long('口岸验收', index),
          taskNo: 3,
          days: 500,
          carried: 2,
          units: Array.from({ length: 50 }, (_, unit) => long('单位', unit).slice(0, 60)),
        })),
      },
    })
    const message = digestMessage(locale, many)
    const texts = textsOf(message.blocks)

    it('is one message that Slack takes', () => {
      expect(message.blocks.length).toBeLessThanOrEqual(50)
      accepted(message)
      accepted(previewMessage(locale, { content: many, mayPost: true, hasChannel: true }, 'command:1'))
    })

    it('counts what it leaves out: targets shown and left make 60, units 300, issues 900', () => {
      const table = message.blocks.find((block) => block.type === 'table')
      const shown = (table?.type === 'table' ? table.rows.length : 0) - 1
      expect(shown).toBeGreaterThan(20)
      const leftTargets = texts.find((text) => text.includes('/target list'))
      expect(Number(/\d+/.exec(leftTargets ?? '')?.[0])).toBe(60 - shown)
      const units = texts.find((text) => text.includes('0/3')) ?? ''
      const named = units.match(/0\/3/g)?.length ?? 0
      expect(named).toBeGreaterThan(10)
      expect(units).toContain(String(300 - named))
      expect(texts.find((text) => text.includes('/issue list'))).toContain('895')
    })

    it('shows those behind first where not all fit', () => {
      const table = message.blocks.find((block) => block.type === 'table')
      expect(table?.type === 'table' && table.rows[1]?.[4]).toMatchObject({ text: expect.stringContaining('🟡') })
    })
  })
})

describe('a preview', () => {
  const buttons = (message: Message) => message.blocks.filter((block) => block.type === 'actions')
  it('has the button only where the person may post and there is a channel', () => {
    const [row] = buttons(previewMessage('zh-CN', { content, mayPost: true, hasChannel: true }, 'command:1'))
    expect(row).toMatchObject({ elements: [{ action_id: 'digest_post', value: 'command:1', text: { text: '发布' } }] })
    expect(buttons(previewMessage('zh-CN', { content, mayPost: false, hasChannel: true }, 'k'))).toEqual([])
    const without = previewMessage('zh-CN', { content, mayPost: true, hasChannel: false }, 'k')
    expect(buttons(without)).toEqual([])
    expect(textsOf(without.blocks).join()).toContain('/plan channel leading')
  })

  it('and a posting are messages that Slack takes', () => {
    accepted(previewMessage('en', { content, mayPost: true, hasChannel: true }, 'command:1'))
    accepted(postingMessage('zh-CN', 'CLEADING'))
  })
})
