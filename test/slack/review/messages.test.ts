import { describe, expect, it } from 'vitest'
import type { ReportRow } from '../../../src/db/report-store.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import type { Message } from '../../../src/slack/blocks.ts'
import { boardMessage } from '../../../src/slack/progress/board.ts'
import { historyMessage } from '../../../src/slack/progress/history.ts'
import { receiptMessage } from '../../../src/slack/progress/messages.ts'
import { filedUnchangedMessage, unchangedMessage } from '../../../src/slack/progress/unchanged.ts'
import { acceptedMessage, reviewMessage } from '../../../src/slack/review/messages.ts'
import { closingMessage } from '../../../src/slack/review/period.ts'
import { reasonModal } from '../../../src/slack/review/views.ts'
import type { ReviewEntry, ReviewReport } from '../../../src/usecases/report/list-review.ts'
import type { ReportBoard } from '../../../src/usecases/report/show-report-board.ts'
import type { HistoryReport } from '../../../src/usecases/report/show-report-history.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const period = {
  key: '2024H1',
  startsOn: '2024-01-01',
  endsOn: '2024-06-30',
  opensOn: '2024-06-17',
  dueOn: '2024-07-12',
}
const unit = '单'.repeat(60)
const row = (more: Partial<ReportRow> = {}): ReportRow => ({
  id: 1_000_000,
  taskId: 1,
  unitId: 1,
  periodKey: '2024H1',
  version: 1,
  state: 'submitted',
  status: 'behind',
  percent: 40,
  summary: '述'.repeat(2000),
  practice: '做'.repeat(500),
  unchanged: true,
  late: true,
  reportedBy: 'U1',
  reportedAt: new Date(0),
  decidedBy: null,
  decidedAt: null,
  reason: '',
  ...more,
})
const evidence = Array.from({ length: 20 }, (_, at) => ({
  title: `<!channel> ${'题'.repeat(190)}`,
  url: `https://a.example/${'a'.repeat(at < 10 ? 100 : 280)}/${at}`,
  fileId: at < 10 ? `F${at}` : null,
}))

/** Slack takes the message, whole, and nothing that people typed is at work in it. */
function accepted({ text, blocks }: Message): string {
  checkMessageBlocks({} as Core, asSent(blocks))
  const all = JSON.stringify(blocks)
  expect(all).not.toContain('mrkdwn')
  expect(text).not.toContain('<!')
  return all
}

describe('messages about reports at their longest', () => {
  const report = (at: number): ReviewReport => ({
    unit: `${unit}${at}`,
    report: row({ id: at }),
    evidence,
    accepted: 1,
  })
  const entry = (at: number): ReviewEntry => ({
    taskNo: at,
    taskTitle: '题'.repeat(200),
    periodKey: '2024H1',
    lead: report(at),
    participants: Array.from({ length: 14 }, (_, other) => report(at * 100 + other)),
    silent: Array.from({ length: 10 }, () => unit),
    ids: Array.from({ length: 15 }, (_, other) => 1_000_000 + at * 100 + other),
    since: new Date(0),
  })
  const list = {
    planId: 1,
    zone: 'Asia/Shanghai',
    early: 3,
    entries: Array.from({ length: 250 }, (_, at) => entry(at + 1)),
  }

  it.each(['zh-CN', 'en'] as const)('what waits is paged, counted and folded in (%s)', (locale) => {
    const first = accepted(reviewMessage(locale, list, 1))
    expect(first).toContain('250')
    expect(first).toContain('247')
    expect(first).toContain('/progress')
    accepted(reviewMessage(locale, list, 999))
    const all = list.entries
      .flatMap(({ ids }) => ids)
      .map((id) => ({ taskNo: id, unit, periodKey: '2024H1', version: 1 }))
    accepted(acceptedMessage(locale, { planId: 1, accepted: all, stale: all.slice(0, 30) }))
  })

  it('the board is paged, one row a unit', () => {
    const asks = { reports: 9, meetings: 9, actions: 9, consultations: 9 }
    const counts = { total: 250, filed: 200, late: 100, returned: 100, accepted: 100, drafts: 100, asks }
    const units = Array.from({ length: 200 }, (_, at) => ({ unit: `${unit}${at}`, ...counts }))
    const board: ReportBoard = { planId: 1, period, closed: true, overdue: true, kind: 'units', units }
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(accepted(boardMessage(locale, board, 1))).toContain('175')
      accepted(boardMessage(locale, board, 8))
    }
  })

  it('the trail shows every version whole on some page', () => {
    const reports = Array.from({ length: 60 }, (_, at): HistoryReport => {
      const decided = { decidedBy: 'U2', decidedAt: new Date(0), reason: '因'.repeat(500), state: 'returned' as const }
      return {
        ...row({ id: at, version: at + 1, ...decided }),
        unit,
        role: 'lead',
        evidence: at % 20 === 0 ? evidence : [],
      }
    })
    const history = { planId: 1, zone: 'Asia/Shanghai', taskNo: 6, taskTitle: '题'.repeat(200), reports }
    const seen = new Set<string>()
    let pages = 0
    for (let page = 1; page <= 60; page++) {
      const all = accepted(historyMessage('zh-CN', history, page))
      const found = [...all.matchAll(/第(\d+)版 ·/g)].map(([, version]) => version ?? '')
      if (found.every((version) => seen.has(version))) break
      pages += 1
      for (const version of found) seen.add(version)
    }
    expect(seen.size).toBe(60)
    expect(pages).toBeGreaterThan(1)
  })

  it('closing names who has not filed, and counts the others', () => {
    const missing = Array.from({ length: 100 }, (_, at) => ({
      unit: `${unit}${at}`,
      tasks: Array.from({ length: 99 }, (_, no) => no),
    }))
    const all = accepted(
      closingMessage('zh-CN', { planId: 1, periodKey: '2024H1', dueOn: period.dueOn, missing, waiting: 3 }),
    )
    expect(all).toContain('9900')
    expect(all).toContain('另有 40 个单位')
  })

  it('a receipt holds the longest text, its evidence and the participants', () => {
    const participants = Array.from({ length: 30 }, (_, at) => ({
      unit: `${unit}${at}`,
      report: at < 20 ? { ...row(), evidence } : null,
    }))
    accepted(
      receiptMessage('zh-CN', {
        ...row(),
        planId: 1,
        zone: 'Asia/Shanghai',
        reportId: 1,
        taskNo: 6,
        taskTitle: '题',
        unit,
        lead: null,
        participants,
        dueOn: period.dueOn,
        evidence,
        corrects: 1,
        replaces: null,
        draftKept: { savedBy: 'U1', savedAt: new Date(0) },
      }),
    )
  })

  it('no change lists as many as fit, and counts the others', () => {
    const task = (no: number) => ({ id: no, no, title: '题'.repeat(200), sectionNo: '一', sectionTitle: '', units: [] })
    const claims = Array.from({ length: 250 }, (_, at) => ({
      period: { ...period, id: 1 },
      task: task(at),
      unit: { id: 1, name: unit, nameEn: null, aliases: [], role: 'lead' as const },
      found: { standing: null, accepted: null, newest: null },
      countFrom: period.dueOn,
    }))
    const from = { ...row(), pair: '', startsOn: '2023-07-01', periodKey: '2023H2' }
    const able = claims.map((claim) => ({ claim, from }))
    const found = { planId: 1, taskNo: null, able, without: claims, returned: claims, key: '0123456789abcdef' }
    expect(accepted(unchangedMessage('zh-CN', found))).toContain('另有 210 项')
    accepted(unchangedMessage('en', found))
    accepted(filedUnchangedMessage('en', { ...found, late: 250 }))
  })

  it('the form of a reason shows the whole report', () => {
    const found = {
      planId: 1,
      id: 1,
      taskNo: 6,
      unit,
      periodKey: '2024H1',
      version: 1,
      summary: '😀'.repeat(2000),
      reason: '',
    }
    const { blocks } = reasonModal('zh-CN', 'return', found, null)
    expect(viewBlockProblems({} as Core, asSent(blocks))).toEqual([])
    expect(JSON.stringify(blocks).match(/😀/g)).toHaveLength(2000)
  })
})
