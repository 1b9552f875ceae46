import type { ActionState } from '../action/action-state.ts'
import type { DecisionOutcome } from '../decision.ts'
import type { IssueState } from '../issue.ts'

/** A row of the ledger of issues (议题台账). Days are ISO days in the plan's zone. */
export type IssueEntry = {
  no: number
  title: string
  taskNo: number | null
  taskTitle: string | null
  raisedOn: string
  raisedUnit: string | null
  units: readonly string[]
  severity: number
  state: IssueState
  carried: number
  mandatory: boolean
  /** The meetings it stood at. */
  meetings: readonly { no: number; day: string; outcome: DecisionOutcome | null }[]
  /** The latest outcome and its text. */
  outcome: DecisionOutcome | null
  outcomeText: string
  outcomeOn: string | null
  closedOn: string | null
}

/** A row of the ledger of decisions and their actions (议定事项台账). */
export type ActionEntry = {
  no: number
  issueNo: number
  issueTitle: string
  /** null: settled without a meeting. */
  meetingNo: number | null
  decidedOn: string
  decision: string
  text: string
  owner: string
  coUnits: readonly string[]
  dueOn: string
  measure: string
  state: ActionState
  overdue: boolean
  evidence: string
  reportedOn: string | null
  verifiedOn: string | null
}

/** All that the ledger workbook holds. */
export type LedgerContent = {
  planTitle: string
  /** The day the ledger tells of. */
  on: string
  issues: readonly IssueEntry[]
  actions: readonly ActionEntry[]
}
