import type { Decimal } from '../decimal.ts'
import type { Status } from '../progress-report.ts'
import type { TargetFacts } from '../target.ts'
import type { MilestoneFacts, PolicyFacts } from './records.ts'

/** A version of a unit's report on a task, or the report that a responsible unit has not filed: then `version` is null. */
export type ReportEntry = {
  sectionTitle: string
  taskNo: number
  taskTitle: string
  unit: string
  /** null: the unit is not responsible for the task any more, or the task has left the plan. */
  role: 'lead' | 'participant' | null
  version: number | null
  state: 'submitted' | 'returned' | 'accepted' | 'withdrawn' | 'unfiled'
  /** Whether this version is what the report of the period rests on. */
  counts: boolean
  status: Status | null
  percent: number | null
  summary: string
  practice: string
  evidence: string
  late: boolean
  reportedOn: string | null
  /** By the office, a Slack id, and the day. */
  decidedBy: string | null
  decidedOn: string | null
  reason: string
}

/** A value of a target, or a target without any: then `value` is null. */
export type ValueEntry = Pick<TargetFacts, 'metric' | 'unit' | 'kind' | 'per' | 'by'> & {
  taskNo: number | null
  goal: Decimal
  value: Decimal | null
  asOf: string | null
  /** A later one for the same day stands in its place. */
  superseded: boolean
  source: string
  recordedOn: string | null
}

/** All that the ledger of a period holds. */
export type ReportLedger = {
  periodKey: string
  on: string
  reports: ReportEntry[]
  values: ValueEntry[]
  milestones: MilestoneFacts[]
  policies: PolicyFacts[]
}
