import type { Transaction } from '../../db/database.ts'
import { addDraft, takeDraft } from '../../db/draft-store.ts'
import { listAdminPlanIds } from '../../db/member-store.ts'
import { loadPlanData } from '../../db/plan-data-store.ts'
import { listPlans, type PlanRow } from '../../db/plan-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { comparePlans, type PlanDifference } from '../../domain/plan-file/compare-plans.ts'
import { type PlanData, planSchema } from '../../domain/plan-file/plan-schema.ts'
import { type Actor, type Context, claiming } from '../context.ts'
import { checkMayImport } from './import-access.ts'
import { type ImportReceipt, storePlan } from './import-plan.ts'

/** What to import a plan as: a new plan (null), the next version of one (its id), or that of the one of its title. */
export type ImportAs = number | null | 'same_title'

/** What importing a plan would mean. */
export type PlanPreview = {
  draftId: number
  /** The plan it would be a new version of, with what it changes; null for a new plan. */
  newVersionOf: { title: string; version: number; difference: PlanDifference } | null
  /** For a new plan: one of the same title is there already. */
  sameTitle: boolean
}

/** The plans a person may import a new version of. @throws DomainError `access.role_needed` when they may not import */
export async function listImportable(context: Context, actor: Actor): Promise<PlanRow[]> {
  return context.database.transaction(async (tx) => {
    const mine = await listAdminPlanIds(tx, actor.workspaceId, actor.userId)
    await checkMayImport(tx, actor, mine[0] ?? null)
    return (await listPlans(tx, actor.workspaceId)).filter((plan) => mine.includes(plan.id))
  })
}

/**
 * Keeps a plan that was read for a day, until its reader confirms it, and tells what importing it would change. Nothing
 * else is stored.
 * @throws DomainError `access.role_needed`, `plan.unknown`, or `plan.data_invalid` {path}
 */
export async function draftPlan(
  context: Context,
  actor: Actor,
  read: PlanData,
  options: { asNewVersionOf: ImportAs },
): Promise<PlanPreview> {
  const data = checkPlan(read)
  return claiming(context, actor, async (tx) => {
    const asNewVersionOf = await resolveImportAs(tx, actor, data, options.asNewVersionOf)
    const plan = await checkMayImport(tx, actor, asNewVersionOf)
    const time = { at: context.now().toJSDate(), forgetBefore: dayAgo(context) }
    const draftId = await addDraft(tx, actor, { data, asNewVersionOf }, time)
    if (plan) {
      const difference = comparePlans(await loadPlanData(tx, plan), data)
      return { draftId, newVersionOf: { title: plan.title, version: plan.version, difference }, sameTitle: false }
    }
    const plans = await listPlans(tx, actor.workspaceId)
    return { draftId, newVersionOf: null, sameTitle: plans.some((one) => one.title === data.title) }
  })
}

/**
 * Imports what a person confirmed.
 * @throws DomainError `plan.draft_gone` when it was imported or forgotten meanwhile; and as `importPlan`
 */
export async function importDraft(context: Context, actor: Actor, draftId: number): Promise<ImportReceipt> {
  return claiming(context, actor, async (tx) => {
    const content = await takeDraft(tx, actor, draftId, dayAgo(context))
    if (content === null) throw new DomainError('plan.draft_gone')
    const { data, asNewVersionOf } = content as { data: unknown; asNewVersionOf: number | null }
    return storePlan(context, tx, actor, checkPlan(data), { asNewVersionOf })
  })
}

async function resolveImportAs(tx: Transaction, actor: Actor, data: PlanData, as: ImportAs): Promise<number | null> {
  if (as !== 'same_title') return as
  const mine = await listAdminPlanIds(tx, actor.workspaceId, actor.userId)
  const plans = await listPlans(tx, actor.workspaceId)
  return plans.find((plan) => mine.includes(plan.id) && plan.title === data.title)?.id ?? null
}

function dayAgo(context: Context): Date {
  return context.now().minus({ days: 1 }).toJSDate()
}

function checkPlan(data: unknown): PlanData {
  // PostgreSQL keeps neither NUL nor half a surrogate pair, which YAML can write as escapes.
  if (/\\u(?:0000|d[89a-f])/i.test(JSON.stringify(data))) throw new DomainError('plan.data_invalid', { path: '\\u' })
  const checked = planSchema.safeParse(data)
  if (checked.success) return checked.data
  throw new DomainError('plan.data_invalid', { path: checked.error.issues[0]?.path.join('.') ?? '' })
}
