import { describe, expect, it } from 'vitest'
import { digestContent } from '../../../src/domain/digest.ts'
import { viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { homeView } from '../../../src/slack/home/views.ts'
import { ids } from '../../../src/slack/ids.ts'
import type { Home } from '../../../src/usecases/home/show-home.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const count = <T>(length: number, make: (no: number) => T) => Array.from({ length }, (_, at) => make(at + 1))
const unit = '单'.repeat(200)
const title = '题'.repeat(500)

const duty = (kind: string, key: string, unitId: number, items: number) => ({
  ...{
    kind,
    subject: `${kind}/${key}`,
    unitId,
    unit,
    people: 'liaisons',
    dueOn: '2024-07-12',
    countFrom: '2024-07-12',
  },
  ...{ items: count(items, (no) => ({ no, title })), daysLate: 3 },
})
const slip = (id: number) => ({
  ...{ id, year: 2024, no: id, level: 'red', kind: id % 2 ? 'report' : 'action' },
  ...{ subject: id % 2 ? 'report/2024H1' : 'action/12', unit, dueOn: '2024-07-12' },
})
const action = (no: number) => ({
  group: no % 2 ? 'verify' : 'own',
  action: {
    ...{ no, text: '办'.repeat(200), owner: { name: unit }, coUnits: [], issueNo: no, issueTitle: '题'.repeat(80) },
    ...{ dueOn: '2024-07-12', state: 'reported', evidence: '证'.repeat(1000), reportedAt: new Date(0) },
    ...{ measure: '标'.repeat(200), remark: '因'.repeat(500), daysLate: null },
    ...{ mayReport: true, mayVerify: true, mayReturn: true, mayExtend: true, mayCancel: true },
  },
})
const issue = (no: number) => ({
  ...{ no, title: '题'.repeat(80), state: 'open', escalatedAt: new Date(0), carried: 2, units: count(20, String) },
})
const target = () => ({
  ...{ metric: '标'.repeat(500), unit: '亿元', value: '1000', current: '700.5', asOf: '2024-06-01', due: '850' },
  ...{ gap: '-149.5', status: 'behind', reason: null, taskNo: 3, by: null, per: null },
})
const digest = digestContent.parse({
  ...{ planTitle: title, language: 'zh-CN', zone: 'Asia/Shanghai', asOf: '2024-06-24', periodKey: '2024H1' },
  ...{ dueOn: '2024-07-12', missedSlots: 0, targets: count(40, target), since: null },
  reports: { owed: 400, filed: 100, filedUnits: [], unfiled: count(300, () => ({ unit, owed: 2, filed: 1 })) },
  statusCounts: { ahead: 1, on_track: 1, behind: 1, done: 1 },
  issues: { open: 0, top: [] },
})
const meeting = {
  ...{ no: 12, place: '室'.repeat(300), published: true, drafted: false, startsAt: '2024-07-02T15:00:00.000+08:00' },
  items: count(30, (no) => ({ no, title: '题'.repeat(80), minutes: 5, startMinute: no * 5, units: [] })),
}
const period = {
  ...{ key: '2024H1', startsOn: '2024-01-01', endsOn: '2024-06-30', opensOn: '2024-06-17', dueOn: '2024-07-12' },
}

const liaison = {
  duties: [
    ...count(20, (no) => duty('report', '2024H1', no, 25)),
    ...count(30, (no) => duty('milestone', String(no), 1, 1)),
  ],
  slips: count(30, slip),
  reports: 500,
  asked: { periodKey: '2024H1', counts: [{ kind: 'report', count: 500 }], minutes: 40, waiting: 5 },
  settled: count(50, (no) => ({ no, title: '题'.repeat(80), state: 'closed' })),
}
const leader = {
  ...{
    digest,
    escalated: count(40, issue),
    redSlips: count(40, slip),
    digests: count(3, (id) => ({ id, version: 2, since: new Date(0), cadence: 'weekly' })),
  },
  minutes: count(9, (no) => ({ no, number: no % 2, version: 1 })),
}
const office = {
  board: count(300, (unitId) => ({ unitId, unit, total: 22, filed: 1, late: 1, returned: 1, accepted: 0 })),
  toReview: 12,
  late: count(300, (unitId) => ({ unitId, unit, counts: { report: 22, action: 3, milestone: 1, visit: 1 }, days: 9 })),
}
const all = {
  ...{ planId: 5, zone: 'Asia/Shanghai', planTitle: '题'.repeat(200), period, liaison, leader, office },
  roles: ['liaison', 'leader', 'admin'],
  units: count(300, (no) => `单位${no}`),
  ownOnly: false,
  meetings: count(5, () => meeting),
  issues: count(300, issue),
  actions: count(40, action),
  lastDigest: { sentAt: new Date(0), channel: 'C1', content: digest },
} as unknown as Home

describe('a large App Home', () => {
  it.each([
    ['of one liaison', { ...all, leader: null, office: null }],
    ['of a leader', { ...all, liaison: null, office: null }],
    ['of the office', { ...all, liaison: null, leader: null }],
    ['of somebody who is all at once', all],
  ])('%s keeps to the limits of Slack', (_, home) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { blocks } = homeView(locale, home)
      expect(viewBlockProblems({} as Core, asSent(blocks))).toEqual([])
      expect(blocks.length).toBeLessThanOrEqual(100)
    }
  })

  it('counts what does not fit, and leads to it', () => {
    const text = JSON.stringify(homeView('zh-CN', { ...all, leader: null, office: null }).blocks)
    expect(text).toContain('进展未报 500 项')
    expect(text).toContain('另有 485 项，输入 /progress list 查看')
    expect(text).toContain('另有 24 项，输入 /todo 查看')
    expect(text).toContain('另有 25 项，输入 /todo slips 查看')
    expect(text).toContain('另有 290 个，输入 /issue list 查看')
    expect(text).toContain(`"action_id":"${ids.progress.unchanged}"`)
    const shared = JSON.stringify(homeView('zh-CN', all).blocks)
    for (const rest of [
      '493 项，输入 /progress list',
      '290 个单位，输入 /progress status',
      '290 个单位，输入 /todo overdue',
      '1 项，输入 /digest subscriptions',
    ])
      expect(shared).toContain(`另有 ${rest}`)
    expect(shared).toContain('待您决定 92 项')
  })
})
