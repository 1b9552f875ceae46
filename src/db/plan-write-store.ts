import type { Transaction } from './database.ts'
import { toDatabaseDay } from './days.ts'

/** What a plan's own row says. */
export type PlanHead = {
  title: string
  documentNo: string | null
  /** ISO day */
  issuedOn: string | null
  language: string
  zone: string
}

/** Stores the row of a new plan, version 1 and still empty; returns its id. */
export async function addPlan(tx: Transaction, plan: PlanHead & { workspaceId: string; at: Date }): Promise<number> {
  const { at, issuedOn, ...rest } = plan
  const row = await tx.plan.create({
    data: { ...rest, issuedOn: issuedOn && toDatabaseDay(issuedOn), createdAt: at },
    select: { id: true },
  })
  return row.id
}

/** Writes the head of a new version of a plan; returns the number of the version. */
export async function advancePlan(tx: Transaction, planId: number, head: PlanHead): Promise<number> {
  const { issuedOn, ...rest } = head
  const row = await tx.plan.update({
    where: { id: planId },
    data: { ...rest, issuedOn: issuedOn && toDatabaseDay(issuedOn), version: { increment: 1 } },
    select: { version: true },
  })
  return row.version
}
