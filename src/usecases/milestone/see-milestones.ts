import type { MilestoneRow } from '../../db/milestone-store.ts'
import type { IssueState } from '../../domain/issue.ts'
import { type MilestoneStanding, milestoneStanding } from '../../domain/milestone/milestone-standing.ts'
import type { Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { mayKeep } from '../task/keep-task.ts'

/** A milestone as a person sees it. */
export type SeenMilestone = MilestoneRow &
  MilestoneStanding & {
    /** May the person move or remove it, or report it reached? */
    mayKeep: boolean
    /** May the person raise an issue for it: it slipped, and none stands? */
    mayRaise: boolean
    /** The number of the issue that was raised for it and is not settled. */
    issueNo: number | null
  }

const settled: readonly IssueState[] = ['closed', 'withdrawn']

/** The issue of a milestone that is not settled yet, or null. */
export function standingIssue({ issues }: Pick<MilestoneRow, 'issues'>): number | null {
  return issues.find(({ state }) => !settled.includes(state))?.no ?? null
}

/** Milestones as the person sees them, in their order; `leads` are the lead units of each task by its id. */
export function seeMilestones(
  work: Pick<Work, 'roles' | 'units' | 'now' | 'plan'>,
  milestones: readonly MilestoneRow[],
  leads: ReadonlyMap<number, readonly number[]>,
): SeenMilestone[] {
  const soonDays = Math.max(1, ...work.plan.settings.reminderDays)
  return milestones.map((milestone) => {
    const standing = milestoneStanding(milestone, work.now, soonDays)
    const issueNo = standingIssue(milestone)
    return {
      ...milestone,
      ...standing,
      issueNo,
      mayKeep:
        allows(work.roles, 'milestone.keep') && mayKeep(work, milestone.unitId, leads.get(milestone.taskId) ?? []),
      mayRaise: standing.state === 'slipped' && issueNo === null && allows(work.roles, 'issue.raise'),
    }
  })
}
