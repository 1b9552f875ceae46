import type { Transaction } from '../../db/database.ts'
import { listAdminPlanIds } from '../../db/member-store.ts'
import { listPlans, type PlanRow } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Actor } from '../context.ts'
import { permissions } from '../permissions.ts'

const plansAtMost = 50

/**
 * Checks that a person may import: whoever imports a workspace's first plan; after that an admin of any of its plans may
 * add one, and an admin of a plan may import its next version. Returns the plan that a version is for, null for a new one.
 * @throws DomainError `access.role_needed`, `plan.unknown`, or `plan.too_many`
 */
export async function checkMayImport(
  tx: Transaction,
  actor: Actor,
  asNewVersionOf: number | null,
): Promise<PlanRow | null> {
  const plans = await listPlans(tx, actor.workspaceId)
  const mine = await listAdminPlanIds(tx, actor.workspaceId, actor.userId)
  const before = plans.find((plan) => plan.id === asNewVersionOf) ?? null
  if (asNewVersionOf !== null && !before) throw new DomainError('plan.unknown', { count: plans.length })
  const allowed = before ? mine.includes(before.id) : plans.length === 0 || mine.length > 0
  if (!allowed) throw new DomainError('access.role_needed', { roles: permissions['plan.import'].join(',') })
  if (!before && plans.length >= plansAtMost) throw new DomainError('plan.too_many', { most: plansAtMost })
  return before
}
