import { DomainError } from '../domain/errors.ts'
import { type PlanSettings, planSettings } from '../domain/plan-settings.ts'
import type { Transaction } from './database.ts'
import { fromDatabaseDay } from './days.ts'
import { toJson } from './json.ts'

/** 方案 */
export type PlanRow = {
  id: number
  workspaceId: string
  title: string
  documentNo: string | null
  /** ISO day */
  issuedOn: string | null
  language: string
  zone: string
  meetingChannel: string | null
  leadingChannel: string | null
  version: number
  settings: PlanSettings
  createdAt: Date
}

const columns = {
  id: true,
  workspaceId: true,
  title: true,
  documentNo: true,
  issuedOn: true,
  language: true,
  zone: true,
  meetingChannel: true,
  leadingChannel: true,
  version: true,
  settings: true,
  createdAt: true,
} as const

type Selected = Omit<PlanRow, 'issuedOn' | 'settings'> & { issuedOn: Date | null; settings: unknown }

function toRow(plan: Selected): PlanRow {
  return {
    ...plan,
    issuedOn: plan.issuedOn && fromDatabaseDay(plan.issuedOn),
    settings: planSettings.parse(plan.settings ?? undefined),
  }
}

/** The plans of a workspace, oldest first. */
export async function listPlans(tx: Transaction, workspaceId: string): Promise<PlanRow[]> {
  const plans = await tx.plan.findMany({ where: { workspaceId }, orderBy: { id: 'asc' }, select: columns })
  return plans.map(toRow)
}

/** A plan of a workspace by its id, or null. */
export async function findPlan(tx: Transaction, workspaceId: string, planId: number): Promise<PlanRow | null> {
  const plan = await tx.plan.findFirst({ where: { workspaceId, id: planId }, select: columns })
  return plan && toRow(plan)
}

/**
 * The plan a person's commands speak of: the one they chose, else the only one, else the only one they are a member of.
 * @throws DomainError `plan.none` when the workspace has no plan, `plan.choose` when it is not clear which
 */
export async function loadCurrentPlan(tx: Transaction, workspaceId: string, userId: string): Promise<PlanRow> {
  const person = await tx.person.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { currentPlan: { select: columns } },
  })
  if (person?.currentPlan?.workspaceId === workspaceId) return toRow(person.currentPlan)
  const plans = await listPlans(tx, workspaceId)
  const [only, second] = plans
  if (!only) throw new DomainError('plan.none')
  if (!second) return only
  const mine = await tx.plan.findMany({
    where: { workspaceId, members: { some: { userId } } },
    select: columns,
    take: 2,
  })
  if (mine.length === 1 && mine[0]) return toRow(mine[0])
  throw new DomainError('plan.choose', { count: plans.length })
}

/** Remembers which plan a person's commands speak of. */
export async function chooseCurrentPlan(tx: Transaction, workspaceId: string, userId: string, planId: number) {
  await tx.person.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, currentPlanId: planId },
    update: { currentPlanId: planId },
  })
}

/**
 * Holds the plan's row until the transaction ends, so that changes which count or compare run one after the other. Rows that
 * only refer to the plan may be written meanwhile: else whoever holds an issue and records its outcome, or a meeting and
 * keeps its file, would wait in a circle with whoever holds the plan and wants that issue or meeting.
 */
export async function lockPlan(tx: Transaction, planId: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Plan" WHERE "id" = ${planId} FOR NO KEY UPDATE`
}

/** Sets the channels of a plan; a missing one stays as it is. */
export async function setPlanChannels(
  tx: Transaction,
  planId: number,
  channels: { meetingChannel?: string; leadingChannel?: string },
): Promise<void> {
  await tx.plan.update({ where: { id: planId }, data: channels })
}

/** Sets what the plan settles of its own; the plan's row is held by `lockPlan`. */
export async function setPlanSettings(tx: Transaction, planId: number, settings: PlanSettings): Promise<void> {
  await tx.plan.update({ where: { id: planId }, data: { settings: toJson(settings) } })
}
