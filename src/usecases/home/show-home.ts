import { findLastDigest } from '../../db/home-store.ts'
import { type IssueRow, listIssues } from '../../db/issue-store.ts'
import type { DigestContent } from '../../domain/digest.ts'
import { dutiesAt } from '../../domain/home-duties.ts'
import type { MemberRole } from '../../domain/membership.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { listFor, type TodoEntry } from '../action/list-actions.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { presentPeriod } from '../report/named-period.ts'
import { listObligations } from '../supervision/list-obligations.ts'
import { type HomeMeeting, homeMeetings } from './home-meetings.ts'
import { type LeaderPart, leaderPart } from './leader-part.ts'
import { type LiaisonPart, liaisonPart } from './liaison-part.ts'
import { type OfficePart, officePart } from './office-part.ts'

/** A dashboard by role: a part for each role the person has, then what all are shown. */
export type Home = {
  planId: number
  zone: string
  planTitle: string
  roles: MemberRole[]
  units: string[]
  /** The newest period that reports are asked for; before that, the one that comes. */
  period: ReportingPeriod
  liaison: LiaisonPart | null
  leader: LeaderPart | null
  office: OfficePart | null
  meetings: HomeMeeting[]
  /** Whether meetings and issues are those of the person's own units alone. */
  ownOnly: boolean
  /** What the person has to do about actions, as `/todo` lists it. */
  actions: TodoEntry[]
  /** A liaison's units' unsettled issues; every unsettled one for the others. */
  issues: IssueRow[]
  lastDigest: { sentAt: Date; channel: string; content: DigestContent | null } | null
}

/**
 * What App Home shows a person, by a number of queries that grows with the open reporting periods alone.
 * @throws DomainError when there is no plan or they are not a member
 */
export async function showHome(context: Context, actor: Actor): Promise<Home> {
  return reading(context, actor, 'plan.show', async (work) => {
    const { tx, plan, now, roles, units } = work
    const ownOnly = roles.size === 1 && roles.has('liaison')
    const period = await presentPeriod(work)
    const duties = dutiesAt(await listObligations(work), now)
    const issues = await listIssues(tx, plan.id, ['open', 'scheduled', 'decided', 'in_action'])
    return {
      planId: plan.id,
      zone: plan.zone,
      planTitle: plan.title,
      roles: [...roles],
      units: units.map(({ name }) => name),
      period,
      liaison: await liaisonPart(work, duties, period),
      leader: await leaderPart(work, issues, duties),
      office: await officePart(work, duties, period),
      ownOnly,
      actions: await listFor(work, 'mine'),
      meetings: await homeMeetings(work, ownOnly),
      issues: seenIssues(work, issues, ownOnly),
      lastDigest: await findLastDigest(tx, plan.id),
    }
  })
}

function seenIssues({ actor, units }: Work, issues: readonly IssueRow[], ownOnly: boolean): IssueRow[] {
  const ids = new Set(units.map(({ id }) => id))
  return (
    issues
      .filter(
        (issue) =>
          !ownOnly ||
          ids.has(issue.raisedUnitId ?? 0) ||
          issue.raisedBy === actor.userId ||
          issue.units.some((unit) => ids.has(unit.id)),
      )
      // What stands before the leading group comes first.
      .toSorted((one, other) => Number(other.escalatedAt !== null) - Number(one.escalatedAt !== null))
  )
}
