import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { ids } from '../../../src/slack/ids.ts'
import type { Fields } from '../../../src/slack/listen.ts'
import { owedMessage, receiptMessage } from '../../../src/slack/progress/messages.ts'
import { checkProgress } from '../../../src/slack/progress/submit.ts'
import { progressModal, typedSoFar } from '../../../src/slack/progress/views.ts'
import type { Receipt } from '../../../src/usecases/report/file-report.ts'
import type { OwedReport, OwedReports } from '../../../src/usecases/report/list-owed-reports.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const last = {
  id: 9,
  taskId: 1,
  unitId: 3,
  periodKey: '2023H2',
  version: 2,
  status: 'behind' as const,
  percent: 40,
  summary: '去年的进展',
  late: false,
  reportedBy: 'U1',
  reportedAt: new Date(0),
}
const report = (taskNo: number, more: Partial<OwedReport> = {}): OwedReport => ({
  taskNo,
  taskTitle: `任务标题${taskNo}`,
  unitId: 3,
  unit: '市商务局',
  role: 'lead',
  filed: null,
  last: null,
  ...more,
})
const owed = (...reports: OwedReport[]): OwedReports => ({
  planTitle: '方案',
  period: { key: '2024H1', startsOn: '2024-01-01', endsOn: '2024-06-30', opensOn: '2024-06-24', dueOn: '2024-07-12' },
  reports,
})
const modal = (list: OwedReports, chosen = 0, metadata = {}) =>
  progressModal('zh-CN', list, list.reports[chosen] as OwedReport, { channel: 'C1', ...metadata })
/** The state of a form whose fields were filled for a task. */
const state = (key: string, summary: string, status = 'behind', percent = '40') => ({
  state: {
    values: {
      task: { [ids.progress.task]: { type: 'static_select' } },
      [`status-${key}`]: { [ids.progress.status]: { type: 'radio_buttons', selected_option: { value: status } } },
      [`percent-${key}`]: { [ids.progress.percent]: { type: 'number_input', value: percent } },
      [`summary-${key}`]: { [ids.progress.summary]: { type: 'plain_text_input', value: summary } },
    },
  },
})

describe('the form of a report', () => {
  it('starts with the last report of the chosen task, and offers every one of 250 tasks', () => {
    const list = owed(...Array.from({ length: 250 }, (_, at) => report(at + 1, { last: at === 240 ? last : null })))
    const view = modal(list, 240)
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    const text = JSON.stringify(view)
    expect(text).toContain('去年的进展')
    for (const { taskNo } of list.reports) expect(text).toContain(`"value":"${taskNo}/3"`)
  })

  it('names the unit in an option whose title is too long for it', () => {
    const list = owed(
      report(6, { taskTitle: '题'.repeat(200) }),
      report(6, { taskTitle: '题'.repeat(200), unit: '光谷管委会', unitId: 4 }),
    )
    const view = modal(list)
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    for (const unit of ['市商务局', '光谷管委会']) expect(JSON.stringify(view)).toContain(`… · ${unit}"`)
  })

  it('keeps the period that was named in words until it is submitted', () => {
    const view = modal(owed(report(6)), 0, { periodKey: '2023H2' })
    expect(JSON.stringify(view.blocks)).toContain('2023年下半年')
    const fields = Object.assign({}, ...Object.values(state('6/3', '补报').state.values)) as Fields
    const task = { [ids.progress.task]: { selected_option: { value: '6/3' } } } as unknown as Fields
    const metadata = JSON.parse(view.private_metadata ?? '')
    expect(checkProgress({ ...fields, ...task }, 'zh-CN', metadata)).toEqual({
      input: { taskNo: 6, unitId: 3, periodKey: '2023H2', status: 'behind', percent: 40, summary: '补报' },
    })
  })

  it('keeps what was typed when another task is chosen, but not what the form had filled in itself', () => {
    const list = owed(report(6, { last }), report(7))
    type View = Parameters<typeof typedSoFar>[0]
    const typed = (view: object) => typedSoFar(view as View, list)
    expect(typed(state('6/3', '去年的进展'))).toBeNull()
    expect(typed(state('7/3', '', 'ahead', ''))).toBeNull()
    expect(typed(state('6/3', '今年写的'))).toEqual({ status: 'behind', percent: 40, summary: '今年写的' })
    expect(typed(state('6/3', '去年的进展', 'done'))).toMatchObject({ status: 'done' })
  })

  it('opens with a last report of 2,000 emoji', () => {
    const view = modal(owed(report(6, { last: { ...last, summary: '😀'.repeat(2000) } })))
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
  })
})

describe('the messages about reports', () => {
  const receipt: Receipt = {
    reportId: 1,
    taskNo: 6,
    taskTitle: '做大做强',
    unit: '市商务局',
    lead: null,
    periodKey: '2024H1',
    dueOn: '2024-07-12',
    version: 1,
    status: 'on_track',
    percent: 80,
    summary: '',
    late: false,
  }

  it('show the whole of a long summary, with nothing in it at work', () => {
    const summary = `<!channel> <@U1> *粗* ${'😀'.repeat(1900)}完`
    const { text, blocks } = receiptMessage('zh-CN', { ...receipt, summary })
    checkMessageBlocks({} as Core, asSent(blocks))
    const shown = blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : [])).join('')
    expect(shown).toContain(summary)
    expect(text).not.toContain('<')
    expect(JSON.stringify(blocks)).not.toContain('mrkdwn')
  })

  it('list as many as fit and count the others', () => {
    const long = { taskTitle: '题'.repeat(200), unit: '单'.repeat(60) }
    const { blocks } = owedMessage('zh-CN', owed(...Array.from({ length: 300 }, (_, at) => report(at + 1, long))))
    checkMessageBlocks({} as Core, asSent(blocks))
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000)
    expect(JSON.stringify(blocks)).toContain('260')
  })

  it('tell a person of no unit who reports', () => {
    const { text, blocks } = owedMessage('zh-CN', owed())
    expect(text).toContain('/plan members')
    checkMessageBlocks({} as Core, asSent(blocks))
  })
})
