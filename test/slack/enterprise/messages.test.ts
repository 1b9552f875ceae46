import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { checkCorrection, checkEnterprise, checkVisit } from '../../../src/slack/enterprise/check.ts'
import { enterpriseListMessage, enterpriseMessage, visitMessage } from '../../../src/slack/enterprise/messages.ts'
import { endModal, enterpriseModal, removeModal, visitModal } from '../../../src/slack/enterprise/views.ts'
import { ids } from '../../../src/slack/ids.ts'
import { checkIssue } from '../../../src/slack/issue/submit.ts'
import { issueModal } from '../../../src/slack/issue/views.ts'
import type { SeenEnterprise } from '../../../src/usecases/enterprise/see-enterprises.ts'
import type { ShownEnterprise } from '../../../src/usecases/enterprise/show-enterprise.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const text = (value: unknown) => JSON.stringify(value)
const at = new Date('2024-06-24T01:00:00Z')

/** An enterprise whose every part is as long as it may be. */
const enterprise = (no: number, more: Partial<SeenEnterprise> = {}): SeenEnterprise => ({
  id: no + 1000,
  no,
  name: '名'.repeat(100),
  unitId: 1,
  unit: '单'.repeat(60),
  contact: 'U1',
  everyMonths: 24,
  notes: '备'.repeat(2000),
  createdBy: 'U1',
  createdAt: at,
  endedAt: null,
  version: 1,
  lastVisitOn: '2024-06-20',
  enteredOn: '2024-06-24',
  endedOn: null,
  nextVisitOn: '2024-09-20',
  daysLate: null,
  contactGone: false,
  openIssues: 10,
  settledIssues: 20,
  mayKeep: true,
  ...more,
})
const visit = (id: number) => ({
  id,
  visitedOn: '2024-06-20',
  notes: '记'.repeat(2000),
  visitedBy: 'U1',
  recordedAt: at,
})
const shown = (more: Partial<ShownEnterprise> = {}): ShownEnterprise => ({
  planId: 5,
  enterprise: enterprise(3),
  endReason: '',
  visits: [visit(11), visit(12), visit(13)],
  visitCount: 40,
  page: 2,
  pages: 14,
  issues: Array.from({ length: 30 }, (_, index) => ({
    no: 30 - index,
    title: '题'.repeat(80),
    state: 'in_action' as const,
    outcome: 'decided' as const,
    text: '议'.repeat(2000),
  })),
  ...more,
})
const listOf = (count: number, more: Partial<SeenEnterprise> = {}, mayAdd = true) => ({
  planId: 5,
  mayAdd,
  enterprises: Array.from({ length: count }, (_, index) => enterprise(index + 1, more)),
})
const offered = (value: unknown) =>
  [...text(value).matchAll(/"action_id":"enterprise_(\w+)","text":\{[^}]*\},"value":"([^"]*)"/g)].map(
    ([, id, named]) => `${id} ${named}`,
  )

describe('the messages about enterprises', () => {
  it('keep to the limits of Slack on every page, and count what is on others', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const page of [1, 25, 50, 99])
        checkMessageBlocks({} as Core, asSent(enterpriseListMessage(locale, listOf(500), page).blocks))
      for (const more of [{}, { visits: [], visitCount: 0 }, { enterprise: enterprise(3, { mayKeep: false }) }])
        checkMessageBlocks({} as Core, asSent(enterpriseMessage(locale, shown(more)).blocks))
    }
    const first = enterpriseListMessage('zh-CN', listOf(25, { daysLate: 3 }), 1)
    expect(first.text).toBe('重点企业 25 家，逾期未走访 25 家')
    expect(text(first)).toContain('第 1 页，共 3 页，后面还有 15 家')
    expect(offered(first)).toContain('list 5/2')
    expect(offered(enterpriseListMessage('zh-CN', listOf(25), 3))).toContain('list 5/1')
    const page = text(enterpriseMessage('zh-CN', shown()))
    expect(page).toContain('走访 40 次（第 2 页，共 14 页）')
    expect(page).toContain('另有 22 个较早的问题')
  })

  it('cut nothing of the notes', () => {
    const sections = enterpriseMessage('zh-CN', shown()).blocks.flatMap((block) =>
      block.type === 'section' ? [block.text?.text ?? ''] : [],
    )
    expect(sections.join('')).toContain('备'.repeat(2000))
    expect(sections.filter((section) => section === '记'.repeat(2000))).toHaveLength(3)
  })

  it('offer only what the person may do, each button in the plan of its message', () => {
    const page = (more: Partial<SeenEnterprise>) =>
      enterpriseMessage('zh-CN', shown({ enterprise: enterprise(3, more) }))
    expect(offered(page({}))).toEqual([
      'visit 5/3',
      'change 5/3',
      'end 5/3',
      'raise 5/3',
      ...[11, 12, 13].flatMap((id) => [`correct 5/3/${id}`, `remove 5/3/${id}`]),
      'show 5/3/3',
    ])
    expect(offered(page({ mayKeep: false }))).toEqual(['raise 5/3', 'show 5/3/3'])
    expect(offered(enterpriseListMessage('zh-CN', listOf(1, { mayKeep: false }, false), 1))).toEqual(['show 5/1'])
    expect(offered(enterpriseListMessage('en', listOf(0), 1))).toEqual(['add 5/'])
  })

  it('give a late visit a light with its word, and name the contact as only Slack can', () => {
    const late = text(enterpriseListMessage('zh-CN', listOf(1, { daysLate: 3, contactGone: true }), 1))
    expect(late).toContain('🟡 已逾期 3 个工作日')
    expect(late).toContain('联系人已不在该单位')
    expect(late).toContain('{"type":"user","user_id":"U1"}')
    expect(text(enterpriseListMessage('en', listOf(1, { daysLate: 1 }), 1))).toContain('🟡 overdue by 1 working day')
    const ended = shown({ enterprise: enterprise(3, { endedOn: '2024-06-24', mayKeep: false }), endReason: '迁出' })
    expect(text(enterpriseMessage('zh-CN', ended))).toContain('已于 2024年6月24日停止联系：「迁出」')
  })

  it('lead from a visit to the issue of its problems', () => {
    const recorded = {
      planId: 5,
      enterprise: enterprise(3),
      visit: { visitedOn: '2024-06-20', notes: '记'.repeat(2000) },
    }
    const receipt = visitMessage('zh-CN', 'visited', recorded)
    checkMessageBlocks({} as Core, asSent(receipt.blocks))
    expect(offered(receipt)).toEqual(['raise 5/3', 'show 5/3'])
    expect(offered(visitMessage('zh-CN', 'visit_removed', recorded))).toEqual(['show 5/3'])
  })
})

describe('the forms of enterprises', () => {
  const unit = (id: number) => ({ id, name: `单位${id}`, nameEn: null, aliases: [] })
  const units = Array.from({ length: 150 }, (_, index) => unit(index + 1))
  const form = { planId: 5, contact: 'U1', units, enterprise: enterprise(3) }
  const visitForm = { planId: 5, today: '2024-06-24', enterprise: enterprise(3), visit: visit(11) }

  it('keep to the limits of Slack', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      for (const view of [
        enterpriseModal(locale, form, 'C1'),
        enterpriseModal(locale, { ...form, units: [unit(1)], contact: null, enterprise: null }, null),
        endModal(locale, form, 'C1'),
        visitModal(locale, visitForm, 'C1', null),
        visitModal(locale, { ...visitForm, visit: null }, 'C1', '2024-06-20'),
        removeModal(locale, visitForm, 'C1'),
      ]) {
        expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
        expect(view.title.text.length).toBeLessThanOrEqual(24)
        expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({ planId: 5 })
      }
  })

  it('say at the field what is wrong', () => {
    const fields = (more: object) => ({
      [ids.enterprise.name]: { type: 'plain_text_input', value: '某某公司' },
      [ids.enterprise.unit]: {
        type: 'static_select',
        selected_option: { value: '7', text: { type: 'plain_text' as const, text: '' } },
      },
      [ids.enterprise.contact]: { type: 'users_select', selected_user: 'U1' },
      [ids.enterprise.months]: { type: 'number_input', value: '3' },
      [ids.enterprise.notes]: { type: 'plain_text_input', value: null },
      ...more,
    })
    expect(checkEnterprise(fields({}), 'zh-CN')).toEqual({
      input: { name: '某某公司', unitId: 7, contact: 'U1', everyMonths: 3, notes: '' },
    })
    const typed = (id: string, value: string) => ({ [id]: { type: 'plain_text_input', value } })
    for (const [id, value] of [
      [ids.enterprise.name, '某'],
      [ids.enterprise.months, '25'],
      [ids.enterprise.notes, '备'.repeat(2001)],
    ] as const)
      expect(Object.keys((checkEnterprise(fields(typed(id, value)), 'en') as { errors: object }).errors)).toEqual([id])

    const day = (date: string) => ({ [ids.enterprise.day]: { type: 'datepicker', selected_date: date } })
    const visited = (date: string, notes: string) =>
      checkVisit({ ...day(date), ...typed(ids.enterprise.visitNotes, notes) }, 'zh-CN', { today: '2024-06-24' })
    expect(visited('2024-06-25', '记')).toEqual({
      errors: { [ids.enterprise.day]: expect.stringContaining('还没有到') },
    })
    expect(visited('2024-06-24', '记'.repeat(2001))).toHaveProperty(['errors', ids.enterprise.visitNotes])
    expect(visited('2024-06-24', '记')).toEqual({ input: { visitedOn: '2024-06-24', notes: '记', problem: false } })
    const correction = { ...day('2024-06-24'), ...typed(ids.enterprise.visitNotes, '记') }
    expect(checkCorrection(correction, 'zh-CN', { today: '2024-06-24' })).toHaveProperty([
      'errors',
      ids.enterprise.reason,
    ])
  })

  it('carry the enterprise along to the issue, and warn that its title is for all to read', () => {
    const metadata = { planId: 5, channel: null, sourceLink: null, similarSeen: false }
    const task = { id: 1, no: 1, title: '任务', sectionNo: '一', sectionTitle: '', units: [] }
    const known = { planId: 5, tasks: [task], units: [unit(1)], mine: [unit(1)] }
    const named = { no: 3, name: '名'.repeat(100) }
    const view = issueModal('zh-CN', known, {}, { ...metadata, enterprise: named })
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    expect(text(view.blocks)).toContain('题目请勿写企业名称，参会单位均可见')
    expect(text(issueModal('zh-CN', known, {}, metadata).blocks)).not.toContain('企业')
    const fields = {
      [ids.issue.title]: { type: 'plain_text_input', value: '通关时间长' },
      [ids.issue.minutes]: { type: 'number_input', value: '15' },
      [ids.issue.severity]: {
        type: 'static_select',
        selected_option: { value: '2', text: { type: 'plain_text' as const, text: '' } },
      },
      [ids.issue.units]: {
        type: 'multi_static_select',
        selected_options: [{ value: '1', text: { type: 'plain_text' as const, text: '' } }],
      },
    }
    const remembered = JSON.parse(view.private_metadata ?? '')
    expect(checkIssue(fields, 'zh-CN', remembered)).toMatchObject({ input: { enterpriseNo: 3 } })
  })
})
