import { describe, expect, it } from 'vitest'
import { decisionOutcomes } from '../../../src/domain/decision.ts'
import { viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { checkOutcome } from '../../../src/slack/decision/check.ts'
import { outcomeReceipt } from '../../../src/slack/decision/messages.ts'
import { outcomeMetadata, outcomeModal } from '../../../src/slack/decision/views.ts'
import type { Fields } from '../../../src/slack/requests/request.ts'
import type { OutcomeForm } from '../../../src/usecases/decision/outcome-form.ts'
import type { RecordedDecision } from '../../../src/usecases/decision/record-decision.ts'

const core = {} as Core
const units = Array.from({ length: 120 }, (_, index) => ({
  id: index + 1,
  name: `责任单位${index + 1}`,
  nameEn: null,
  aliases: [],
}))
const form: OutcomeForm = {
  planId: 1,
  today: '2024-06-24',
  issue: { no: 7, title: '花山港验收', units: [{ id: 1, name: '责任单位1' }] },
  units,
  outcomes: decisionOutcomes,
  proposal: '',
  standing: null,
}
const where = { meetingNo: 3, boardViewId: 'V1', channel: 'C1' }

/** Fields as Slack sends them: a text's value, a choice's option, several options. */
function fields(values: Record<string, string | { one: string } | { many: string[] }>): Fields {
  const option = (value: string) => ({ value, text: { type: 'plain_text', text: value } })
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      typeof value === 'string'
        ? { type: 'plain_text_input', value }
        : 'one' in value
          ? { type: 'static_select', selected_option: option(value.one) }
          : { type: 'multi_static_select', selected_options: value.many.map(option) },
    ]),
  ) as unknown as Fields
}
const metadata = { ...outcomeMetadata(form, where), actions: 2 }
const check = (values: Parameters<typeof fields>[0]) => checkOutcome(fields(values), 'zh-CN', metadata)
const decided = { decision_outcome: { one: 'decided' }, decision_text: '统一标准' }
const action = {
  decision_what_0: '完成验收',
  decision_owner_0: { one: '2' },
  decision_co_units_0: { many: ['3', '4'] },
  decision_due_0: '10个工作日',
}

describe('the form of an outcome', () => {
  it('fits Slack with ten actions, many units, and what stood before', () => {
    const actions = Array.from({ length: 10 }, (_, index) => ({
      text: '长'.repeat(200),
      measure: '长'.repeat(200),
      owner: { id: 2, name: '责任单位2' },
      coUnits: [
        { id: 3, name: '责任单位3' },
        { id: 999, name: '已撤销的单位' },
      ],
      dueOn: '2024-07-08',
      no: index + 1,
    }))
    const standing = {
      id: 5,
      outcome: 'decided' as const,
      text: '长'.repeat(2000),
      actions,
    } as unknown as OutcomeForm['standing']
    for (const locale of ['zh-CN', 'en'] as const) {
      const full = { ...form, standing }
      const { blocks, private_metadata, title } = outcomeModal(locale, full, outcomeMetadata(full, where))
      expect(viewBlockProblems(core, JSON.parse(JSON.stringify(blocks)))).toEqual([])
      expect(blocks.length).toBeLessThanOrEqual(100)
      expect(title.text.length).toBeLessThanOrEqual(24)
      expect(JSON.parse(private_metadata ?? '')).toMatchObject({
        seen: 5,
        actions: 10,
        meetingNo: 3,
        boardViewId: 'V1',
      })
      expect(JSON.stringify(blocks)).not.toContain('decision_add_action')
    }
  })

  it('gives what was filled in; groups left empty are no actions', () => {
    expect(check({ ...decided, ...action })).toEqual({
      input: {
        outcome: 'decided',
        text: '统一标准',
        actions: [{ text: '完成验收', ownerId: 2, coUnitIds: [3, 4], dueOn: '2024-07-08', measure: '' }],
      },
    })
    expect(check({ decision_outcome: { one: 'deferred' } })).toEqual({
      input: { outcome: 'deferred', text: '', actions: [] },
    })
  })

  it.each([
    [{ decision_text: '统一标准' }, 'decision_outcome', '请选择结果'],
    [{ ...decided, decision_text: '  ' }, 'decision_text', '请写明内容'],
    [{ ...decided, decision_text: '长'.repeat(2001) }, 'decision_text', '2001 字'],
    [{ ...action, decision_outcome: { one: 'deferred' } }, 'decision_outcome', '只有议定的议题可以交办'],
    [{ ...decided, ...action, decision_due_0: '尽快' }, 'decision_due_0', '看不懂期限「尽快」'],
    [{ ...decided, ...action, decision_due_0: '6月20日' }, 'decision_due_0', '已经过去'],
    [{ ...decided, ...action, decision_due_0: '' }, 'decision_due_0', '请写明期限'],
    [{ ...decided, ...action, decision_what_0: ' ' }, 'decision_what_0', '请写明交办事项'],
    [{ ...decided, ...action, decision_what_0: '长'.repeat(201) }, 'decision_what_0', '201 字'],
    [{ ...decided, ...action, decision_measure_0: '长'.repeat(201) }, 'decision_measure_0', '201 字'],
    [{ ...decided, decision_what_1: '印发', decision_due_1: '两周' }, 'decision_owner_1', '请写明承办单位'],
    [
      { ...decided, ...action, decision_co_units_0: { many: units.slice(10, 32).map((unit) => String(unit.id)) } },
      'decision_co_units_0',
      '最多 20 个',
    ],
  ])('says what is wrong at its field (%#)', (values, field, words) => {
    expect(check(values)).toEqual({ errors: { [field]: expect.stringContaining(words) } })
  })

  it('says all that is wrong at once, in the person’s language', () => {
    const wrong = checkOutcome(fields({ ...decided, decision_text: '', decision_measure_0: 'x' }), 'en', metadata)
    expect(wrong).toEqual({
      errors: {
        decision_text: expect.stringContaining('Not saved'),
        decision_what_0: expect.stringContaining('what is to be done'),
        decision_owner_0: expect.stringContaining('owner unit'),
        decision_due_0: expect.stringContaining('working days'),
      },
    })
  })

  it('has a receipt that says what follows, and where the calendar is not known', () => {
    const recorded = (more: Partial<RecordedDecision>) =>
      ({
        decisionId: 1,
        issue: { no: 7, carried: 2, escalatedAt: new Date() },
        actions: [],
        outcome: 'decided',
        ...more,
      }) as RecordedDecision
    const receipt = (more: Partial<RecordedDecision>, due: string[] = []) =>
      JSON.stringify(outcomeReceipt('zh-CN', recorded(more), due).blocks)
    expect(receipt({ actions: [4, 5] })).toContain('交办 2 件，编号 4、5')
    expect(receipt({})).toContain('问题已办结')
    expect(receipt({ outcome: 'deferred' })).toContain('已延 2 次，已提请领导小组')
    expect(receipt({ actions: [4] }, ['2024-07-08', '2035-01-08'])).toContain('2035年放假安排尚未公布')
  })
})
