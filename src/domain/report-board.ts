import type { ReportStanding, VersionFacts } from './report-state.ts'

/** A unit's report on a task in a period, as boards count it; `paused`: it is not asked for now. */
export type BoardReport = {
  unit: { id: number; name: string }
  found: ReportStanding<VersionFacts & { late: boolean }>
  paused: boolean
}

/** How many reports a unit owes in a period and how those that are filed stand; what was `returned` is owed again. */
export type BoardTally = { total: number; filed: number; late: number; returned: number; accepted: number }

/** A unit with its tally. */
export type BoardLine = { unitId: number; unit: string } & BoardTally

/** A paused report is not asked for, but it counts where it was filed. */
const isAsked = ({ paused, found }: Pick<BoardReport, 'paused' | 'found'>) => !paused || found.standing !== null

/** Counts the reports of one unit. */
export function tallyBoard(reports: readonly Pick<BoardReport, 'paused' | 'found'>[]): BoardTally {
  const asked = reports.filter(isAsked)
  const standing = asked.flatMap(({ found }) => found.standing ?? [])
  const owed = asked.filter(({ found }) => found.standing === null)
  return {
    total: asked.length,
    filed: standing.length,
    late: standing.filter(({ late }) => late).length,
    returned: owed.filter(({ found }) => found.newest?.state === 'returned').length,
    accepted: standing.filter(({ state }) => state === 'accepted').length,
  }
}

/**
 * A line a unit of which reports are asked, the one that owes most first, then who was returned or late more; else in the
 * order given.
 */
export function composeBoard(reports: readonly BoardReport[]): BoardLine[] {
  const missing = ({ total, filed }: BoardLine) => total - filed
  return [...Map.groupBy(reports, ({ unit }) => unit.id)]
    .map(([unitId, own]) => ({ unitId, unit: own[0]?.unit.name ?? '', ...tallyBoard(own) }))
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => missing(other) - missing(one) || other.returned - one.returned || other.late - one.late)
}
