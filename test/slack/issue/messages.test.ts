import type { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { trailKinds } from '../../../src/domain/action/action-trail.ts'
import type { LifeEvent } from '../../../src/domain/issue-life.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { ids } from '../../../src/slack/ids.ts'
import { lifeLine } from '../../../src/slack/issue/life.ts'
import { plainText, readableText } from '../../../src/slack/issue/message-text.ts'
import { issueListMessage, issueMessage, issueMessages, raisedMessage } from '../../../src/slack/issue/messages.ts'
import { issueModal } from '../../../src/slack/issue/views.ts'
import type { ShownIssue } from '../../../src/usecases/issue/list-issues.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const issue = (no: number, more: Partial<ShownIssue> = {}): ShownIssue => ({
  id: no + 1000,
  no,
  title: '题'.repeat(80),
  details: '',
  severity: 3,
  minutes: 20,
  state: 'open',
  mandatory: false,
  carried: 0,
  life: [],
  targets: [],
  zone: 'Asia/Shanghai',
  raisedBy: 'U1',
  raisedUnitId: 1,
  raisedUnit: '市商务局',
  raisedAt: new Date(0),
  escalatedAt: null,
  closedAt: null,
  version: 1,
  raisedOn: '2024-06-24',
  days: 0,
  sourceLink: null,
  taskId: 1,
  taskNo: 6,
  taskTitle: '做大做强',
  units: [
    { id: 1, name: '市商务局', nameEn: null },
    { id: 2, name: '武汉海关', nameEn: null },
  ],
  enterprise: null,
  mayWithdraw: false,
  mayRequire: false,
  consultation: { planId: 1, latest: null, mayConsult: false, mayAnswer: false, maySettle: false },
  ...more,
})

describe('the messages about issues', () => {
  it('list as many as fit, count the others, and let one be chosen', () => {
    const { text, blocks } = issueListMessage(
      'zh-CN',
      1,
      Array.from({ length: 500 }, (_, at) => issue(at + 1)),
    )
    checkMessageBlocks({} as Core, asSent(blocks))
    expect(text).toContain('500')
    expect(JSON.stringify(blocks)).toContain('460')
    expect(JSON.stringify(blocks)).toContain(ids.issue.show)
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000)
  })

  it('offer only what the person may do', () => {
    const buttons = (more: Partial<ShownIssue>) => JSON.stringify(issueMessage('zh-CN', issue(7, more)).blocks)
    expect(buttons({})).not.toContain('"actions"')
    expect(buttons({ mayWithdraw: true })).toContain(ids.issue.withdraw)
    expect(buttons({ mayWithdraw: true })).not.toContain(ids.issue.require)
    expect(buttons({ mayRequire: true })).toContain(ids.issue.require)
  })

  it('show details of 2,000 emoji whole, and join names as the language does', () => {
    const details = `<!here> *x* ${'😀'.repeat(1980)}完`
    const { blocks } = issueMessage('en', issue(7, { details, sourceLink: 'https://a.example/x?a=1&b=2' }))
    checkMessageBlocks({} as Core, asSent(blocks))
    expect(blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text] : [])).join('')).toContain(details)
    expect(JSON.stringify(blocks)).toContain('市商务局, 武汉海关')
    expect(JSON.stringify(blocks)).toContain('"url":"https://a.example/x?a=1&b=2"')
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn')
  })

  it('mark an issue that stands before the leading group, and name who raised it for no unit', () => {
    const escalated = issue(7, { escalatedAt: new Date(0), carried: 2, raisedUnit: null, raisedBy: 'ULEADER' })
    const { blocks } = issueMessage('zh-CN', escalated)
    checkMessageBlocks({} as Core, asSent(blocks))
    expect(JSON.stringify(blocks)).toContain('未决 · 提请领导小组')
    expect(JSON.stringify(blocks)).toContain('已延 2 次')
    expect(JSON.stringify(blocks)).toContain('"type":"user","user_id":"ULEADER"')
    expect(JSON.stringify(issueListMessage('zh-CN', 1, [escalated]).blocks)).toContain('提请领导小组')
  })

  it('tell a life after the facts, in as many messages as it takes, every line of it whole', () => {
    const life: LifeEvent[] = [
      { kind: 'raised', at: new Date('2024-06-24T01:00:00Z'), unit: '市商务局', userId: 'U1' },
      ...Array.from(
        { length: 12 },
        (_, at): LifeEvent => ({
          kind: 'outcome',
          at: new Date(`2024-07-${at + 10}T01:00:00Z`),
          outcome: 'deferred',
          text: `${at}始${'议'.repeat(1990)}${at}终`,
          meetingNo: at + 1,
          carried: at + 1,
          escalated: at > 0,
        }),
      ),
      { kind: 'closed', at: new Date('2024-12-01T01:00:00Z') },
    ]
    const short = issueMessages('zh-CN', issue(7, { life: life.slice(0, 1) }))
    expect(short).toHaveLength(1)
    expect(JSON.stringify(short)).toContain('2024年6月24日 市商务局提出')
    const parts = issueMessages('zh-CN', issue(7, { life, details: '详'.repeat(2000) }))
    expect(parts.length).toBeGreaterThan(2)
    for (const { blocks } of parts) checkMessageBlocks({} as Core, asSent(blocks))
    expect(parts.map(({ text }) => text)).toContain('#7 经过（续 1）')
    const text = JSON.stringify(parts)
    for (let at = 0; at < 12; at++) expect(text).toMatch(new RegExp(`第${at + 1}次联席会议延期[^"]*${at}始议+`))
    for (let at = 0; at < 12; at++) expect(text).toContain(`${at}终」`)
    expect(text).toContain('2024年12月1日 问题办结')
  })

  it('tell every kind of event in both languages', () => {
    const at = new Date('2024-06-24T01:00:00Z')
    const units = { agreed: ['市商务局'], objected: [{ unit: '武汉海关', remark: '缺人' }], silent: ['市科技局'] }
    const trail = { kind: 'trail', at, no: 3, text: '因', dueOn: '2024-08-01', wasDueOn: '2024-07-12' } as const
    const outcome = { kind: 'outcome', at, text: '', meetingNo: null, carried: 1, escalated: false } as const
    const life: LifeEvent[] = [
      { kind: 'raised', at, unit: null, userId: 'U1' },
      { kind: 'required', at },
      { kind: 'consulted', at, proposal: '统一标准' },
      { kind: 'consultation', at, state: 'objected', ...units },
      { kind: 'scheduled', at, meetingNo: 2, meetsAt: at, position: 1 },
      ...(['decided', 'deferred', 'escalated', 'withdrawn'] as const).map(
        (one): LifeEvent => ({ ...outcome, outcome: one }),
      ),
      { kind: 'action', at, no: 3, text: '印发', owner: '市商务局', coUnits: ['武汉海关'], dueOn: '2024-07-12' },
      ...trailKinds.map((what): LifeEvent => ({ ...trail, what })),
      { kind: 'closed', at },
      { kind: 'reopened', at },
      { kind: 'withdrawn', at },
    ]
    for (const locale of ['zh-CN', 'en'] as const) {
      const lines = life.map((event) => lifeLine(locale, event, 'Asia/Shanghai'))
      expect(new Set(lines).size).toBe(lines.length)
      for (const line of lines) expect(line).not.toMatch(/undefined|null|NaN|Invalid/)
      if (locale === 'en')
        expect(lines.join('').replaceAll(/市商务局|武汉海关|市科技局|统一标准|印发|缺人|因/g, '')).not.toMatch(
          /[\u4e00-\u9fff]/,
        )
    }
  })

  it('confirm an issue of fifty units', () => {
    const units = Array.from({ length: 50 }, (_, at) => `${'单位'.repeat(29)}${at}`)
    const raised = { kind: 'raised' as const, planId: 1, no: 7, title: '题', taskNo: 6, units, raisedUnit: '市商务局' }
    const { blocks } = raisedMessage('zh-CN', { ...raised, minutes: 20, severity: 3 })
    checkMessageBlocks({} as Core, asSent(blocks))
    expect(JSON.stringify(blocks)).toContain(units.at(-1))
  })
})

describe('the form of an issue', () => {
  const units = Array.from({ length: 250 }, (_, at) => ({
    id: at + 1,
    name: `单位${at + 1}`,
    nameEn: null,
    aliases: [],
  }))
  const tasks = Array.from({ length: 500 }, (_, at) => ({ id: at + 1, no: at + 1, title: '标题', units: [] }))
  const metadata = { planId: 1, channel: 'C1', sourceLink: null, similarSeen: false }
  const form = (start: Parameters<typeof issueModal>[2], mine = units.slice(0, 1)) =>
    issueModal('zh-CN', { tasks, units, mine } as unknown as Parameters<typeof issueModal>[1], start, metadata)

  it('offers every task and unit of a large plan, the last of them filled in', () => {
    const view = form({ taskNo: 500, units: [250] })
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    expect(JSON.stringify(view)).toContain('"initial_option":{"value":"500"')
    expect(JSON.stringify(view)).toContain('"initial_options":[{"value":"250"')
  })

  it('asks a person of two units which of them raises it', () => {
    expect(JSON.stringify(form({}))).not.toContain(`"${ids.issue.unit}"`)
    const view = form({}, units.slice(0, 2))
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    expect(JSON.stringify(view)).toContain(`"${ids.issue.unit}"`)
  })

  it('says how much of a long message it took', () => {
    const view = form({ title: '题'.repeat(300), details: '详'.repeat(5000) })
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    expect(JSON.stringify(view)).toContain('5000')
  })
})

describe('a message as people read it', () => {
  it.each([
    ['请 &lt;b&gt; &amp; &amp;lt;', '请 <b> & &lt;'],
    ['<@U1> 和 <@U2|海关>', '@市商务局联络员 和 @海关'],
    ['<!channel> <!here|here> <!subteam^S1|@海关组> <!subteam^S2>', '@channel here @海关组 @subteam'],
    ['<#C1|联席会议> <#C2>', '#联席会议 #C2'],
    [
      '<https://a.example/?a=1&amp;b=2> <https://a.example|通知>',
      'https://a.example/?a=1&b=2 通知 (https://a.example)',
    ],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example (a@b.example)'],
  ])('%s', (stored, read) => {
    expect(plainText(stored, new Map([['U1', '市商务局联络员']]))).toBe(read)
  })

  it('has names for ids, and those of its files where it has no text', async () => {
    const info = async ({ user }: { user: string }) => {
      if (user === 'U2') throw new Error('user_not_found')
      return { user: { real_name: '市商务局联络员' } }
    }
    const client = { users: { info } } as unknown as WebClient
    expect(await readableText(client, { text: ' <@U1> <@U2> ' })).toBe('@市商务局联络员 @U2')
    const files = [{ title: '验收标准.docx' }, { name: 'b.xlsx' }, {}]
    expect(await readableText(client, { files })).toBe('验收标准.docx\nb.xlsx')
    expect(await readableText(client, {})).toBe('')
  })
})
