import { describe, expect, it } from 'vitest'
import { changeKinds } from '../../../src/domain/digest/changes.ts'
import { digestSections } from '../../../src/domain/digest/sections.ts'
import { type DigestContent, digestContent } from '../../../src/domain/digest.ts'
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import {
  approvalMessage,
  digestMessage,
  postingMessage,
  previewMessages,
  wholeMessages,
} from '../../../src/slack/digest/messages.ts'
import { sampleDigest } from '../../support/sample-digest.ts'

/** Slack's limits as the sandbox holds them: 50 blocks, 13,200 characters, one table … */
const accepted = (message: Message) => checkMessageBlocks({} as Core, JSON.parse(JSON.stringify(message.blocks)))

type Target = DigestContent['targets'][number]

const target = (change: Partial<Target> = {}): Target => ({
  id: null,
  claims: [],
  source: null,
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
    target({ source: '武汉海关统计月报' }),
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
      ...['指标', '现值', '应达', '差', '状态', '数据来源'],
      ...['年进口贸易量', '620亿元（2024年5月31日）', '354.1亿元', '+265.9亿元', '🔵 超进度', '武汉海关统计月报'],
      ...['新开口企业（任务6）', '17家（2024年5月31日）', '24家', '−7家', '🟡 欠进度', '领导小组办公室'],
      ...['外贸主体', '900家（2024年5月31日）', '—', '—', '⚪ 缺基期值，不能判断', '领导小组办公室'],
      ...['引进企业', '—', '2.4家', '—', '⚪ 无数据', '—'],
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

  describe.each(['zh-CN', 'en'] as const)(
    'with 60 targets, 300 units, 100 sections and all else at its longest (%s)',
    (locale) => {
      const long = (text: string, index: number) => `${text.repeat(30)}${index}`.slice(0, 200)
      const units = Array.from({ length: 50 }, (_, unit) => long('单位', unit).slice(0, 60))
      const list = <T>(length: number, make: (no: number) => T) => {
        return { count: length + 7, named: Array.from({ length }, (_, place) => make(place + 1)) }
      }
      const many: DigestContent = digestContent.parse({
        ...content,
        planId: 1,
        sections: [...digestSections],
        interpretation: '解'.repeat(2000),
        missedSlots: 3,
        past: true,
        since: '2024-06-17T09:00:00+08:00',
        changes: {
          counts: Object.fromEntries(changeKinds.map((kind) => [kind, 999])),
          numbers: { 'issue.raised': Array.from({ length: 999 }, (_, no) => no + 100) },
          targets: Array.from({ length: 60 }, (_, targetId) => {
            const values = { before: '123456789012.123456', after: '123456789013.123456' }
            return { targetId, metric: long('年进口贸易量指标', targetId), unit: '万标箱', ...values, recorded: 3 }
          }),
        },
        targets: Array.from({ length: 60 }, (_, index) =>
          target({
            metric: long('年进口贸易量指标', index),
            current: '123456789012.123456',
            source: long('统计月报', index),
            status: index === 59 ? 'behind' : 'on_track',
            taskNo: index,
          }),
        ),
        reports: {
          owed: 900,
          filed: 0,
          filedUnits: [],
          unfiled: Array.from({ length: 300 }, (_, index) => ({
            unit: `${long('市商务局', 0).slice(0, 55)}${index}`,
            owed: 3,
            filed: 0,
          })),
        },
        unfiledUnits: 300,
        bySection: Array.from({ length: 100 }, (_, no) => {
          const tally = { owed: 99, filed: 88, ahead: 22, on_track: 22, behind: 22, done: 22 }
          return { no: String(no), title: long('板块', no), ...tally }
        }),
        issues: {
          open: 900,
          top: Array.from({ length: 5 }, (_, index) => {
            return { no: index + 1, title: long('口岸验收', index), taskNo: 3, days: 500, carried: 2, units }
          }),
        },
        ages: { week: 100, month: 200, quarter: 300, older: 300 },
        blocking: list(100, (no) => ({ no, title: long('问题', no), metric: long('指标', no) })),
        overdueActions: list(100, (no) => {
          return { no, text: long('办理', no), owner: long('单位', no).slice(0, 60), dueOn: '2024-06-01', days: 30 }
        }),
        slips: { blue: 9, yellow: 9, red: 9, unsigned: 9, proposed: 9 },
        slippedMilestones: list(100, (no) => {
          return { no, taskNo: 3, title: long('节点', no), unit: long('单位', no).slice(0, 60), dueOn: '2024-06-01' }
        }),
        policies: list(30, (taskNo) => {
          const documentNo = long('文号', taskNo).slice(0, 100)
          return { taskNo, title: long('政策', taskNo), documentNo, unit: '市商务局', issuedOn: '2024-06-01' }
        }),
        practices: list(30, (taskNo) => ({ taskNo, unit: '市商务局', text: '经验'.repeat(400) })),
        leaders: {
          issues: list(20, (no) => ({ no, title: long('需领导定', no), carried: 2, units })),
          slips: list(20, (items) => ({ unit: long('单位', items).slice(0, 60), dueOn: '2024-06-01', items })),
        },
      })
      const parts = wholeMessages(locale, many)
      const texts = parts.flatMap(({ blocks }) => textsOf(blocks))

      it('is as many messages as Slack takes, numbered', () => {
        expect(parts.length).toBeGreaterThan(3)
        expect(parts.at(-1)?.text).toContain(`${parts.length}/${parts.length}`)
        for (const part of parts) accepted(part)
        const preview = { content: many, postable: true, mayPost: true, hasChannel: true }
        for (const part of previewMessages(locale, preview, 'command:1')) accepted(part)
      })

      it('shows all targets and units, and counts what it does not name', () => {
        const rows = parts.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.type === 'table' ? block.rows.slice(1) : [])),
        )
        expect(rows).toHaveLength(60)
        expect(texts.join().match(/0\/3/g)).toHaveLength(300)
        expect(texts.join().match(/88\/99/g)).toHaveLength(100)
        expect(texts.find((one) => one.includes('/issue list'))).toContain('895')
        expect(texts.filter((one) => one.includes('107')).length).toBeGreaterThan(1)
      })

      it('draws those behind first where a chart does not take all', () => {
        const chart = JSON.stringify(
          parts.flatMap(({ blocks }) => blocks).find(({ type }) => String(type) === 'data_visualization'),
        )
        expect(chart).toContain('data_visualization')
        expect(chart.match(/"label"/g)).toHaveLength(40)
      })
    },
  )
})

describe('a digest of every part', () => {
  const whole = digestContent.parse({
    ...content,
    planId: 1,
    cadence: 'monthly',
    sections: [...digestSections],
    interpretation: '进口回升。\n口岸验收仍是短板。',
    since: '2024-05-31T09:00:00+08:00',
    changes: {
      counts: { 'report.filed': 4, 'issue.raised': 3, 'issue.closed': 2, 'slip.blue': 1 },
      numbers: { 'issue.raised': [12, 13, 14], 'report.filed': [1, 2, 3, 4] },
      targets: [
        { targetId: 1, metric: '年进口贸易量', unit: '亿元', before: '540', after: '620', recorded: 1 },
        { targetId: 2, metric: '新开口企业', unit: '家', before: null, after: '17', recorded: 2 },
      ],
    },
    point: {
      targets: { total: 4, good: 1, behind: 1, unknown: 2 },
      reports: { owed: 5, filed: 3 },
      issues: { open: 7, carried: 2 },
    },
    bySection: [{ no: '一', title: '扩大进口', owed: 3, filed: 2, ahead: 1, on_track: 0, behind: 1, done: 0 }],
    ages: { week: 2, month: 4, quarter: 1, older: 0 },
    blocking: { count: 1, named: [{ no: 7, title: '口岸验收', metric: '新开口企业' }] },
    overdueActions: {
      count: 1,
      named: [{ no: 3, text: '印发进口贴息细则', owner: '市商务局', dueOn: '2024-06-19', days: 3 }],
    },
    slips: { blue: 2, yellow: 1, red: 0, unsigned: 1, proposed: 1 },
    slippedMilestones: {
      count: 1,
      named: [{ no: 2, taskNo: 6, title: '口岸开工', unit: '江城海关', dueOn: '2024-06-14' }],
    },
    policies: {
      count: 1,
      named: [
        { taskNo: 1, title: '进口贴息办法', documentNo: '江商务〔2024〕3号', unit: '市商务局', issuedOn: '2024-06-18' },
      ],
    },
    practices: { count: 1, named: [{ taskNo: 1, unit: '市商务局', text: '设备进口绿色通道，一次办结。' }] },
    leaders: {
      issues: { count: 1, named: [{ no: 7, title: '口岸验收', carried: 2, units: ['市交通运输局', '市商务局'] }] },
      slips: { count: 1, named: [{ unit: '市科技局', dueOn: '2024-06-07', items: 2 }] },
    },
  })

  it.each(['zh-CN', 'en'] as const)('reads so (%s)', async (locale) => {
    const [only, more] = wholeMessages(locale, whole)
    expect(more).toBeUndefined()
    if (only) accepted(only)
    const lines = textsOf(only?.blocks).flatMap((text) => text.split('\n'))
    await expect(lines.join('\n')).toMatchFileSnapshot(`./golden/digest-${locale}.txt`)
  })

  it('shows only the parts that were chosen', () => {
    const texts = textsOf(digestMessage('zh-CN', { ...whole, sections: ['practices'] }).blocks).join('\n')
    expect(texts).toContain('绿色通道')
    expect(texts).not.toContain('督办')
    expect(texts).not.toContain('现值')
  })

  it('never names an enterprise: an issue of one has no title here', () => {
    const issues = { open: 1, top: [{ no: 9, title: '', taskNo: 22, days: 1, carried: 0, units: [] }] }
    expect(textsOf(digestMessage('zh-CN', { ...whole, issues }).blocks).join()).toContain('#9 重点企业的问题')
  })

  it('is put before a leader with where it goes and the buttons', () => {
    const notice = {
      planId: 1,
      language: 'zh-CN',
      digestId: 5,
      version: 2,
      place: 'CLEADING',
      content: { ...whole, sections: [] },
      settled: null,
    }
    const message = approvalMessage('zh-CN', notice)
    accepted(message)
    expect(message.text).toMatch(/^待您批准发布：情况通报（月报） · 6月24日（周一）/)
    expect(JSON.stringify(message.blocks)).toContain('"value":"1/5/2"')
    for (const by of ['U0LEADER2', null]) {
      const settled = approvalMessage('zh-CN', { ...notice, settled: { by } })
      accepted(settled)
      expect(settled.text).toContain('无需再批准')
      expect(JSON.stringify(settled.blocks)).not.toContain('1/5/2')
    }
  })
})

describe('a preview', () => {
  const shown = (change: { mayPost?: boolean; hasChannel?: boolean; postable?: boolean } = {}) =>
    previewMessages(
      'zh-CN',
      { content: { ...content, planId: 1 }, postable: true, mayPost: true, hasChannel: true, ...change },
      'command:1',
    ).at(-1)
  const posts = (message: Message | undefined) => JSON.stringify(message?.blocks).includes('digest_post')

  it('has the button only where the person may post, there is a channel, and it is what would be posted', () => {
    expect(shown()?.blocks.at(-1)).toMatchObject({
      elements: [{ action_id: 'digest_post', value: '1/command:1', text: { text: '发布' } }],
    })
    expect(posts(shown({ mayPost: false }))).toBe(false)
    expect(posts(shown({ postable: false }))).toBe(false)
    expect(posts(shown({ hasChannel: false }))).toBe(false)
    expect(textsOf(shown({ hasChannel: false })?.blocks).join()).toContain('/plan channel leading')
  })

  it('and a posting are messages that Slack takes', () => {
    const preview = shown()
    if (preview) accepted(preview)
    accepted(postingMessage('zh-CN', 'CLEADING'))
  })
})
