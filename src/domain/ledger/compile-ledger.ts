import { DateTime } from 'luxon'
import { isOverdue } from '../action/action-standing.ts'
import type { ActionState } from '../action/action-state.ts'
import type { DecisionOutcome } from '../decision.ts'
import type { IssueState } from '../issue.ts'
import type { ActionEntry, IssueEntry, LedgerContent } from './ledger-content.ts'

/** The records a ledger is compiled from, each list oldest first. */
export type LedgerRecords = {
  planTitle: string
  /** In the plan's zone; every day of the ledger is of that zone. */
  now: DateTime
  issues: readonly (Pick<
    IssueEntry,
    'no' | 'title' | 'taskNo' | 'taskTitle' | 'raisedUnit' | 'severity' | 'carried' | 'mandatory'
  > & {
    id: number
    state: IssueState
    raisedAt: Date
    closedAt: Date | null
    units: readonly { name: string }[]
  })[]
  /** Published agendas the issues stand or stood on. */
  meetings: readonly { issueId: number; meetingId: number; no: number; startsAt: Date }[]
  decisions: readonly {
    id: number
    issueId: number
    meetingId: number | null
    outcome: DecisionOutcome
    text: string
    decidedAt: Date
  }[]
  actions: readonly (Pick<
    ActionEntry,
    'no' | 'issueNo' | 'issueTitle' | 'meetingNo' | 'text' | 'dueOn' | 'measure' | 'evidence'
  > & {
    decisionId: number
    owner: { name: string }
    coUnits: readonly { name: string }[]
    state: ActionState
    reportedAt: Date | null
    settledAt: Date | null
  })[]
}

/** The two ledgers (议题台账, 议定事项台账) of a plan: issues by number, actions by number. */
export function compileLedger(records: LedgerRecords): LedgerContent {
  const { planTitle, now, issues, actions } = records
  const decisions = Map.groupBy(records.decisions, ({ issueId }) => issueId)
  const meetings = Map.groupBy(records.meetings, ({ issueId }) => issueId)
  const byId = new Map(records.decisions.map((decision) => [decision.id, decision]))
  const day = (at: Date) => DateTime.fromJSDate(at, { zone: now.zone }).toFormat('yyyy-MM-dd')
  const dayOr = (at: Date | null) => at && day(at)
  const today = now.toFormat('yyyy-MM-dd')
  return {
    planTitle,
    on: today,
    issues: issues.map(
      ({ id, no, title, taskNo, taskTitle, raisedUnit, severity, state, carried, mandatory, ...issue }) => {
        const own = decisions.get(id) ?? []
        const last = own.at(-1)
        return {
          no,
          title,
          taskNo,
          taskTitle,
          raisedOn: day(issue.raisedAt),
          raisedUnit,
          units: issue.units.map((unit) => unit.name),
          severity,
          state,
          carried,
          mandatory,
          meetings: (meetings.get(id) ?? []).map(({ no: meetingNo, startsAt, meetingId }) => ({
            no: meetingNo,
            day: day(startsAt),
            outcome: own.findLast((decision) => decision.meetingId === meetingId)?.outcome ?? null,
          })),
          outcome: last?.outcome ?? null,
          outcomeText: last?.text ?? '',
          outcomeOn: dayOr(last?.decidedAt ?? null),
          closedOn: dayOr(issue.closedAt),
        }
      },
    ),
    actions: actions
      .toSorted((a, b) => a.no - b.no)
      .map(({ no, issueNo, issueTitle, meetingNo, text, dueOn, measure, state, evidence, ...action }) => {
        const decision = byId.get(action.decisionId)
        return {
          no,
          issueNo,
          issueTitle,
          meetingNo,
          decidedOn: decision ? day(decision.decidedAt) : '',
          decision: decision?.text ?? '',
          text,
          owner: action.owner.name,
          coUnits: action.coUnits.map((unit) => unit.name),
          dueOn,
          measure,
          state,
          overdue: isOverdue({ state, dueOn }, today),
          evidence,
          reportedOn: dayOr(action.reportedAt),
          verifiedOn: state === 'verified' ? dayOr(action.settledAt) : null,
        }
      }),
  }
}
