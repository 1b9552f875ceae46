import { DateTime } from 'luxon'
import { findIssue, type IssueRow, listIssues as list } from '../../db/issue-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { listUnits, type UnitRow } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { IssueState } from '../../domain/issue.ts'
import { type IssueConsultation, issueConsultation } from '../consultation/show-consultation.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { type EnterpriseOnIssue, enterpriseOnIssue } from '../enterprise/issue-enterprise.ts'
import { issueRights } from './issue-access.ts'
import { type IssueLife, loadIssueLife } from './issue-life.ts'

const unsettled: readonly IssueState[] = ['open', 'scheduled', 'decided', 'in_action']

/** An issue as people see it: when it was raised, a day in the plan's zone, and how many days ago. */
export type SeenIssue = IssueRow & { raisedOn: string; days: number }

/** One issue as a person sees it, with its whole life, its latest consultation, and what they may do. */
export type ShownIssue = SeenIssue & {
  mayWithdraw: boolean
  mayRequire: boolean
  consultation: IssueConsultation
  enterprise: EnterpriseOnIssue
} & IssueLife

/** The issues of the plan that are not settled yet, the oldest first. */
export async function listIssues(
  context: Context,
  actor: Actor,
): Promise<{ planId: number; planTitle: string; issues: SeenIssue[] }> {
  return reading(context, actor, 'issue.list', async ({ tx, plan, now }) => ({
    planId: plan.id,
    planTitle: plan.title,
    issues: (await list(tx, plan.id, unsettled)).map((issue) => seen(issue, now)),
  }))
}

/** One issue by its number, its whole life, and what the person may do with it. @throws DomainError `issue.unknown` */
export async function showIssue(context: Context, actor: Actor, no: number): Promise<ShownIssue> {
  return reading(context, actor, 'issue.list', async (work) => {
    const issue = await findIssue(work.tx, work.plan.id, no)
    if (!issue) throw new DomainError('issue.unknown', { no })
    const consultation = await issueConsultation(work, issue)
    const life = await loadIssueLife(work, issue)
    const enterprise = await enterpriseOnIssue(work, issue)
    return { ...seen(issue, work.now), ...issueRights(work, issue), consultation, enterprise, ...life }
  })
}

/** What the form of a new issue offers: the plan's tasks and units, and the person's own units. */
export async function issueChoices(
  context: Context,
  actor: Actor,
): Promise<{ planId: number; tasks: TaskRow[]; units: UnitRow[]; mine: UnitRow[] }> {
  return reading(context, actor, 'issue.raise', async ({ tx, plan, units: mine }) => ({
    planId: plan.id,
    tasks: await listTasks(tx, plan.id),
    units: await listUnits(tx, plan.id),
    mine: [...mine],
  }))
}

function seen(issue: IssueRow, now: DateTime): SeenIssue {
  const raised = DateTime.fromJSDate(issue.raisedAt, { zone: now.zone })
  const days = Math.floor(now.startOf('day').diff(raised.startOf('day'), 'days').days)
  return { ...issue, raisedOn: raised.toFormat('yyyy-MM-dd'), days }
}
