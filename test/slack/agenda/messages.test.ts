import { describe, expect, test } from 'vitest'
import { agendaNotice } from '../../../src/domain/agenda/notice.ts'
import {
  agendaMessage,
  agendaPublishedMessage,
  draftMessage,
  receiptMessage,
} from '../../../src/slack/agenda/messages.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import type { AgendaView } from '../../../src/usecases/agenda/agenda-view.ts'
import { longNotice, smallNotice } from './notices.ts'

const draft = (notice = smallNotice, warnings: AgendaView['warnings'] = []): AgendaView => ({
  draft: true,
  published: false,
  absent: [],
  gone: [],
  notice,
  warnings,
})
/** Every text of a message in its order, a line each. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? inner.split('\n') : textsOf(inner),
  )
}
/** What stands on the controls of a draft. */
const controls = [
  ...[
    '↑ 上移',
    '↓ 下移',
    '固定首位',
    '固定末位',
    '取消固定',
    '改时长',
    '延期',
    '发布',
    '返回',
    '按重要程度排',
    '加议题',
  ],
  ...[
    '为何未列入',
    '#15 冷链补贴',
    '发布到联席会议频道并逐一通知到会单位，2 个问题转为「已列入议程」。发布后仍可调整。',
  ],
]
const linesOf = (message: Message) => textsOf(message.blocks)
const buttonsOf = (message: Message) =>
  message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : [])) as {
    action_id: string
    value: string
  }[]

describe('the draft to the convener', () => {
  test('tells every overdue action of the follow-up, over as many pages as that takes', () => {
    const overdue = Array.from({ length: 90 }, (_, index) => {
      return { no: index + 1, issueNo: 1, text: '制'.repeat(200), owner: '市商务局', dueOn: '2024-06-12' }
    })
    const notice = { ...smallNotice, followUp: { minutes: 30, verified: 1, running: 2, overdue } }
    expect(agendaNotice.parse(notice).followUp?.overdue).toHaveLength(90)
    const told = new Set<string>()
    for (let page = 1; told.size < overdue.length; page++) {
      const { blocks } = draftMessage('zh-CN', draft(notice), page)
      expect(JSON.stringify(blocks).length).toBeLessThan(13_200)
      for (const line of textsOf(blocks)) {
        expect(line).not.toMatch(/…$/)
        for (const found of line.matchAll(/交办(\d+)(?=.*制)/g)) told.add(found[1] ?? '')
      }
    }
    const [rest = ''] = linesOf(draftMessage('zh-CN', draft(notice), 1)).filter((line) => /^此处未显示/.test(line))
    expect(rest).toContain('2 项')
  })

  test('says in Chinese what fits, who attends, what is left out and why', () => {
    expect(linesOf(draftMessage('zh-CN', draft())).filter((line) => !controls.includes(line))).toEqual([
      '7月联席会议草案 · 7月2日（周二）15:00–16:00 · 2 项，用时 45 分钟',
      '按各单位等候最少排列：合计等候 20 分钟（按重要程度排列为 35 分钟）；已证最优',
      '15:00–15:25 第1项 #7 口岸验收 · 25 分钟 · 必议',
      '41 分 = 严重 20 + 久拖 11 + 指标 10 · 任务6',
      '需到会：市交通运输局、市商务局、武汉海关',
      '15:25–15:45 第2项 #12 减免税系统接口 <!channel> · 20 分钟',
      '10 分 = 严重 10',
      '需到会：市商务局',
      '须到会单位 2 个',
      '市商务局：15:00–15:45，第1、2项，议事 45 分钟，等候 0 分钟',
      '武汉海关：15:00–15:25，第1项，议事 25 分钟，等候 0 分钟',
      '未列入 1 个',
      '#15 冷链补贴 · 6 分 · 25 分钟 — 差 10 分钟；列入则须去 #12，议程价值少 6',
      '评分：严重程度一般至紧急 5/10/20/30；久拖每 7 天 1（至多 20）；涉及指标 5，欠进度 10；每延一次 8（至多 24）；每多涉一个单位 2（至多 10）。',
      '输入校验码 a1b2c3d4：同样的问题、权重与时长得出同样的议程。',
    ])
  })

  test('counts apart the units that must come and those that may', () => {
    const may = { ...smallNotice, attendance: smallNotice.attendance.map((one, n) => ({ ...one, required: n === 0 })) }
    expect(linesOf(draftMessage('zh-CN', draft(may)))).toContain('须到会单位 1 个，可选 1 个')
    expect(linesOf(draftMessage('en', draft(may)))).toContain('Units that must attend: 1; that may: 1')
  })

  test('says the same in English', () => {
    const message = draftMessage('en', draft())
    expect(message.text).toBe('Draft agenda · Tue 2 Jul 15:00–16:00 · 2 items in 45 minutes')
    expect(linesOf(message)).toContain('41 points = severity 20 + age 11 + target 10 · task 6')
    expect(linesOf(message).join()).not.toMatch(/undefined|NaN|null/)
  })

  test('carries publishing and the other order under it', () => {
    expect(buttonsOf(draftMessage('zh-CN', draft())).map(({ action_id, value }) => [action_id, value])).toEqual([
      ['agenda_up', '1/31/2/7/'],
      ['agenda_down', '1/31/2/7/'],
      ['agenda_more', undefined],
      ['agenda_up', '1/31/2/12/'],
      ['agenda_down', '1/31/2/12/'],
      ['agenda_more', undefined],
      ['agenda_publish', '1/31/2/0/'],
      ['agenda_other_mode', '1/31/2/0/score'],
      ['agenda_add', '1/31/2/0/'],
      ['agenda_why_not', undefined],
    ])
    const byScore = draftMessage('zh-CN', draft({ ...smallNotice, mode: 'score', waiting: 35 }))
    expect(buttonsOf(byScore).map(({ value }) => value)).toContain('1/31/2/0/waiting')
    expect(linesOf(byScore)).toContain('按重要程度排列：各单位合计等候 35 分钟')
    expect(linesOf(byScore)).toContain('按等候最少排')
  })

  test('warns before the convener publishes', () => {
    const texts = linesOf(draftMessage('zh-CN', draft(smallNotice, ['holiday', 'no_channel'])))
    expect(texts).toContain('请注意：该日不是工作日。')
    expect(texts.join()).toContain('/plan channel')
  })

  test('a heuristic order does not claim to be proved', () => {
    expect(linesOf(draftMessage('zh-CN', draft({ ...smallNotice, proved: false }))).join()).toContain('未证最优')
  })
})

describe('publishing', () => {
  test('posts in the language of the plan, without buttons', () => {
    const chinese = agendaPublishedMessage(smallNotice)
    expect(chinese.text).toBe('联席会议议程 · 7月2日（周二）15:00–16:00 · 2 项，用时 45 分钟')
    expect(buttonsOf(chinese)).toEqual([])
    expect(agendaPublishedMessage({ ...smallNotice, language: 'en' }).text).toMatch(/^Joint meeting agenda/)
  })

  test('nothing a person typed can mention or link', () => {
    for (const block of agendaPublishedMessage(smallNotice).blocks) {
      expect(JSON.stringify(block)).not.toContain('"mrkdwn"')
    }
  })

  test('the receipt names the channel', () => {
    const message = receiptMessage('zh-CN', { notice: smallNotice, channel: 'C123' })
    expect(message.text).toBe('已发布：7月2日（周二）15:00–16:00 联席会议议程，2 项，用时 45 分钟')
    expect(JSON.stringify(message.blocks)).toContain('"channel_id":"C123"')
  })

  test('only who may publish gets the buttons of a draft', () => {
    const own = buttonsOf(agendaMessage('zh-CN', { ...draft(), mayPublish: true }, 1))
    expect(own.map((one) => one.action_id)).toContain('agenda_publish')
    const published = agendaMessage('zh-CN', { ...draft(), draft: false, published: true, mayPublish: true }, 1)
    expect(buttonsOf(published)).toEqual([])
  })
})

describe('an agenda that is longer than a message', () => {
  const notice = longNotice(40, 200)
  const pages = Number(/共 (\d+) 页/.exec(linesOf(draftMessage('zh-CN', draft(notice))).join())?.[1])
  const all = Array.from({ length: pages }, (_, index) => draftMessage('zh-CN', draft(notice), index + 1))

  test('keeps to its own bounds', () => {
    expect(() => agendaNotice.parse(notice)).not.toThrow()
  })

  test.each(['zh-CN', 'en'] as const)('fits in Slack on every page in %s', (locale) => {
    const messages = [
      ...all.map((_, index) =>
        draftMessage(locale, draft(notice, ['holiday', 'calendar_unknown', 'overrun', 'no_channel']), index + 1),
      ),
      agendaPublishedMessage({ ...notice, language: locale }),
    ]
    for (const { blocks } of messages) {
      expect(blocks.length).toBeLessThanOrEqual(50)
      expect(JSON.stringify(blocks).length).toBeLessThan(13_200)
      for (const block of blocks) {
        if (block.type === 'section') expect(block.text?.text.length).toBeLessThanOrEqual(3000)
      }
    }
  })

  test('counts what is not shown, and shows all of it on the pages, once', () => {
    expect(pages).toBeGreaterThan(1)
    const lines = all.flatMap(linesOf)
    for (const { no } of notice.items) expect(lines.filter((line) => line.includes(`项 #${no} `))).toHaveLength(1)
    for (const { no } of notice.leftOut)
      expect(lines.filter((line) => line.startsWith(`#${no} `) && line.includes(' · '))).toHaveLength(1)
    for (const { unit } of notice.attendance)
      expect(lines.filter((line) => line.startsWith(`${unit}：`))).toHaveLength(1)
    const first = all[0] ? linesOf(all[0]) : []
    const shown = first.filter((line) => line.includes('项 #')).length
    expect(first.join('\n')).toContain(
      `此处未显示：议题 ${40 - shown} 项、到会单位 60 个、未列入问题 200 个。输入 /agenda show 2 查看。`,
    )
    expect(lines.join()).toContain('另有 7 个分值更低的未列入')
    expect(lines.join()).toContain('等 60 个单位')
  })

  test('a page beyond the last is refused', () => {
    expect(() => draftMessage('zh-CN', draft(notice), pages + 1)).toThrow('agenda.no_page')
    expect(() => draftMessage('zh-CN', draft(), 0)).toThrow('agenda.no_page')
  })
})
