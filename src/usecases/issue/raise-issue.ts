import { addIssue, listIssues, nextIssueNo } from '../../db/issue-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import { listUnits, type UnitRow } from '../../db/unit-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkIssueFacts, type IssueFacts } from '../../domain/issue.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import { similarIssues } from '../../domain/similar-issues.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { enterpriseToRaiseFor } from '../enterprise/issue-enterprise.ts'
import { milestoneToRaise } from '../milestone/raise-milestone.ts'
import { pickUnit } from '../plan/find-unit.ts'
import { raisingUnit } from './issue-access.ts'

/** What a person says when raising an issue. */
export type IssueInput = IssueFacts & {
  taskNo: number | null
  /** The person's unit that raises it, by id; left out, one that is responsible for the task, else their first. */
  unitId?: number | null
  /** The units it needs, by id or by name; none means those of the task, and without a task the person's own. */
  units: readonly (number | string)[]
  sourceLink: string | null
  /** The number of the enterprise whose problem it is, one the person may see. */
  enterpriseNo?: number | null
  /** The number of the slipped milestone it is raised for. */
  milestoneNo?: number | null
  /** The person has seen the similar issues and raises theirs all the same. */
  similarSeen: boolean
}

/** An open issue that is like the one being raised. */
export type Similar = { no: number; title: string; unit: string | null }

/** What became of it: stored, or similar ones to look at first, with nothing stored. */
export type Raised =
  | {
      kind: 'raised'
      planId: number
      no: number
      title: string
      taskNo: number | null
      units: string[]
      /** The unit that raised it; null for a person of no unit. */
      raisedUnit: string | null
      minutes: number
      severity: number
      /** The enterprise whose problem it is; null or left out: none. */
      enterprise?: { no: number; name: string } | null
    }
  | { kind: 'similar'; planId: number; similar: Similar[] }

/** The most units one issue may need. */
const maxUnits = 50

/**
 * Raises an issue. Where open issues look alike and the person has not seen them, they are given back and nothing is
 * stored. A leader's issue is one that the next meeting must take (design: a leader's are mandatory).
 * @throws DomainError when the facts are out of bounds, the task, the enterprise or a unit is unknown, or no unit is
 *   named; what `milestoneToRaise` throws
 */
export async function raiseIssue(context: Context, actor: Actor, input: IssueInput): Promise<Raised> {
  const facts = checkIssueFacts(input)
  return changing(context, actor, 'issue.raise', async (work) => {
    const { tx, plan, now, roles } = work
    const task = await findTask(work, input.taskNo)
    const units = await neededUnits(work, input.units, task)
    const enterprise = await enterpriseToRaiseFor(work, input.enterpriseNo ?? null)
    const milestone = await milestoneToRaise(work, input.milestoneNo ?? null)
    const raisedUnit = raisingUnit(work, input.unitId ?? null, task?.units ?? [])
    if (!input.similarSeen) {
      const open = await listIssues(tx, plan.id, ['open', 'scheduled'])
      const similar = similarIssues(facts.title, open)
      if (similar.length > 0)
        throw new SimilarFound(
          plan.id,
          similar.map(({ no, title, raisedUnit }) => ({ no, title, unit: raisedUnit })),
        )
    }
    const no = await nextIssueNo(tx, plan.id)
    const stored = { ...facts, no, mandatory: roles.has('leader'), sourceLink: input.sourceLink }
    await addIssue(tx, plan.id, {
      ...stored,
      taskId: task?.id ?? null,
      raisedBy: actor.userId,
      raisedUnitId: raisedUnit?.id ?? null,
      raisedAt: now.toJSDate(),
      enterpriseId: enterprise?.id ?? null,
      unitIds: units.map((unit) => unit.id),
      milestoneId: milestone?.id ?? null,
    })
    const names = units.map((unit) => unit.name)
    await work.audit('issue.raise', `issue/${no}`, null, {
      ...stored,
      taskNo: input.taskNo,
      units: names,
      ...(enterprise ? { enterpriseNo: enterprise.no } : {}),
      ...(milestone ? { milestoneNo: milestone.no } : {}),
    })
    const by = raisedUnit?.name ?? null
    return {
      ...facts,
      kind: 'raised' as const,
      planId: plan.id,
      no,
      taskNo: input.taskNo,
      units: names,
      raisedUnit: by,
      enterprise: enterprise && { no: enterprise.no, name: enterprise.name },
    }
  }).catch((error: unknown) => {
    if (error instanceof SimilarFound) return { kind: 'similar' as const, planId: error.planId, similar: error.similar }
    throw error
  })
}

/** Rolls the transaction back, so that the same request may come again once the similar issues were seen. */
class SimilarFound extends Error {
  override readonly name = 'SimilarFoundError'
  readonly planId: number
  readonly similar: Similar[]

  constructor(planId: number, similar: Similar[]) {
    super('similar issues are open')
    this.planId = planId
    this.similar = similar
  }
}

async function findTask(work: Work, taskNo: number | null): Promise<TaskRow | null> {
  if (taskNo === null) return null
  const tasks = await listTasks(work.tx, work.plan.id)
  const task = tasks.find((candidate) => candidate.no === taskNo)
  if (!task) throw new DomainError('task.unknown', { no: taskNo, numbers: numberRanges(tasks.map((one) => one.no)) })
  return task
}

async function neededUnits(work: Work, named: IssueInput['units'], task: TaskRow | null): Promise<UnitRow[]> {
  const all = await listUnits(work.tx, work.plan.id)
  const wanted = named.length > 0 ? named.map((unit) => pickUnit(all, unit)) : (task?.units ?? work.units)
  const units = all.filter((unit) => wanted.some((one) => one.id === unit.id))
  if (units.length === 0) throw new DomainError('issue.units_missing')
  if (units.length > maxUnits) throw new DomainError('issue.too_many_units', { max: maxUnits })
  return units
}
