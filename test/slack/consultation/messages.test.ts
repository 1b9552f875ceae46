import { describe, expect, it } from 'vitest'
import {
  type ConsultationNotice,
  consultationNotice,
  type SettlementNotice,
  settlementNotice,
} from '../../../src/domain/consultation/consultation-notice.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { consultationBlocks } from '../../../src/slack/consultation/issue-part.ts'
import {
  agreedMessage,
  answeredMessage,
  askedMessage,
  consultationMessage,
  settledMessage,
} from '../../../src/slack/consultation/messages.ts'
import { checkObjection, checkProposalForm } from '../../../src/slack/consultation/submit.ts'
import { consultationModal, objectionModal } from '../../../src/slack/consultation/views.ts'
import { ids } from '../../../src/slack/ids.ts'
import { issueMessage } from '../../../src/slack/issue/messages.ts'
import type { Fields } from '../../../src/slack/requests/request.ts'
import type { IssueConsultation } from '../../../src/usecases/consultation/show-consultation.ts'
import type { ShownIssue } from '../../../src/usecases/issue/list-issues.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const takes = (blocks: unknown) => {
  checkMessageBlocks({} as Core, asSent(blocks))
  expect(JSON.stringify(blocks).length).toBeLessThan(13_200)
}
const unit = (agrees: boolean | null, remark = '', name = '市商务局') => {
  return { unit: name, agrees, remark, answeredOn: agrees === null ? null : '2024-06-25' }
}
const notice = (more: Partial<ConsultationNotice> = {}): ConsultationNotice =>
  consultationNotice.parse({
    planId: 3,
    language: 'zh-CN',
    no: 12,
    title: '减免税系统接口',
    consultationId: 7,
    proposal: '以海关口径为准',
    state: 'asked',
    askedOn: '2024-06-24',
    ending: null,
    units: [unit(true, '接口已就绪'), unit(false, '期限太紧', '武汉海关'), unit(null, '', '市经信局')],
    ...more,
  })
const text = (blocks: unknown) => JSON.stringify(blocks)
const fifty = Array.from({ length: 50 }, (_, at) => unit(at % 2 === 0, '😀'.repeat(300), `${'单位'.repeat(15)}${at}`))

describe('the post of a consultation', () => {
  it('has the point in its first line, each unit’s answer with its word, and both answers as buttons of its plan', () => {
    const { text: title, blocks } = consultationMessage('zh-CN', notice())
    takes(blocks)
    expect(title).toBe('请会商 #12 减免税系统接口 · 已答复 2/3，1 个单位有异议')
    for (const part of [
      '处理意见：以海关口径为准',
      '🟢 同意 市商务局 · 「接口已就绪」',
      '🟡 有异议 武汉海关 · 「期限太紧」',
      '⚪ 未答复 市经信局',
      `"action_id":"${ids.consultation.agree}"`,
      `"action_id":"${ids.consultation.object}"`,
      '"value":"3/12/7"',
    ])
      expect(text(blocks)).toContain(part)
  })

  it('speaks English where the plan does', () => {
    const { text: title, blocks } = consultationMessage('en', notice())
    expect(title).toBe('Your answer on #12 减免税系统接口 · 2 of 3 answered, 1 objection')
    expect(text(blocks)).toContain('🟡 objects 武汉海关 · “期限太紧”')
  })

  it.each([
    ['agreed', null, '会商一致', true],
    ['settled', 'settled', '已会外议定', false],
    ['dropped', 'replaced', '会商已停止', false],
    ['dropped', 'withdrawn', '会商已停止', false],
    ['dropped', 'decided', '会商已停止', false],
  ] as const)('that is %s (%s) says so, with buttons only while it can be answered', (state, ending, title, open) => {
    const message = consultationMessage('zh-CN', notice({ state, ending, units: [unit(true)] }))
    takes(message.blocks)
    expect(message.text).toContain(title)
    expect(text(message.blocks).includes(ids.consultation.agree)).toBe(open)
  })

  it('of fifty units with the longest lines is one message that Slack takes', () => {
    const longest = notice({ units: fifty, proposal: '😀'.repeat(1000), title: '题'.repeat(80), state: 'objected' })
    takes(consultationMessage('zh-CN', longest).blocks)
    takes(consultationMessage('en', longest).blocks)
    takes(agreedMessage('zh-CN', { ...longest, state: 'agreed' }).blocks)
  })

  it('keeps what people typed plain', () => {
    const { blocks } = consultationMessage('zh-CN', notice({ proposal: '<!channel> *x*' }))
    expect(text(blocks)).toContain('"text":"处理意见：<!channel> *x*')
    expect(text(blocks)).not.toContain('mrkdwn')
  })
})

describe('the offer to settle', () => {
  it('has the button of its plan and issue only while all agree', () => {
    const units = [unit(true), unit(true, '', '武汉海关')]
    const offer = agreedMessage('zh-CN', notice({ state: 'agreed', units }))
    takes(offer.blocks)
    expect(offer.text).toBe('#12 减免税系统接口：2 个单位均同意，可会外议定')
    expect(text(offer.blocks)).toContain(`"action_id":"${ids.decision.settle}"`)
    expect(text(offer.blocks)).toContain('"value":"3/12"')
    for (const changed of [
      notice({ state: 'objected' }),
      notice({ state: 'settled', ending: 'settled' }),
      notice({ state: 'dropped', ending: 'withdrawn' }),
    ]) {
      const { blocks } = agreedMessage('en', changed)
      takes(blocks)
      expect(text(blocks)).not.toContain(ids.decision.settle)
    }
  })
})

describe('the news of a settlement', () => {
  const settled = (more: Partial<SettlementNotice> = {}) =>
    settlementNotice.parse({
      planId: 3,
      language: 'zh-CN',
      no: 12,
      title: '减免税系统接口',
      ground: 'agreed',
      outcome: 'decided',
      text: '以海关口径为准',
      actions: [{ text: '切换接口', owner: '武汉海关', coUnits: ['市商务局'], dueOn: '2024-07-08', measure: '上线' }],
      ...more,
    })

  it('says what was settled, who does what until when, and on which ground', () => {
    const { text: title, blocks } = settledMessage('zh-CN', settled())
    takes(blocks)
    expect(title).toBe('会外议定 #12 减免税系统接口')
    expect(text(blocks)).toContain('武汉海关（配合：市商务局）：切换接口 · 7月8日（周一）前 · 完成标准：上线')
    expect(text(blocks)).toContain('所需单位会商一致')
    const withdrawn = settledMessage('en', settled({ outcome: 'withdrawn', text: '', actions: [], ground: 'leading' }))
    takes(withdrawn.blocks)
    expect(withdrawn.text).toBe('Withdrawn without a meeting: #12 减免税系统接口')
  })

  it('of ten actions with the longest words is one message that Slack takes', () => {
    const coUnits = Array.from({ length: 20 }, (_, at) => `配合单位${at}`)
    const action = {
      owner: '武汉海关',
      coUnits,
      dueOn: '2024-07-08',
      text: '😀'.repeat(200),
      measure: '😀'.repeat(200),
    }
    takes(
      settledMessage('en', settled({ text: '😀'.repeat(2000), actions: Array.from({ length: 10 }, () => action) }))
        .blocks,
    )
  })
})

const longestIssue = (units: ShownIssue['units'], consultation: IssueConsultation): ShownIssue => ({
  id: 1,
  no: 12,
  title: '题'.repeat(80),
  details: '😀'.repeat(2000),
  severity: 3,
  minutes: 20,
  state: 'open',
  mandatory: true,
  carried: 1,
  raisedBy: 'U1',
  raisedUnitId: 1,
  raisedUnit: '市商务局',
  raisedAt: new Date(0),
  escalatedAt: null,
  closedAt: null,
  version: 1,
  life: [],
  targets: [],
  zone: 'Asia/Shanghai',
  raisedOn: '2024-06-24',
  days: 0,
  sourceLink: null,
  taskId: null,
  taskNo: null,
  taskTitle: null,
  units,
  enterprise: null,
  mayWithdraw: true,
  mayRequire: true,
  consultation,
})

describe('a consultation in the view of an issue', () => {
  const part = (more: Partial<IssueConsultation> = {}) =>
    consultationBlocks('zh-CN', 12, {
      planId: 3,
      latest: notice({ state: 'objected' }),
      mayConsult: false,
      mayAnswer: false,
      maySettle: false,
      ...more,
    })

  it('shows the proposal, each answer and its day, and offers what the person may do', () => {
    takes(part())
    expect(text(part())).toContain('会商 · 6月24日（周一）发出 · 有异议 · 已答复 2/3，1 个单位有异议')
    expect(text(part())).toContain('🟢 同意 市商务局 · 「接口已就绪」 · 6月25日（周二）')
    expect(text(part())).not.toContain('"actions"')
    const all = part({ mayConsult: true, mayAnswer: true, maySettle: true })
    takes(all)
    for (const id of [ids.consultation.open, ids.consultation.agree, ids.consultation.object, ids.decision.settle])
      expect(text(all)).toContain(`"action_id":"${id}"`)
  })

  it('of fifty units stands beside the longest details in one message', () => {
    const all = fifty.map((one) => ({ ...one, agrees: false }))
    const latest = notice({ units: all, proposal: '😀'.repeat(1000), state: 'objected' })
    const consultation = { planId: 3, latest, mayConsult: true, mayAnswer: true, maySettle: true }
    const units = fifty.map((one, id) => ({ id, name: one.unit, nameEn: null }))
    const { blocks } = issueMessage('en', longestIssue(units, consultation))
    checkMessageBlocks({} as Core, asSent(blocks))
    expect(text(blocks)).toContain(units.at(-1)?.name)
    const some = text(part({ latest: notice({ units: fifty }) }))
    expect(some.match(/🟢 同意/g)).toHaveLength(1)
    expect(some.match(/🟡 有异议/g)).toHaveLength(25)
  })

  it('is nothing where there is none, but for the button of who may ask', () => {
    expect(part({ latest: null })).toEqual([])
    expect(text(part({ latest: null, mayConsult: true }))).toContain('"value":"3/12"')
  })
})

describe('receipts', () => {
  it('tell the convener whom it asked and who cannot answer', () => {
    const asked = { planId: 3, no: 12, title: '接口', units: ['市商务局', '武汉海关'], silent: ['武汉海关'] }
    const { text: title, blocks } = askedMessage('zh-CN', { ...asked, replaced: true, channel: 'C1' })
    takes(blocks)
    expect(title).toBe('已发出会商 #12 接口 · 2 个单位')
    expect(text(blocks)).toContain('武汉海关尚无联络员')
    expect(text(blocks)).toContain('原会商已停止')
  })

  it('tell the liaison what was recorded, and what it replaced', () => {
    const answered = { no: 12, title: '接口', units: ['市商务局'], agrees: false, remark: '期限太紧', waiting: 2 }
    const { text: title, blocks } = answeredMessage('zh-CN', { ...answered, before: true, state: 'objected' })
    takes(blocks)
    expect(title).toBe('已记录：#12 市商务局有异议')
    for (const words of ['「期限太紧」', '原答复「🟢 同意」已更改', '尚有 2 个单位未答复'])
      expect(text(blocks)).toContain(words)
    const last = { ...answered, agrees: true, remark: '', before: null, waiting: 0, state: 'agreed' as const }
    expect(text(answeredMessage('en', last).blocks)).toContain('All units agree')
  })
})

describe('the forms', () => {
  it('show whom it asks and what it replaces, and keep the plan and the issue', () => {
    const units = Array.from({ length: 50 }, (_, at) => `${'单位'.repeat(15)}${at}`)
    const prepared = { planId: 3, no: 12, title: '题'.repeat(80), units, silent: units, earlier: '字'.repeat(1000) }
    const view = consultationModal('zh-CN', prepared, 'C1')
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    expect(text(view.blocks)).toContain('原会商停止')
    expect(JSON.parse(view.private_metadata ?? '')).toEqual({ channel: 'C1', planId: 3, no: 12, id: null })
  })

  it('show the proposal that is objected to, and the objection made before', () => {
    const form = { planId: 3, no: 12, id: 7, title: '题'.repeat(80), proposal: '😀'.repeat(1000) }
    const view = objectionModal('en', { ...form, units: ['市商务局'], remark: '期限太紧' }, null)
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    expect(text(view.blocks)).toContain('"initial_value":"期限太紧"')
    expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({ id: 7 })
  })

  it('say at the field what is wrong', () => {
    const fields = (id: string, value: string) => ({ [id]: { type: 'plain_text_input', value } }) as unknown as Fields
    const { proposal, remark } = ids.consultation
    expect(checkProposalForm(fields(proposal, ' '), 'zh-CN')).toMatchObject({
      errors: { [proposal]: expect.stringContaining('处理意见') },
    })
    expect(checkProposalForm(fields(proposal, '统一'), 'en')).toEqual({ input: '统一' })
    expect(checkObjection(fields(remark, '字'.repeat(301)), 'en')).toMatchObject({
      errors: { [remark]: expect.stringContaining('301') },
    })
    expect(checkObjection(fields(remark, '太紧'), 'en')).toEqual({ input: { agrees: false, remark: '太紧' } })
  })
})
