import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { homeActions } from '../../../src/slack/home/actions.ts'
import { ids } from '../../../src/slack/ids.ts'
import { actionMessages, settledMessage, todoMessage } from '../../../src/slack/todo/messages.ts'
import { checkDay, checkDone, checkReasonField } from '../../../src/slack/todo/submit.ts'
import { actionModal } from '../../../src/slack/todo/views.ts'
import type { TodoEntry, TodoGroup, TodoList } from '../../../src/usecases/action/list-actions.ts'
import type { SeenAction } from '../../../src/usecases/action/see-actions.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const at = new Date('2024-07-03T01:00:00Z')
const unit = (id: number) => ({ id, name: `${'单'.repeat(56)}${id}` })

/** An action whose every part is as long as it may be. */
const action = (no: number, more: Partial<SeenAction> = {}): SeenAction => ({
  id: no + 1000,
  no,
  decisionId: 1,
  issueId: 1,
  issueNo: 12,
  issueTitle: '题'.repeat(80),
  meetingId: 1,
  meetingNo: 3,
  text: '办'.repeat(200),
  owner: unit(1),
  coUnits: Array.from({ length: 20 }, (_, index) => unit(index + 2)),
  dueOn: '2024-07-12',
  measure: '标'.repeat(200),
  state: 'open',
  evidence: '证'.repeat(1000),
  reportedBy: 'U1',
  reportedAt: at,
  settledBy: null,
  settledAt: null,
  remark: '因'.repeat(500),
  createdAt: at,
  version: 1,
  daysLate: null,
  daysLeft: null,
  returned: false,
  mayReport: true,
  mayAsk: true,
  mayVerify: true,
  mayReturn: true,
  mayExtend: true,
  mayCancel: true,
  wish: { dueOn: '2024-08-01', reason: '求'.repeat(500), at },
  part: 'owner',
  ...more,
})
const entries = (count: number, group: TodoGroup = 'own', more: Partial<SeenAction> = {}): TodoEntry[] =>
  Array.from({ length: count }, (_, index) => ({ group, action: action(index + 1, more) }))
const list = (all: TodoEntry[], scope: TodoList['scope'] = 'mine'): TodoList => ({
  planId: 5,
  zone: 'Asia/Shanghai',
  scope,
  entries: all,
})
const text = (value: unknown) => JSON.stringify(value)

describe('the list of actions', () => {
  it('keeps to the limits of Slack, counts what is on other pages, and turns them', () => {
    const groups: TodoGroup[] = ['verify', 'wish', 'overdue', 'own', 'others', 'settled']
    const mixed = groups.flatMap((group) => entries(5, group))
    for (const locale of ['zh-CN', 'en'] as const)
      for (const page of [1, 2, 3, 4, 9]) {
        const { blocks } = todoMessage(locale, list(mixed), page)
        checkMessageBlocks({} as Core, asSent(blocks))
      }
    const first = text(todoMessage('zh-CN', list(mixed), 1))
    expect(first).toContain('第 1 页，共 4 页，后面还有 22 项')
    expect(first).toContain('"value":"5/mine/2"')
    expect(text(todoMessage('zh-CN', list(mixed), 4))).toContain('"value":"5/mine/1"')
  })

  it('says first how much of what there is', () => {
    const all = [
      ...entries(2, 'verify'),
      ...entries(1, 'wish'),
      ...entries(3, 'overdue', { daysLate: 2 }),
      ...entries(4),
    ]
    expect(todoMessage('zh-CN', list(all), 1).text).toBe('交办事项：待核实 2 项，申请延期 1 项，逾期 3 项，办理中 4 项')
    expect(todoMessage('en', list(entries(1)), 1).text).toBe('Actions: 1 in hand')
    expect(todoMessage('zh-CN', list([]), 1).text).toBe('没有待办的交办事项。')
  })

  it('gives each light its word, and a late action its working days', () => {
    const line = (more: Partial<SeenAction>) => text(todoMessage('zh-CN', list(entries(1, 'own', more)), 1).blocks)
    expect(line({ daysLate: 3 })).toContain('🟡 已逾期 3 个工作日')
    expect(line({ daysLate: 0, returned: true })).toContain('🟡 已退回 · 🟡 已逾期')
    expect(line({ daysLeft: 2 })).toContain('🟡 还有 2 个工作日')
    expect(line({})).toContain('⚪ 办理中')
    expect(line({ state: 'reported' })).toContain('🔵 待核实')
    expect(line({ state: 'verified' })).toContain('✅ 已核实')
    expect(line({ state: 'cancelled' })).toContain('⚪ 已撤销')
    expect(line({})).toContain('7月12日（周五）到期')
  })

  it('offers only what the person may do, each button in the plan of its message', () => {
    const none = {
      mayReport: false,
      mayAsk: false,
      mayVerify: false,
      mayReturn: false,
      mayExtend: false,
      mayCancel: false,
      wish: null,
    }
    const offered = (more: Partial<SeenAction>) => {
      const { blocks } = todoMessage('zh-CN', list(entries(1, 'own', { ...none, ...more })), 1)
      const found = [...text(blocks).matchAll(/"action_id":"todo_(\w+)","text":\{[^}]*\},"value":"([^"]*)"/g)]
      return found.map(([, id, value]) => `${id} ${value}`)
    }
    expect(offered({})).toEqual(['show 5/1'])
    expect(offered({ mayReport: true, mayAsk: true })).toEqual(['done 5/1', 'ask 5/1', 'show 5/1'])
    expect(offered({ state: 'reported', mayVerify: true, mayReturn: true, mayExtend: true, mayCancel: true })).toEqual([
      'verify 5/1',
      'return 5/1',
      'extend 5/1',
      'cancel 5/1',
      'show 5/1',
    ])
    const wish = { dueOn: '2024-08-01', reason: '批复', at }
    expect(offered({ wish, mayReturn: true, mayExtend: true })).toEqual([
      'agree 5/1/2024-08-01',
      'return 5/1',
      'extend 5/1',
      'show 5/1',
    ])
  })
})

describe('one action', () => {
  it('is shown whole, with all that happened to it', () => {
    const trail = Array.from({ length: 2 }, (_, index) => ({
      no: 1,
      kind: 'reported' as const,
      at,
      userId: 'U1',
      text: `第${index}次${'证'.repeat(900)}`,
      dueOn: null,
      wasDueOn: null,
    }))
    const parts = actionMessages('zh-CN', { planId: 5, zone: 'Asia/Shanghai', action: action(1), trail })
    for (const { blocks } of parts) checkMessageBlocks({} as Core, asSent(blocks))
    const sections = parts.flatMap(({ blocks }) =>
      blocks.flatMap((one) => (one.type === 'section' ? [one.text?.text] : [])),
    )
    for (const part of [action(1).evidence, action(1).remark, unit(21).name, '第1次'])
      expect(sections.join('')).toContain(part)
  })

  it('says what became of its issue', () => {
    const settled = (issue: 'closed' | 'reopened' | 'unchanged') =>
      text(settledMessage('zh-CN', 'verified', { planId: 5, action: action(1), issue }).blocks)
    expect(settled('closed')).toContain('问题已办结')
    expect(settled('reopened')).toContain('重新列为未决')
    expect(settled('unchanged')).not.toContain('问题 #12')
  })
})

describe('the forms of an action', () => {
  const opened = { planId: 5, today: '2024-07-01', zone: 'Asia/Shanghai', action: action(1) }
  const where = { channel: 'C1', home: false }

  it.each(['report', 'ask', 'return', 'extend', 'cancel'] as const)('%s keeps to the limits of Slack', (form) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const view = actionModal(locale, form, opened, where, { day: null, reason: '因'.repeat(3000) })
      expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
      expect(view.title.text.length).toBeLessThanOrEqual(24)
      expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({ planId: 5, no: 1, form, dueOn: '2024-07-12' })
    }
  })

  it('offer the day that was asked for, or a week of working days more', () => {
    expect(text(actionModal('zh-CN', 'extend', opened, where))).toContain('"initial_date":"2024-08-01"')
    const plain = { ...opened, action: action(1, { wish: null }) }
    expect(text(actionModal('zh-CN', 'ask', plain, where))).toContain('"initial_date":"2024-07-19"')
    const late = { ...plain, today: '2024-07-22' }
    expect(text(actionModal('zh-CN', 'ask', late, where))).toContain('"initial_date":"2024-07-29"')
  })

  it('say at the field what is wrong', () => {
    const fields = (id: string, value: string) => ({ [id]: { type: 'plain_text_input', value } })
    expect(checkDone(fields(ids.todo.evidence, ' '), 'zh-CN')).toEqual({
      errors: { [ids.todo.evidence]: expect.stringContaining('请写明办理情况') },
    })
    expect(checkDone(fields(ids.todo.evidence, ' 已办 '), 'zh-CN')).toEqual({ input: '已办' })
    expect(checkReasonField(fields(ids.todo.reason, '长'.repeat(501)), 'en')).toHaveProperty('errors')
    const day = (date: string | null, reason: string) =>
      checkDay(
        {
          [ids.todo.day]: { type: 'datepicker', selected_date: date },
          [ids.todo.reason]: { type: 'plain_text_input', value: reason },
        },
        'zh-CN',
        { dueOn: '2024-07-12' },
      )
    expect(day('2024-07-12', '因')).toEqual({ errors: { [ids.todo.day]: expect.stringContaining('不晚于') } })
    expect(day(null, '因')).toEqual({ errors: { [ids.todo.day]: expect.stringContaining('请写明期限') } })
    expect(day('2024-07-15', '')).toHaveProperty(['errors', ids.todo.reason])
    expect(day('2024-07-15', '因')).toEqual({ input: { day: '2024-07-15', reason: '因' } })
  })
})

describe('actions in App Home', () => {
  it('keep to the room they have, and lead to the others', () => {
    const all = [
      ...entries(30, 'verify'),
      ...entries(30, 'wish'),
      ...entries(30, 'overdue'),
      ...entries(30, 'own', { daysLate: 1 }),
    ]
    for (const locale of ['zh-CN', 'en'] as const) {
      const blocks = homeActions(locale, { planId: 5, zone: 'Asia/Shanghai', actions: all })
      expect(viewBlockProblems({} as Core, asSent(blocks))).toEqual([])
      expect(blocks.length).toBeLessThanOrEqual(30)
    }
    const shown = text(homeActions('zh-CN', { planId: 5, zone: 'Asia/Shanghai', actions: all }))
    for (const part of [
      '待核实的交办事项 30 项，申请延期 30 项',
      '另有 54 项',
      '另有 20 项',
      '其中逾期 30 项',
      '/todo overdue',
    ])
      expect(shown).toContain(part)
    expect(homeActions('zh-CN', { planId: 5, zone: 'Asia/Shanghai', actions: [] })).toEqual([])
  })
})
