import { DateTime } from 'luxon'
import { countEnterpriseIssues, type EnterpriseRow } from '../../db/enterprise-store.ts'
import { listMembers } from '../../db/member-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import { workingDaysBetween } from '../../domain/calendar.ts'
import { mayKeepEnterprise } from '../../domain/enterprise/may-see-enterprise.ts'
import type { IssueState } from '../../domain/issue.ts'
import type { Work } from '../context.ts'
import { viewerOf } from './enterprise-access.ts'
import { dayIn, type VisitDue, visitsDue } from './visit-due.ts'

/** An enterprise as a person sees it. Days are ISO dates in the plan's zone. */
export type SeenEnterprise = EnterpriseRow & {
  enteredOn: string
  endedOn: string | null
  /** null: it is kept in touch with no longer. */
  nextVisitOn: string | null
  /** Working days that count as late, see `visitsDue`; null: it is not overdue. */
  daysLate: number | null
  /** Its contact is no liaison of its unit any more. */
  contactGone: boolean
  /** How many of its issues are not settled yet, and how many are. */
  openIssues: number
  settledIssues: number
  /** May the person change it and record visits? */
  mayKeep: boolean
}

const settled: readonly IssueState[] = ['closed', 'withdrawn']

/** Enterprises as a person sees them, by a number of queries that does not grow with them. */
export async function seeEnterprises(work: Work, rows: readonly EnterpriseRow[]): Promise<SeenEnterprise[]> {
  const { tx, plan, now } = work
  if (rows.length === 0) return []
  const liaisons = await liaisonKeys(work)
  const due = await visitsDue(work, rows)
  const counts = await countEnterpriseIssues(tx, plan.id)
  const issuesOf = (id: number, wanted: (state: IssueState) => boolean) =>
    counts.reduce((sum, one) => (one.enterpriseId === id && wanted(one.state) ? sum + one.count : sum), 0)
  return rows.map((row) => {
    const { id, no, unitId, contact, endedAt } = row
    const next = endedAt === null ? due.get(no) : undefined
    return {
      ...row,
      enteredOn: dayIn(plan.zone, row.createdAt),
      endedOn: endedAt && dayIn(plan.zone, endedAt),
      nextVisitOn: next?.dueOn ?? null,
      daysLate: next ? lateness(next, now) : null,
      contactGone: !liaisons.has(`${unitId}/${contact}`),
      openIssues: issuesOf(id, (state) => !settled.includes(state)),
      settledIssues: issuesOf(id, (state) => settled.includes(state)),
      mayKeep: endedAt === null && mayKeepEnterprise(viewerOf(work), unitId),
    }
  })
}

/** Who is liaison of which standing unit, as `unitId/userId`. */
export async function liaisonKeys({ tx, plan }: Work): Promise<Set<string>> {
  const standing = new Set((await listUnits(tx, plan.id)).map((unit) => unit.id))
  const members = await listMembers(tx, plan.id)
  return new Set(
    members.flatMap(({ role, unitId, userId }) =>
      role === 'liaison' && unitId !== null && standing.has(unitId) ? [`${unitId}/${userId}`] : [],
    ),
  )
}

function lateness({ dueOn, countFrom }: VisitDue, now: DateTime): number | null {
  if (now.toFormat('yyyy-MM-dd') <= dueOn) return null
  return workingDaysBetween(DateTime.fromISO(countFrom, { zone: now.zone }), now)
}
