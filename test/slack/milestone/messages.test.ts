import { describe, expect, it } from 'vitest'
import { checkMessageBlocks, viewBlockProblems } from '../../../src/sandbox/block-kit/validate.ts'
import type { Core } from '../../../src/sandbox/core.ts'
import { roadmapMessage } from '../../../src/slack/milestone/messages.ts'
import { addModal, changeModal } from '../../../src/slack/milestone/views.ts'
import { policyListMessage } from '../../../src/slack/policy/messages.ts'
import { addPolicyModal, removePolicyModal } from '../../../src/slack/policy/views.ts'
import { taskMessages } from '../../../src/slack/task/messages.ts'
import type { RoadmapEntry } from '../../../src/usecases/milestone/list-milestones.ts'
import type { SeenPolicy } from '../../../src/usecases/policy/list-policies.ts'
import type { TaskView } from '../../../src/usecases/task/show-task.ts'

const asSent = (value: unknown) => JSON.parse(JSON.stringify(value))
const locales = ['zh-CN', 'en'] as const
const at = new Date('2024-06-24T01:00:00Z')
const opened = { planId: 5, today: '2024-06-24', zone: 'Asia/Shanghai' }

/** Everything as long as it may be. */
const milestone = (no: number): RoadmapEntry => ({
  id: no,
  no,
  taskId: no,
  taskNo: no,
  taskTitle: '任'.repeat(300),
  unitId: 1,
  unit: '单'.repeat(60),
  title: '节'.repeat(200),
  dueOn: '2023-06-20',
  doneOn: null,
  evidence: '证'.repeat(500),
  createdBy: 'U1',
  createdAt: at,
  doneBy: null,
  removedAt: null,
  version: 1,
  issues: [],
  state: 'slipped',
  days: 250,
  mayKeep: true,
  mayRaise: true,
  issueNo: 12,
  moves: [{ from: '2023-05-20', to: '2023-06-20', reason: '因'.repeat(500), at }],
  paused: true,
})
const policy = (id: number): SeenPolicy => ({
  id,
  taskId: id,
  taskNo: id,
  taskTitle: '任'.repeat(300),
  unitId: 1,
  unit: '单'.repeat(60),
  title: '策'.repeat(200),
  documentNo: '号'.repeat(60),
  issuedOn: '2024-05-10',
  link: `https://example.org/${'a'.repeat(480)}`,
  createdBy: 'U1',
  createdAt: at,
  mayKeep: true,
})
const many = <T>(count: number, make: (no: number) => T) => Array.from({ length: count }, (_, index) => make(index + 1))
const unit = (id: number) => ({ id, name: `${'单'.repeat(58)}${id}`, nameEn: null, aliases: [] })

const view: TaskView = {
  planId: 5,
  today: opened.today,
  task: {
    id: 1,
    no: 6,
    title: '任'.repeat(300),
    sectionNo: '一',
    sectionTitle: '板'.repeat(300),
    units: many(60, (id) => ({ ...unit(id), role: id <= 20 ? 'lead' : 'participant' })),
  },
  text: '文'.repeat(20_000),
  targets: many(30, () => ({
    metric: '指'.repeat(300),
    unit: '亿元',
    value: '1000',
    current: '620',
    asOf: '2024-05-31',
    due: '354',
    gap: '266',
    status: 'ahead' as const,
    reason: null,
    taskNo: 6,
    by: '2025-12-31',
    per: null,
  })),
  period: { key: '2024H1', startsOn: '2024-01-01', endsOn: '2024-06-30', opensOn: '2024-06-17', dueOn: '2024-07-12' },
  reports: many(60, (id) => ({ unit: unit(id).name, role: 'lead' as const, report: null })),
  milestones: many(50, milestone),
  policies: many(50, policy),
  issues: many(50, (no) => ({ no, title: '题'.repeat(80), state: 'open' as const })),
  actions: many(50, (no) => ({
    no,
    text: '办'.repeat(200),
    owner: '单'.repeat(60),
    dueOn: '2024-06-20',
    state: 'open' as const,
    daysLate: 2,
    daysLeft: null,
    returned: false,
  })),
  pause: { reason: '因'.repeat(1000), since: '2023-06-20' },
  reportsFor: { unitId: 1 },
}

describe('messages of roadmaps, policies and tasks', () => {
  it('keep to the limits of Slack, whatever a plan holds, and count what is on other pages', () => {
    for (const locale of locales)
      for (const taskNo of [null, 6])
        for (const page of [1, 2, 99]) {
          const head = { planId: 5, today: opened.today, taskNo, taskTitle: null, mayAdd: true }
          const scope = taskNo ?? ('late' as const)
          const roadmap = roadmapMessage(locale, { ...head, scope, entries: many(50, milestone) }, page)
          const policies = policyListMessage(locale, { ...head, policies: many(50, policy) }, page)
          for (const { blocks } of [roadmap, policies]) checkMessageBlocks({} as Core, asSent(blocks))
        }
  })

  it('show a task of any size: the text of the document whole, the rest counted', () => {
    for (const locale of locales) {
      const messages = taskMessages(locale, view)
      for (const { blocks } of messages) checkMessageBlocks({} as Core, asSent(blocks))
      const text = JSON.stringify(messages)
      expect(text.match(/文/g)?.length).toBeGreaterThanOrEqual(20_000)
    }
    const [first] = taskMessages('zh-CN', view)
    const text = JSON.stringify(first)
    expect(text).toContain('另有 42 行，见 /progress roadmap 6。')
    expect(text).toContain('另有 40 行，见 /progress status。')
    expect(text).toContain('等 40 个单位')
    const bare = {
      ...view,
      text: null,
      targets: [],
      milestones: [],
      policies: [],
      issues: [],
      actions: [],
      pause: null,
    }
    expect(taskMessages('en', bare)).toHaveLength(1)
  })
})

describe('forms of roadmaps and policies', () => {
  it('keep to the limits of Slack', () => {
    const [task] = [view.task]
    const tasks = { ...opened, choices: many(40, () => ({ task, units: task.units.slice(0, 5) })) }
    for (const locale of locales) {
      const forms = [
        addModal(locale, tasks, 'C1', { title: '长'.repeat(900), day: '2024-09-30' }),
        ...(['done', 'move', 'reopen', 'remove'] as const).map((form) =>
          changeModal(locale, form, { ...opened, milestone: milestone(1) }, 'C1', { text: '长'.repeat(900) }),
        ),
        addPolicyModal(locale, tasks, 'C1', {
          title: '长'.repeat(900),
          documentNo: '号'.repeat(90),
          link: 'a'.repeat(900),
        }),
        removePolicyModal(locale, { ...opened, policy: policy(1) }, 'C1'),
      ]
      for (const form of forms) {
        expect(viewBlockProblems({} as Core, asSent(form.blocks))).toEqual([])
        expect(form.title.text.length).toBeLessThanOrEqual(24)
      }
    }
  })
})
