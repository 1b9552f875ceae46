import type { Decimal } from '../decimal.ts'
import type { IssueState } from '../issue.ts'
import type { Status } from '../progress-report.ts'
import type { ReportingPeriod } from '../reporting-period.ts'
import type { TargetFacts } from '../target.ts'
import type { assessTarget } from '../target-status.ts'
import type { BurdenLine, MilestoneFacts, PolicyFacts } from './records.ts'

/** Tasks by the status of their lead's accepted report; `missing` have none. The five make `total`. */
export type StatusCounts = Record<Status, number> & { missing: number; total: number }

/** Why a task has no accepted report of its lead. `no_unit`: the plan names nobody who would report. */
export type MissingKind = 'unfiled' | 'submitted' | 'returned' | 'paused' | 'no_unit'

/** What an accepted report says. */
export type AcceptedReport = {
  unit: string
  status: Status
  percent: number | null
  summary: string
  version: number
  /** A later version that the office has not decided on yet. */
  pending: number | null
}

/** A task in the report: its lead's accepted report, or why there is none; and what its participants said. */
export type TaskProgress = {
  no: number
  title: string
  lead: string | null
  report: AcceptedReport | null
  missing: MissingKind | null
  participants: AcceptedReport[]
}

/** 板块 */
export type SectionProgress = { no: string; title: string; counts: StatusCounts; tasks: TaskProgress[] }

/** A participant's reports that are no content: the numbers of their tasks. */
export type ParticipantGap = { unit: string; unfiled: number[]; submitted: number[]; returned: number[] }

/** A target where it stood on the report's day. */
export type TargetProgress = Pick<TargetFacts, 'metric' | 'value' | 'unit' | 'by' | 'per'> & {
  taskNo: number | null
  standing: ReturnType<typeof assessTarget>
  /** What the lead of its task claims for the task; null where there is no accepted report, or no task. */
  claimed: Status | null
  disagrees: boolean
  /** How it came there, where it is behind or in dispute: at most twelve measured days; else none. */
  trend: { on: string; current: Decimal; due: Decimal }[]
}

/** An issue as it stood on the report's day; `state` is the present one. */
export type IssueProgress = {
  no: number
  title: string
  taskNo: number | null
  /** Metrics of the targets that its task has: what it blocks. */
  targets: string[]
  units: string[]
  raisedOn: string
  closedOn: string | null
  state: IssueState
  carried: number
  escalated: boolean
}

/** An action past its day on the report's day; `doneOn` where it was verified since. */
export type OverdueAction = {
  no: number
  issueNo: number
  text: string
  owner: string
  dueOn: string
  doneOn: string | null
}

/** A milestone on the report's day: done (in time or late), slipped, or due next. */
export type MilestoneProgress = MilestoneFacts & { state: 'done' | 'done_late' | 'slipped' | 'next' }

/** The report of a period on the whole plan, from accepted reports. Days are ISO days of the plan's zone. */
export type CompiledReport = {
  planTitle: string
  language: string
  period: ReportingPeriod
  /** The day its facts are counted to: the period's last, or today while it lasts. */
  asOf: string
  /** The day it was compiled. */
  on: string
  counts: StatusCounts
  sections: SectionProgress[]
  targets: TargetProgress[]
  missing: (Pick<TaskProgress, 'no' | 'title' | 'lead'> & { kind: MissingKind })[]
  participantGaps: ParticipantGap[]
  /** Units that reported late, with the numbers of the tasks. */
  late: { unit: string; tasks: number[] }[]
  issues: { raised: number; settled: IssueProgress[]; open: IssueProgress[] }
  actions: { done: number; running: number; overdue: OverdueAction[] }
  milestones: MilestoneProgress[]
  /** Issued in the period; `earlier` ones are counted. */
  policies: { issued: PolicyFacts[]; earlier: number }
  practices: { taskNo: number; taskTitle: string; unit: string; text: string }[]
  burden: readonly BurdenLine[]
}
