import { describe, expect, it } from 'vitest'
import type { ReportRow } from '../../../src/db/report-store.ts'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { ids } from '../../../src/slack/ids.ts'
import { parseOpenValue } from '../../../src/slack/progress/choice.ts'
import { contentOf, fieldsOf, isTyped, startContent } from '../../../src/slack/progress/form-content.ts'
import { receiptMessage } from '../../../src/slack/progress/messages.ts'
import { owedMessage } from '../../../src/slack/progress/owed-message.ts'
import { checkProgress } from '../../../src/slack/progress/submit.ts'
import { progressModal } from '../../../src/slack/progress/views.ts'
import type { Fields } from '../../../src/slack/requests/request.ts'
import type { Receipt } from '../../../src/usecases/report/file-report.ts'
import type { OwedReport, OwedReports } from '../../../src/usecases/report/list-owed-reports.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const last: ReportRow = {
  id: 9,
  taskId: 1,
  unitId: 3,
  periodKey: '2023H2',
  version: 2,
  state: 'accepted',
  status: 'behind',
  percent: 40,
  summary: '去年的进展',
  practice: '',
  unchanged: false,
  late: false,
  reportedBy: 'U1',
  reportedAt: new Date(0),
  decidedBy: null,
  decidedAt: null,
  reason: '',
}
const report = (taskNo: number, more: Partial<OwedReport> = {}): OwedReport => ({
  taskNo,
  taskTitle: `任务标题${taskNo}`,
  unitId: 3,
  unit: '市商务局',
  role: 'lead',
  periodKey: '2024H1',
  dueOn: '2024-07-12',
  overdue: false,
  filed: null,
  returned: null,
  last: null,
  draft: null,
  evidence: [],
  ...more,
})
const owed = (...reports: OwedReport[]): OwedReports => ({
  planId: 1,
  planTitle: '方案',
  zone: 'Asia/Shanghai',
  early: [],
  period: { key: '2024H1', startsOn: '2024-01-01', endsOn: '2024-06-30', opensOn: '2024-06-24', dueOn: '2024-07-12' },
  reports,
})
const modal = (list: OwedReports, chosen = 0, metadata = {}) =>
  progressModal('zh-CN', {
    owed: list,
    chosen: list.reports[chosen] as OwedReport,
    participants: [],
    metadata: { channel: 'C1', ...metadata },
  })
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
    for (const { taskNo } of list.reports) expect(text).toContain(`"value":"${taskNo}/3/2024H1"`)
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

  it('shows again what is filed early, once a draft of it was saved', () => {
    const early = report(6)
    const list = { ...owed(report(7)), early: [early] }
    const draft = { content: { ...last, percent: '40', links: '', files: [] }, version: 1, savedBy: 'U1' }
    const chosen = { ...early, draft: { ...draft, savedAt: new Date('2024-06-24T01:00:00Z'), periodKey: '2024H1' } }
    const view = progressModal('zh-CN', {
      owed: list,
      chosen: chosen as unknown as OwedReport,
      participants: [],
      metadata: { channel: null },
    })
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
  })

  it('keeps the period that was named in words until it is submitted', () => {
    const view = modal(owed(report(6)), 0, { periodKey: '2023H2' })
    expect(JSON.stringify(view.blocks)).toContain('2023年下半年')
    const fields = Object.assign({}, ...Object.values(state('6/3', '补报').state.values)) as Fields
    const task = { [ids.progress.task]: { selected_option: { value: '6/3' } } } as unknown as Fields
    const metadata = JSON.parse(view.private_metadata ?? '')
    expect(checkProgress({ ...fields, ...task }, 'zh-CN', metadata)).toEqual({
      input: {
        taskNo: 6,
        unitId: 3,
        periodKey: '2023H2',
        status: 'behind',
        percent: 40,
        summary: '补报',
        practice: '',
        links: [],
        fileIds: [],
        draftVersion: 0,
        filedVersion: 0,
      },
    })
  })

  it('tells what was typed from what the form had filled in itself', () => {
    const [filled, empty] = [report(6, { last }), report(7)]
    type View = Parameters<typeof fieldsOf>[0]
    const typed = (view: object, of: OwedReport) => {
      const { fields } = fieldsOf(view as unknown as View)
      return isTyped(contentOf(fields, []), startContent(of))
    }
    expect(typed(state('6/3/2024H1', '去年的进展'), filled)).toBe(false)
    expect(typed(state('6/3/2024H1', '今年写的'), filled)).toBe(true)
    expect(typed(state('6/3/2024H1', '去年的进展', 'done'), filled)).toBe(true)
    expect(typed(state('7/3/2024H1', '', 'ahead', ''), empty)).toBe(true)
    expect(fieldsOf(state('7/3/2024H1', '') as unknown as View).key).toBe('7/3/2024H1')
  })

  it('says at the field what is wrong with its links, its practice and its files', () => {
    const task = { [ids.progress.task]: { selected_option: { value: '6/3/2024H1' } } }
    const base = Object.assign({}, ...Object.values(state('6/3/2024H1', '进展').state.values), task)
    const check = (more: object) => checkProgress({ ...base, ...more } as unknown as Fields, 'zh-CN', {})
    const links = (value: string) => check({ [ids.progress.links]: { value } })
    expect(links('验收报告 https://a.example/1\nhttps://a.example/2')).toMatchObject({
      input: { links: [{ title: '验收报告', url: 'https://a.example/1' }, { url: 'https://a.example/2' }] },
    })
    expect(links('没有链接')).toHaveProperty(`errors.${ids.progress.links}`)
    const eleven = Array.from({ length: 11 }, (_, at) => `https://a.example/${at}`).join('\n')
    expect(links(eleven)).toHaveProperty(`errors.${ids.progress.links}`)
    expect(check({ [ids.progress.practice]: { value: '字'.repeat(501) } })).toHaveProperty(
      `errors.${ids.progress.practice}`,
    )
    const files = Array.from({ length: 6 }, (_, at) => ({ id: `F${at}` }))
    const kept = Array.from({ length: 5 }, (_, at) => ({ value: `K${at}` }))
    expect(
      check({ [ids.progress.files]: { files }, [ids.progress.keptFiles]: { selected_options: kept } }),
    ).toHaveProperty(`errors.${ids.progress.files}`)
  })

  it('reads the values of buttons with and without a plan and a period', () => {
    expect(parseOpenValue('6/3')).toEqual({ planId: undefined, choice: { taskNo: 6, unitId: 3, periodKey: null } })
    expect(parseOpenValue('1/6/3')).toEqual({ planId: 1, choice: { taskNo: 6, unitId: 3, periodKey: null } })
    expect(parseOpenValue('1/6/3/2024H1')).toMatchObject({ planId: 1, choice: { periodKey: '2024H1' } })
    expect(parseOpenValue('all')).toEqual({ planId: undefined, choice: null })
    expect(parseOpenValue('2/all')).toEqual({ planId: 2, choice: null })
  })

  it('lays 14 participants’ reports of 2,000 characters before the lead, and counts what has no room', () => {
    const filed = { ...last, summary: '配'.repeat(2000), evidence: [] }
    const participants = Array.from({ length: 30 }, (_, at) => ({ unit: `单位${at}`, report: at < 25 ? filed : null }))
    const list = owed(report(6))
    const view = progressModal('zh-CN', {
      owed: list,
      chosen: list.reports[0] as OwedReport,
      participants,
      metadata: { channel: null },
    })
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
    const text = JSON.stringify(view.blocks)
    expect(text).toContain('配合单位报送 25/30')
    expect(text).toContain('单位13：')
    expect(text).toContain('尚未报送：单位25、')
    expect(text).toContain('/progress 历史 6')
  })

  it('opens with a last report of 2,000 emoji', () => {
    const view = modal(owed(report(6, { last: { ...last, summary: '😀'.repeat(2000) } })))
    expect(viewBlockProblems({} as Core, asSent(view.blocks))).toEqual([])
  })
})

describe('the messages about reports', () => {
  const receipt: Receipt = {
    planId: 1,
    zone: 'Asia/Shanghai',
    unitId: 3,
    practice: '',
    participants: [],
    evidence: [],
    corrects: null,
    replaces: null,
    draftKept: null,
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
