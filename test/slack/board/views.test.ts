import { describe, expect, it } from 'vitest'
import type { MeetingRow } from '../../../src/db/meeting-store.ts'
import { noFixes } from '../../../src/domain/agenda/fixes.ts'
import { boardOf } from '../../../src/domain/meeting/board.ts'
import type { Locale } from '../../../src/i18n/locale.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { boardMessage, endedMessage, itemCallMessage } from '../../../src/slack/board/messages.ts'
import { attendanceModal, boardModal } from '../../../src/slack/board/views.ts'
import { type BoardRow, type BoardView, timesOf, toBoardItem } from '../../../src/usecases/meeting/load-board.ts'

const core = {} as Core
const locales: Locale[] = ['zh-CN', 'en']
const startsAt = new Date('2024-07-02T07:00:00Z')
const at = (minute: number) => new Date(startsAt.getTime() + minute * 60_000)
const metadata = { planId: 1, meetingNo: 3, channel: 'C1' }
const text = (value: unknown) => JSON.stringify(value)

const meeting: MeetingRow = {
  id: 1,
  no: 3,
  seriesId: null,
  startsAt,
  minutes: 120,
  place: '一号会议室',
  channel: null,
  convener: 'U1',
  callDays: 10,
  draftDays: 3,
  reminderDays: 1,
  state: 'running',
  draft: null,
  fixes: noFixes,
  agenda: null,
  drafted: 1,
  draftedBy: 'U1',
  draftedAt: startsAt,
  published: 1,
  sequence: 1,
  calledAt: null,
  draftWantedAt: null,
  draftSentAt: null,
  createdBy: 'U1',
  createdAt: startsAt,
  publishedBy: 'U1',
  publishedAt: startsAt,
  startedAt: startsAt,
  endedAt: null,
  cancelReason: null,
  version: 1,
}

function row(no: number, more: Partial<BoardRow> = {}): BoardRow {
  return {
    id: no,
    issueId: no,
    issueNo: no,
    title: '题'.repeat(80),
    position: no,
    startMinute: (no - 1) * 10,
    minutes: 10,
    startedAt: null,
    endedAt: null,
    callAt: null,
    calledAt: null,
    units: [{ id: 1, name: '市商务局' }],
    decision: null,
    settled: false,
    gone: false,
    actions: [],
    ...more,
  }
}

function view(items: BoardRow[], minute: number): BoardView {
  const board = boardOf(timesOf(meeting), items.map(toBoardItem), at(minute))
  const plan = { id: 1, title: '方案', zone: 'Asia/Shanghai', language: 'zh-CN' }
  return { meeting, plan, now: at(minute), board, items, attendance: [] }
}

describe('the board', () => {
  const decided = {
    decision: { id: 9, outcome: 'decided' as const, text: '统一标准' },
    settled: true,
    startedAt: at(0),
  }
  const items = [row(1, { ...decided, endedAt: at(10) }), row(2, { startedAt: at(10) }), row(3)]

  it('says what is under way, how long it takes and has left, and what is next', () => {
    const blocks = text(boardModal('zh-CN', view(items, 14), metadata).blocks)
    expect(blocks).toContain('正在讨论：第2项 #2')
    expect(blocks).toContain('原定 15:10 · 15:10 开始 · 已用 4 分钟 · 还剩 6 分钟')
    expect(blocks).toContain('下一项：15:20 #3')
    expect(blocks).toContain('议定：统一标准')
    expect(blocks).toContain('已有结果 1 项，共 3 项')
  })

  it('says an overrun, and how far it shifts the rest', () => {
    const late = text(boardModal('zh-CN', view(items, 25), metadata).blocks)
    expect(late).toContain('🟡 已超时 5 分钟')
    expect(late).toContain('预计 15:25 第3项')
    expect(late).toContain('原定 15:20，推迟 5 分钟')
    expect(late).toContain('预计 15:35 结束，比原定推迟 5 分钟')
    expect(text(boardModal('en', view(items, 25), metadata).blocks)).toContain('5 min over')
  })

  it('names what is refused on top', () => {
    const [first] = boardModal('zh-CN', view(items, 25), metadata, '没有保存').blocks
    expect(text(first)).toContain('没有保存')
  })

  it.each(locales)('keeps within Slack’s limits however long the agenda is (%s)', (locale) => {
    const units = Array.from({ length: 60 }, (_, index) => ({ id: index, name: `第${index}个责任单位`.repeat(3) }))
    for (const settled of [0, 60, 120]) {
      const many = Array.from({ length: 120 }, (_, index) =>
        row(index + 1, index < settled ? { ...decided, units, endedAt: at(index) } : { units }),
      )
      const { blocks, private_metadata } = boardModal(locale, view(many, 30), metadata, '长'.repeat(500))
      expect(blocks.length).toBeLessThanOrEqual(100)
      expect(viewBlockProblems(core, JSON.parse(text(blocks)))).toEqual([])
      expect(private_metadata?.length).toBeLessThan(3000)
    }
  })

  it.each(locales)('offers every unit to be marked, in groups where there are many (%s)', (locale) => {
    const units = Array.from({ length: 250 }, (_, index) => ({
      id: index + 1,
      name: `单位${index}`,
      nameEn: null,
      aliases: [],
    }))
    const { blocks } = attendanceModal(locale, { units, present: [1, 200] }, { ...metadata, boardViewId: 'V1' })
    expect(viewBlockProblems(core, JSON.parse(text(blocks)))).toEqual([])
    expect(text(blocks)).toContain('单位249')
  })

  it.each(locales)('is told in a message too, with its end and calls (%s)', (locale) => {
    const call = {
      planId: 1,
      planTitle: '方案',
      language: 'zh-CN',
      zone: 'Asia/Shanghai',
      meetingId: 1,
      no: 3,
      startsAt: '2024-07-02T15:00:00+08:00',
      minutes: 120,
      place: '一号会议室',
      item: 2,
      issueNo: 7,
      title: '花山港验收',
      units: ['武汉海关'],
    }
    const soon = itemCallMessage(locale, { ...call, expectedAt: '2024-07-02T15:20:00+08:00' })
    expect(soon.text).toContain('15:20')
    expect(itemCallMessage(locale, { ...call, expectedAt: null }).text).toMatch(/现在讨论第2项 #7|Now: item 2, #7/)
    const carriedOver = Array.from({ length: 96 }, (_, no) => ({
      no,
      title: '题'.repeat(80),
      carried: 2,
      escalated: true,
    }))
    const ended = endedMessage(locale, { meeting, items, carriedOver })
    for (const one of [soon, ended, boardMessage(locale, view(items, 14))])
      expect(() => checkMessageBlocks(core, JSON.parse(text(one.blocks)))).not.toThrow()
    expect(text(ended.blocks)).toContain('56')
  })
})
