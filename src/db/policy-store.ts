import type { Transaction } from './database.ts'
import { fromDatabaseDay, toDatabaseDay } from './days.ts'

/** 配套政策 of a task; `documentNo` and `link` are empty where there is none, `issuedOn` an ISO day. */
export type PolicyRow = {
  id: number
  taskId: number
  taskNo: number
  taskTitle: string
  unitId: number
  unit: string
  title: string
  documentNo: string
  issuedOn: string
  link: string
  createdBy: string
  createdAt: Date
}

const columns = {
  id: true,
  taskId: true,
  task: { select: { no: true, title: true } },
  unitId: true,
  unit: { select: { name: true } },
  title: true,
  documentNo: true,
  issuedOn: true,
  link: true,
  createdBy: true,
  createdAt: true,
} as const

type Selected = Omit<PolicyRow, 'taskNo' | 'taskTitle' | 'unit' | 'issuedOn'> & {
  task: { no: number; title: string }
  unit: { name: string }
  issuedOn: Date
}

function toRow({ task, unit, issuedOn, ...policy }: Selected): PolicyRow {
  return {
    ...policy,
    taskNo: task.no,
    taskTitle: task.title,
    unit: unit.name,
    issuedOn: fromDatabaseDay(issuedOn),
  }
}

/** Which policies of a plan to list; days are ISO days, both ends counted. */
export type PolicyFilter = {
  taskIds?: readonly number[]
  issuedFrom?: string
  issuedUntil?: string
  /** Entered at or after, and before: what is new since a digest. */
  enteredFrom?: Date
  enteredBefore?: Date
}

/** The policies of a filter that stand (not removed, of tasks that are not retired), by task and day of issue. One query. */
export async function listPolicies(tx: Transaction, planId: number, filter: PolicyFilter = {}): Promise<PolicyRow[]> {
  const { taskIds, issuedFrom, issuedUntil, enteredFrom, enteredBefore } = filter
  const policies = await tx.policy.findMany({
    where: {
      planId,
      removedAt: null,
      task: { retiredAt: null },
      ...(taskIds ? { taskId: { in: [...taskIds] } } : {}),
      issuedOn: {
        ...(issuedFrom ? { gte: toDatabaseDay(issuedFrom) } : {}),
        ...(issuedUntil ? { lte: toDatabaseDay(issuedUntil) } : {}),
      },
      createdAt: {
        ...(enteredFrom ? { gte: enteredFrom } : {}),
        ...(enteredBefore ? { lt: enteredBefore } : {}),
      },
    },
    orderBy: [{ task: { no: 'asc' } }, { issuedOn: 'asc' }, { id: 'asc' }],
    select: columns,
  })
  return policies.map(toRow)
}

/** A policy by its id, held until the transaction ends; null when the plan has none such, or it was removed. */
export async function lockPolicy(tx: Transaction, planId: number, id: number): Promise<PolicyRow | null> {
  await tx.$queryRaw`SELECT 1 FROM "Policy" WHERE "planId" = ${planId} AND "id" = ${id} FOR UPDATE`
  const policy = await tx.policy.findFirst({ where: { planId, id, removedAt: null }, select: columns })
  return policy && toRow(policy)
}

/** What is stored of a new policy. */
export type NewPolicy = Omit<PolicyRow, 'id' | 'taskNo' | 'taskTitle' | 'unit'>

/** Stores a policy and gives its id. */
export async function addPolicy(tx: Transaction, planId: number, policy: NewPolicy): Promise<number> {
  const { id } = await tx.policy.create({
    data: { ...policy, planId, issuedOn: toDatabaseDay(policy.issuedOn) },
    select: { id: true },
  })
  return id
}

/** Removes a policy that is held by `lockPolicy`; the row stays. */
export async function removePolicy(tx: Transaction, id: number, at: Date): Promise<void> {
  await tx.policy.update({ where: { id }, data: { removedAt: at } })
}
