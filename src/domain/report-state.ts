import { DomainError } from './errors.ts'

/** Where a version of a report stands: waiting for the office, returned by it, accepted (locked), or taken back by its unit. */
export type ReportState = 'submitted' | 'returned' | 'accepted' | 'withdrawn'

/** What is done to a version: accept, return and reopen by the office, withdraw by its unit. */
export type ReportEvent = 'accept' | 'return' | 'reopen' | 'withdraw'

const moves: Readonly<Record<ReportEvent, { from: ReportState; to: ReportState }>> = {
  accept: { from: 'submitted', to: 'accepted' },
  return: { from: 'submitted', to: 'returned' },
  withdraw: { from: 'submitted', to: 'withdrawn' },
  reopen: { from: 'accepted', to: 'returned' },
}

/**
 * The state a version gets by an event. Nothing but its state ever changes, and an accepted one is opened again or stays.
 * @throws DomainError `report.not_possible` {state}: it was decided or taken back meanwhile
 */
export function decideReport(state: ReportState, event: ReportEvent): ReportState {
  const { from, to } = moves[event]
  if (state !== from) throw new DomainError('report.not_possible', { state, event })
  return to
}

/** A version as far as it matters which one counts. */
export type VersionFacts = { version: number; state: ReportState }

/**
 * Of the versions of one unit's report on one task in one period:
 * `standing` counts: the newest that is accepted or waits, but for what was superseded by a version that the office
 * returned; null: the report is owed.
 * `accepted` is locked and counts for the office's own papers; `newest` is what the unit did last and did not take back.
 */
export type ReportStanding<T> = { standing: T | null; accepted: T | null; newest: T | null }

/** See {@link ReportStanding}; the order of `versions` does not matter. */
export function standingOf<T extends VersionFacts>(versions: readonly T[]): ReportStanding<T> {
  const known = versions
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((one, other) => other.version - one.version)
  const returnedAt = known.find(({ state }) => state === 'returned')?.version ?? 0
  const counts = ({ state, version }: T) => state === 'accepted' || (state === 'submitted' && version > returnedAt)
  return {
    standing: known.find(counts) ?? null,
    accepted: known.find(({ state }) => state === 'accepted') ?? null,
    newest: known[0] ?? null,
  }
}

/**
 * Is a version filed now late? Not where the period is still running (`overdue` false), nor where it corrects one that was
 * in time: the office's returning it makes no unit late.
 */
export function isLateVersion(overdue: boolean, earlier: readonly (VersionFacts & { late: boolean })[]): boolean {
  return overdue && !earlier.some(({ state, late }) => state !== 'withdrawn' && !late)
}
