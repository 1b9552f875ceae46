import type { DateTime } from 'luxon'
import type { ActionState } from '../action/action-state.ts'
import type { Decimal } from '../decimal.ts'
import type { IssueState } from '../issue.ts'
import type { Status } from '../progress-report.ts'
import type { ReportingPeriod } from '../reporting-period.ts'
import type { TargetFacts } from '../target.ts'

/** One version of a unit's report in a period, whatever became of it, with who decided on it and its evidence. */
export type ReportVersion = {
  taskId: number
  taskNo: number
  taskTitle: string
  unitId: number
  unit: string
  version: number
  state: 'draft' | 'submitted' | 'returned' | 'accepted' | 'withdrawn'
  status: Status
  percent: number | null
  summary: string
  practice: string
  late: boolean
  reportedBy: string
  reportedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
  reason: string
  evidence: { title: string; url: string }[]
}

/** A value of a target as it was recorded, one that was superseded later as well. */
export type RecordedValue = {
  targetId: number
  value: Decimal
  asOf: string
  unit: string | null
  source: string
  recordedBy: string
  recordedAt: Date
}

/** 时间表: a step of a task with the ISO days it was due and done. */
export type MilestoneFacts = {
  no: number
  taskNo: number
  unit: string
  title: string
  dueOn: string
  doneOn: string | null
  evidence: string
}

/** What the office asked of a unit in the period: requests and messages, and minutes in meetings. */
export type BurdenLine = {
  unit: string
  asks: number
  messages: number
  meetingMinutes: number
  waitingMinutes: number
}

/** 配套政策 that a unit issued for a task; `issuedOn` an ISO day. */
export type PolicyFacts = {
  taskNo: number
  unit: string
  title: string
  documentNo: string
  issuedOn: string
  link: string
}

/** A task with its responsible units in the document's order. */
export type TaskFacts = {
  id: number
  no: number
  title: string
  sectionNo: string
  sectionTitle: string
  units: readonly { id: number; name: string; role: 'lead' | 'participant' }[]
}

/** An issue as it stands now. */
export type IssueFacts = {
  no: number
  title: string
  taskNo: number | null
  state: IssueState
  carried: number
  raisedAt: Date
  escalatedAt: Date | null
  closedAt: Date | null
  units: readonly { name: string }[]
}

/** An action as it stands now. */
export type ActionFacts = {
  no: number
  issueNo: number
  text: string
  owner: { name: string }
  dueOn: string
  state: ActionState
  reportedAt: Date | null
  settledAt: Date | null
  createdAt: Date
}

/** All that the report of a period is compiled from, as it was loaded. */
export type CompilationRecords = {
  plan: { title: string; language: string; zone: string }
  /** Now, in the plan's zone. */
  now: DateTime
  period: ReportingPeriod
  /** The last day of the period after this one. */
  nextEndsOn: string
  tasks: readonly TaskFacts[]
  /** By task, unit and version. */
  versions: readonly ReportVersion[]
  /** Whether the whole period is paused, and the ids of the tasks that are. */
  paused: { period: boolean; tasks: ReadonlySet<number> }
  targets: readonly (TargetFacts & { taskNo: number | null })[]
  /** Up to the day the report counts to, by day and in the order they were recorded. */
  values: readonly RecordedValue[]
  issues: readonly IssueFacts[]
  actions: readonly ActionFacts[]
  milestones: readonly MilestoneFacts[]
  policies: readonly PolicyFacts[]
  burden: readonly BurdenLine[]
}
