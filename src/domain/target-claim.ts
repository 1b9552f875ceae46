import type { Status } from './progress-report.ts'

/** What a unit says of a target's task in its last standing report: `period` is that report's key, e.g. 2024H1. */
export type TargetClaim = { status: Status; unit: string; period: string }

/** How what a unit claims stands to what the numbers say: `better` where the unit sees it better than they do. */
export type JudgedClaim = TargetClaim & { differs: 'better' | 'worse' | null }

/** From worst to best. */
const ranks: Record<Status, number> = { behind: 0, on_track: 1, ahead: 2, done: 3 }

/**
 * What the units claim, beside the status computed from the numbers; `disagrees` where one of them claims another than
 * that, in either direction. Where nothing can be computed nothing disagrees.
 */
export function claimOf(
  computed: Status | null,
  claims: readonly TargetClaim[],
): { claims: JudgedClaim[]; disagrees: boolean } {
  const judged = claims.map((claim): JudgedClaim => {
    const difference = computed === null ? 0 : ranks[claim.status] - ranks[computed]
    return { ...claim, differs: difference > 0 ? 'better' : difference < 0 ? 'worse' : null }
  })
  return { claims: judged, disagrees: judged.some(({ differs }) => differs !== null) }
}
