import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'

/** Where an issue stands. It leaves `open` and `scheduled` for good only with a recorded outcome. */
export const issueStates = ['open', 'scheduled', 'decided', 'in_action', 'closed', 'withdrawn'] as const
export type IssueState = (typeof issueStates)[number]

/** What happens to an issue. */
export type IssueEvent =
  | 'schedule'
  | 'unschedule'
  | 'decide'
  | 'defer'
  | 'escalate'
  | 'withdraw'
  | 'act'
  | 'close'
  | 'reopen'

const transitions: Readonly<Record<IssueState, Partial<Record<IssueEvent, IssueState>>>> = {
  open: { schedule: 'scheduled', decide: 'decided', escalate: 'open', withdraw: 'withdrawn' },
  scheduled: { unschedule: 'open', decide: 'decided', defer: 'open', escalate: 'open', withdraw: 'withdrawn' },
  decided: { act: 'in_action', close: 'closed' },
  in_action: { close: 'closed', reopen: 'open' },
  closed: {},
  withdrawn: {},
}

/**
 * The state after an event. `decide` from `open` is a settlement without a meeting; `act` and `close` follow a decision
 * with and without actions; a deferred or escalated issue is open again, and one whose actions were all cancelled
 * (`reopen`).
 * @throws DomainError `issue.not_possible` {state, event}
 */
export function nextIssueState(state: IssueState, event: IssueEvent): IssueState {
  const next = transitions[state][event]
  if (!next) throw new DomainError('issue.not_possible', { state, event })
  return next
}

/** May this happen to an issue in this state? */
export function issueMay(state: IssueState, event: IssueEvent): boolean {
  return transitions[state][event] !== undefined
}

/** An issue carried over so many meetings goes to the leading group. */
const ESCALATES_AT_CARRIED = 2

/** Is an issue carried over that often escalated to the leading group, and mandatory at the next meeting? */
export function escalates(carried: number): boolean {
  return carried >= ESCALATES_AT_CARRIED
}

/** 1 一般, 2 较重, 3 严重, 4 紧急. */
export type Severity = 1 | 2 | 3 | 4

const severityWords: readonly [Severity, RegExp][] = [
  [1, /^(?:1|一般|minor|low)$/i],
  [2, /^(?:2|较重|moderate|medium)$/i],
  [3, /^(?:3|严重|serious|high)$/i],
  [4, /^(?:4|紧急|urgent|critical)$/i],
]

/** Reads a severity: 1 to 4, 一般, 较重, 严重, 紧急 or its English. @throws DomainError `issue.severity_unknown` {given} */
export function parseSeverity(text: string): Severity {
  const typed = foldFullWidth(text).trim()
  const match = severityWords.find(([, pattern]) => pattern.test(typed))
  if (!match) throw new DomainError('issue.severity_unknown', { given: text.slice(0, 40) })
  return match[0]
}

/** Bounds of what is typed for an issue; minutes are those asked of the meeting. */
export const ISSUE_LIMITS = { title: 80, details: 2000, minMinutes: 5, maxMinutes: 60 } as const
/** Minutes and severity where nothing was said. */
export const ISSUE_DEFAULTS: { minutes: number; severity: Severity } = { minutes: 15, severity: 2 }

/** What a person says when raising an issue. */
export type IssueFacts = { title: string; details: string; minutes: number; severity: Severity }

/**
 * The facts as they may be stored: bounds checked, texts trimmed, the title on one line.
 * @throws DomainError `issue.title_missing`, `issue.title_too_long` {max, length}, `issue.details_too_long` {max,
 *   length}, `issue.minutes_out_of_range` {given, min, max}, `issue.severity_unknown` {given}
 */
export function checkIssueFacts(facts: IssueFacts): IssueFacts {
  const title = facts.title.replace(/\s+/g, ' ').trim()
  const details = facts.details.trim()
  const { title: maxTitle, details: maxDetails, minMinutes: min, maxMinutes: max } = ISSUE_LIMITS
  if (title === '') throw new DomainError('issue.title_missing')
  if ([...title].length > maxTitle) {
    throw new DomainError('issue.title_too_long', { max: maxTitle, length: [...title].length })
  }
  if ([...details].length > maxDetails) {
    throw new DomainError('issue.details_too_long', { max: maxDetails, length: [...details].length })
  }
  if (!(Number.isInteger(facts.minutes) && facts.minutes >= min && facts.minutes <= max)) {
    throw new DomainError('issue.minutes_out_of_range', { given: String(facts.minutes), min, max })
  }
  return { title, details, minutes: facts.minutes, severity: parseSeverity(String(facts.severity)) }
}
