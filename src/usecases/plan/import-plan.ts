import { appendAudit } from '../../db/audit-store.ts'
import type { Transaction } from '../../db/database.ts'
import { moveEnterprises } from '../../db/enterprise-store.ts'
import { addMembers, copyLiaisons } from '../../db/member-store.ts'
import { listStoredUnits, saveContents } from '../../db/plan-contents-store.ts'
import { defaultSettings, loadPlanData } from '../../db/plan-data-store.ts'
import { chooseCurrentPlan, lockPlan, type PlanRow } from '../../db/plan-store.ts'
import { addPlan, advancePlan, type PlanHead } from '../../db/plan-write-store.ts'
import { listStoredTargets } from '../../db/target-contents-store.ts'
import { lockWorkspace } from '../../db/workspace-store.ts'
import type { PlanData } from '../../domain/plan-file/plan-schema.ts'
import { type Actor, type Context, claiming } from '../context.ts'
import { checkMayImport } from './import-access.ts'
import { matchPlan, mergedUnits } from './match-plan.ts'

/** A new plan, or the next version of an existing one. */
export type ImportOptions = { asNewVersionOf: number | null }

/** What was stored, as the receipt tells it. */
export type ImportReceipt = {
  planId: number
  title: string
  version: number
  /** The importer became admin by importing. */
  becameAdmin: boolean
  counts: PlanCounts
}

/** How much a plan holds. */
export type PlanCounts = { sections: number; tasks: number; units: number; targets: number }

/** How much a plan's data holds. */
export function countPlan(data: PlanData): PlanCounts {
  return {
    sections: data.sections.length,
    tasks: data.sections.reduce((sum, section) => sum + section.tasks.length, 0),
    units: data.units.length,
    targets: data.targets.length,
  }
}

/**
 * Stores a plan: as a new one, whose importer becomes its admin, or as the next version of one. Of a new version, tasks are
 * told by number, units by name or alias, targets by metric and task; what it drops is retired, and every report, issue and
 * measurement stays. The importer's commands speak of this plan from then on.
 * @throws DomainError `access.role_needed` when the person may not, `plan.unknown`, `plan.unit_not_listed`
 */
export async function importPlan(
  context: Context,
  actor: Actor,
  data: PlanData,
  options: ImportOptions,
): Promise<ImportReceipt> {
  return claiming(context, actor, async (tx) => {
    return storePlan(context, tx, actor, data, options)
  })
}

/** `importPlan` within a transaction that has claimed the request. */
export async function storePlan(
  context: Context,
  tx: Transaction,
  actor: Actor,
  data: PlanData,
  options: ImportOptions,
): Promise<ImportReceipt> {
  await lockWorkspace(tx, actor.workspaceId)
  const existing = await checkMayImport(tx, actor, options.asNewVersionOf)
  const at = context.now().toJSDate()
  const stored = existing ? await addVersion(tx, existing, data, at) : await addFirst(tx, actor, data, at)
  const { planId, version, before } = stored
  await chooseCurrentPlan(tx, actor.workspaceId, actor.userId, planId)
  const subject = `plan/${data.title}/${version}`
  await appendAudit(tx, { ...actor, planId, at, action: 'plan.import', subject, before, after: data })
  return { planId, version, title: data.title, becameAdmin: existing === null, counts: countPlan(data) }
}

type Stored = { planId: number; version: number; before: PlanData | null }

async function addFirst(tx: Transaction, actor: Actor, data: PlanData, at: Date): Promise<Stored> {
  const planId = await addPlan(tx, { ...headOf(data, defaultSettings), workspaceId: actor.workspaceId, at })
  await saveContents(tx, planId, matchPlan(data, { units: [], targets: [] }), at)
  await addMembers(tx, planId, [{ userId: actor.userId, role: 'admin', unitId: null }])
  return { planId, version: 1, before: null }
}

async function addVersion(tx: Transaction, plan: PlanRow, data: PlanData, at: Date): Promise<Stored> {
  await lockPlan(tx, plan.id)
  const before = await loadPlanData(tx, plan)
  const units = await listStoredUnits(tx, plan.id)
  const targets = await listStoredTargets(tx, plan.id)
  const contents = matchPlan(data, { units, targets })
  await saveContents(tx, plan.id, contents, at)
  const merged = mergedUnits(contents.units, units)
  await copyLiaisons(tx, plan.id, merged)
  await moveEnterprises(tx, plan.id, merged)
  const version = await advancePlan(tx, plan.id, headOf(data, plan))
  return { planId: plan.id, version, before }
}

function headOf(data: PlanData, settings: Pick<PlanHead, 'zone' | 'language'>): PlanHead {
  const { title, documentNo, issuedOn, zone = settings.zone, language = settings.language } = data
  return { title, documentNo, issuedOn, zone, language }
}
