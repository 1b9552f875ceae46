import type { DateTime } from 'luxon'
import { appendAudit } from '../db/audit-store.ts'
import type { Database, Transaction } from '../db/database.ts'
import { claimRequest } from '../db/inbound-store.ts'
import { loadMembership } from '../db/member-store.ts'
import type { PlanRow } from '../db/plan-store.ts'
import { findPlan, loadCurrentPlan } from '../db/plan-store.ts'
import type { UnitRow } from '../db/unit-store.ts'
import { DomainError } from '../domain/errors.ts'
import type { MemberRole } from '../domain/membership.ts'
import { type Action, permissions } from './permissions.ts'

/** What every use case works with: the database and the clock. */
export type Context = { database: Database; now: () => DateTime }

/**
 * Who asks. `requestKey` names the request, so that a second copy of it has no effect; null for reads and the shell.
 * `planId` names the plan where the request itself does (a button of a message about it); else it is the person's current.
 * `onTaken` is called once this copy of the request has changed something.
 */
export type Actor = {
  workspaceId: string
  userId: string
  requestKey: string | null
  planId?: number
  onTaken?: () => void
}

/** The actor in the audit trail where the schedule acts. */
export const botItself = 'liaison'

/** One use case at work: its transaction, the plan it speaks of, and what the person is in it. */
export type Work = {
  tx: Transaction
  actor: Actor
  plan: PlanRow
  /** Now, in the plan's zone. */
  now: DateTime
  roles: ReadonlySet<MemberRole>
  /** The units the person is liaison of. */
  units: readonly UnitRow[]
  /** Appends to the audit trail, in the same transaction as the change. */
  audit: (action: string, subject: string, before: unknown, after: unknown) => Promise<void>
}

/**
 * Runs a use case that only reads: finds the plan, checks that the person may, works in one transaction.
 * @throws DomainError when there is no plan, or the person may not
 */
export async function reading<T>(context: Context, actor: Actor, action: Action, work: (work: Work) => Promise<T>) {
  return context.database.transaction(async (tx) => work(await begin(context, tx, actor, action)))
}

/**
 * Runs a use case that changes something. As `reading`, and a request that was taken in before is refused with
 * `request.repeated`, which the edge keeps silent about.
 */
export async function changing<T>(context: Context, actor: Actor, action: Action, work: (work: Work) => Promise<T>) {
  return claiming(context, actor, async (tx) => work(await begin(context, tx, actor, action)))
}

/**
 * One transaction that changes something outside a plan, marked as the effect of the actor's request.
 * @throws DomainError `request.repeated` when the request was taken in before
 */
export async function claiming<T>(context: Context, actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { workspaceId, requestKey } = actor
  const result = await context.database.transaction(async (tx) => {
    if (requestKey !== null && !(await claimRequest(tx, workspaceId, requestKey, context.now().toJSDate())))
      throw new DomainError('request.repeated')
    return work(tx)
  })
  if (requestKey !== null) actor.onTaken?.()
  return result
}

async function begin(context: Context, tx: Transaction, actor: Actor, action: Action): Promise<Work> {
  const plan = await planOf(tx, actor)
  const { roles, units } = await loadMembership(tx, plan.id, actor.userId)
  const allowed: readonly MemberRole[] = permissions[action]
  if (roles.size === 0) throw new DomainError('access.not_a_member', { plan: plan.title })
  if (!allowed.some((role) => roles.has(role))) throw new DomainError('access.role_needed', { roles: allowed })
  return workOf(tx, actor, plan, context.now().setZone(plan.zone), { roles, units })
}

/** A button that names a plan never acts on another: the same number is another issue there. */
async function planOf(tx: Transaction, { workspaceId, userId, planId }: Actor): Promise<PlanRow> {
  if (planId === undefined) return loadCurrentPlan(tx, workspaceId, userId)
  if (!Number.isInteger(planId)) throw new DomainError('plan.gone')
  const named = await findPlan(tx, workspaceId, planId)
  if (!named) throw new DomainError('plan.gone')
  return named
}

/** What the bot itself does for a plan, by the schedule: nobody asks, and nobody's rights bound it. */
export function ownWork(tx: Transaction, plan: PlanRow, now: DateTime): Work {
  const actor = { workspaceId: plan.workspaceId, userId: botItself, requestKey: null, planId: plan.id }
  return workOf(tx, actor, plan, now, { roles: new Set(), units: [] })
}

function workOf(
  tx: Transaction,
  actor: Actor,
  plan: PlanRow,
  now: DateTime,
  { roles, units }: Pick<Work, 'roles' | 'units'>,
): Work {
  const { workspaceId, userId } = actor
  const audit: Work['audit'] = (action, subject, before, after) =>
    appendAudit(tx, { workspaceId, userId, planId: plan.id, at: now.toJSDate(), action, subject, before, after })
  return { tx, actor, plan, now, roles, units, audit }
}
