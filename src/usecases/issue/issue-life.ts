import { listActions } from '../../db/action-store.ts'
import { listAuditOf } from '../../db/audit-store.ts'
import { listDecisions } from '../../db/decision-store.ts'
import { listIssueConsultations, listIssueMeetings } from '../../db/issue-life-store.ts'
import type { IssueRow } from '../../db/issue-store.ts'
import { listMeasurements, listTargets } from '../../db/target-store.ts'
import type { DigestTarget } from '../../domain/digest.ts'
import { type IssueRecords, issueLife, type LifeEvent } from '../../domain/issue-life.ts'
import { targetLine } from '../../domain/target-line.ts'
import { loadTrail } from '../action/see-actions.ts'
import type { Work } from '../context.ts'

/** An issue's whole life, and where the targets of its task stand today. Days are told in the plan's `zone`. */
export type IssueLife = { life: LifeEvent[]; targets: DigestTarget[]; zone: string }

const marks: Readonly<Record<string, IssueRecords['marks'][number]['kind']>> = {
  // Issues that were withdrawn before outcomes were recorded have this mark alone.
  'issue.withdraw': 'withdrawn',
  'issue.require': 'required',
  'issue.reopen': 'reopened',
}

/** Reads an issue's life from the records that hold it, within a transaction. */
export async function loadIssueLife(work: Work, issue: IssueRow): Promise<IssueLife> {
  const { tx, plan } = work
  const actions = await listActions(tx, plan.id, { issueId: issue.id })
  const audit = await listAuditOf(tx, plan, [`issue/${issue.no}`], Object.keys(marks))
  const life = issueLife({
    issue,
    meetings: await listIssueMeetings(tx, plan.id, issue.id),
    consultations: await listIssueConsultations(tx, issue.id),
    decisions: await listDecisions(tx, plan.id, { issueId: issue.id }),
    actions,
    trail: await loadTrail(
      work,
      actions.map(({ no }) => no),
    ),
    marks: audit.flatMap(({ action, at }) => {
      const kind = marks[action]
      return kind ? [{ kind, at }] : []
    }),
  })
  return { life, targets: await taskTargets(work, issue.taskNo), zone: plan.zone }
}

/** The targets of a task, each with where it stands today; none where there is no task. Two queries. */
export async function taskTargets({ tx, plan, now }: Work, taskNo: number | null): Promise<DigestTarget[]> {
  if (taskNo === null) return []
  const targets = (await listTargets(tx, plan.id)).filter((target) => target.taskNo === taskNo)
  if (targets.length === 0) return []
  const measurements = Map.groupBy(await listMeasurements(tx, plan.id), ({ targetId }) => targetId)
  const today = now.toFormat('yyyy-MM-dd')
  return targets.map((target) => targetLine(target, measurements.get(target.id) ?? [], today))
}
