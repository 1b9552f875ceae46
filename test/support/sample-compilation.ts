import { DateTime } from 'luxon'
import type { CompilationRecords, ReportVersion } from '../../src/domain/compilation/records.ts'

const commerce = { id: 1, name: '市商务局' }
const valley = { id: 2, name: '光谷管委会' }
const customs = { id: 3, name: '江城海关' }

/** A version that was accepted in good time, but for what is given. */
export function version(given: Partial<ReportVersion> & Pick<ReportVersion, 'taskId' | 'unitId'>): ReportVersion {
  const unit = [commerce, valley, customs].find(({ id }) => id === given.unitId)?.name ?? '未知单位'
  return {
    taskNo: given.taskId,
    taskTitle: `任务名称${given.taskId}`,
    unit,
    version: 1,
    state: 'accepted',
    status: 'on_track',
    percent: 50,
    summary: '已签约12家。',
    practice: '',
    late: false,
    reportedBy: 'ULEAD',
    reportedAt: new Date('2024-07-05T02:00:00Z'),
    decidedBy: 'UCONVENER',
    decidedAt: new Date('2024-07-10T02:00:00Z'),
    reason: '',
    evidence: [],
    ...given,
  }
}

/** The first half of 2024 of a small plan: of five tasks one ahead, one behind, one submitted, one returned, one unfiled. */
export function sampleRecords(given: Partial<CompilationRecords> = {}): CompilationRecords {
  const lead = 'lead' as const
  const participant = 'participant' as const
  return {
    plan: { title: '江城市示范区建设实施方案', language: 'zh-CN', zone: 'Asia/Shanghai' },
    now: DateTime.fromISO('2024-07-15T09:00:00', { zone: 'Asia/Shanghai' }),
    period: {
      key: '2024H1',
      startsOn: '2024-01-01',
      endsOn: '2024-06-30',
      opensOn: '2024-06-17',
      dueOn: '2024-07-12',
    },
    nextEndsOn: '2024-12-31',
    tasks: [
      {
        id: 1,
        no: 1,
        title: '引进企业',
        sectionNo: '一',
        sectionTitle: '扩大进口',
        units: [
          { ...commerce, role: lead },
          { ...valley, role: participant },
          { ...customs, role: participant },
        ],
      },
      {
        id: 2,
        no: 2,
        title: '建设口岸',
        sectionNo: '一',
        sectionTitle: '扩大进口',
        units: [{ ...customs, role: lead }],
      },
      {
        id: 3,
        no: 3,
        title: '简化通关',
        sectionNo: '二',
        sectionTitle: '优化环境',
        units: [{ ...customs, role: lead }],
      },
      {
        id: 4,
        no: 4,
        title: '加强监测',
        sectionNo: '二',
        sectionTitle: '优化环境',
        units: [{ ...valley, role: lead }],
      },
      {
        id: 5,
        no: 5,
        title: '金融支持',
        sectionNo: '二',
        sectionTitle: '优化环境',
        units: [{ ...valley, role: lead }],
      },
    ],
    versions: [
      version({ taskId: 1, unitId: 1, status: 'ahead', percent: 80, practice: '一企一策，48小时内答复。' }),
      version({ taskId: 1, unitId: 1, version: 2, state: 'submitted', status: 'done', summary: '待审核的更正' }),
      version({ taskId: 1, unitId: 2, summary: `协助招商。${'持续推进。'.repeat(40)}`, percent: null }),
      version({ taskId: 2, unitId: 3, status: 'behind', percent: 20, summary: '设备未到位。\n正在协调。', late: true }),
      version({ taskId: 3, unitId: 3, state: 'submitted', summary: '只是报送', decidedBy: null, decidedAt: null }),
      version({ taskId: 4, unitId: 2, state: 'returned', summary: '退回的内容', reason: '请补充数据' }),
      version({ taskId: 5, unitId: 2, state: 'withdrawn', summary: '撤回的内容' }),
    ],
    paused: { period: false, tasks: new Set() },
    targets: [
      {
        id: 1,
        metric: '引进企业',
        value: '5',
        unit: '家',
        kind: 'flow',
        per: 'year',
        by: '2025-12-31',
        baseline: null,
        taskNo: 1,
      },
      {
        id: 2,
        metric: '年进口额',
        value: '100.5',
        unit: '亿元',
        kind: 'level',
        per: 'year',
        by: '2025-12-31',
        baseline: null,
        taskNo: null,
      },
    ],
    values: [
      measured(1, '1', '2024-02-29'),
      measured(2, '30', '2024-03-31'),
      measured(1, '2', '2024-03-31'),
      measured(1, '0', '2024-03-31'),
      measured(1, '1', '2024-05-31'),
      measured(2, '62.5', '2024-06-30'),
    ],
    issues: [
      issue({
        no: 1,
        title: '花山港验收标准不一',
        taskNo: 1,
        carried: 2,
        escalatedAt: new Date('2024-06-20T02:00:00Z'),
      }),
      issue({ no: 2, title: '接口口径不一', state: 'closed', closedAt: new Date('2024-05-20T02:00:00Z') }),
      issue({ no: 3, title: '七月才提出', raisedAt: new Date('2024-07-03T02:00:00Z') }),
      issue({ no: 4, title: '已撤回', state: 'withdrawn' }),
      issue({ no: 5, title: '七月办结', state: 'closed', closedAt: new Date('2024-07-08T02:00:00Z') }),
    ],
    actions: [
      action({ no: 1, state: 'verified', settledAt: new Date('2024-06-03T02:00:00Z') }),
      action({ no: 2 }),
      action({ no: 3, dueOn: '2024-08-01' }),
      action({ no: 4, state: 'cancelled' }),
      action({ no: 5, state: 'reported', reportedAt: new Date('2024-06-29T02:00:00Z') }),
      action({
        no: 6,
        state: 'verified',
        reportedAt: new Date('2024-07-02T02:00:00Z'),
        settledAt: new Date('2024-07-04T02:00:00Z'),
      }),
    ],
    milestones: [
      milestone({ no: 1, title: '通道上线', dueOn: '2024-03-31', doneOn: '2024-03-20' }),
      milestone({ no: 2, title: '设备安装', dueOn: '2024-04-30', doneOn: '2024-05-10' }),
      milestone({ no: 3, title: '口岸验收', dueOn: '2024-06-30' }),
      milestone({ no: 4, title: '二期入驻', dueOn: '2024-10-31' }),
      milestone({ no: 5, title: '后年的事', dueOn: '2025-10-31' }),
      milestone({ no: 6, title: '去年的事', dueOn: '2023-10-31', doneOn: '2023-10-30' }),
    ],
    policies: [
      {
        taskNo: 1,
        unit: '市商务局',
        title: '早先的措施',
        documentNo: '江商〔2023〕1号',
        issuedOn: '2023-06-01',
        link: '',
      },
      {
        taskNo: 1,
        unit: '市商务局',
        title: '支持进口的若干措施',
        documentNo: '江商〔2024〕12号',
        issuedOn: '2024-04-18',
        link: 'https://a.example/1',
      },
    ],
    burden: [],
    ...given,
  }
}

function measured(targetId: number, value: string, asOf: string): CompilationRecords['values'][number] {
  const recordedAt = new Date(`${asOf}T08:00:00Z`)
  return { targetId, value, asOf, unit: '江城海关', source: '统计月报', recordedBy: 'UCUSTOMS', recordedAt }
}

function issue(given: Partial<CompilationRecords['issues'][number]> & { no: number; title: string }) {
  return {
    taskNo: null,
    state: 'open' as const,
    carried: 0,
    raisedAt: new Date('2024-05-06T02:00:00Z'),
    escalatedAt: null,
    closedAt: null,
    units: [{ name: '江城海关' }],
    ...given,
  }
}

function action(given: Partial<CompilationRecords['actions'][number]> & { no: number }) {
  return {
    issueNo: 2,
    text: '统一标准',
    owner: { name: '市商务局' },
    dueOn: '2024-06-28',
    state: 'open' as const,
    reportedAt: null,
    settledAt: null,
    createdAt: new Date('2024-05-20T02:00:00Z'),
    ...given,
  }
}

function milestone(
  given: Partial<CompilationRecords['milestones'][number]> & { no: number; title: string; dueOn: string },
) {
  return { taskNo: 2, unit: '江城海关', doneOn: null, evidence: '', ...given }
}
