import { type ReportDraft, reportDraft } from '../domain/report-draft.ts'
import type { Transaction } from './database.ts'
import { toJson } from './json.ts'

/** A unit's draft of a report; `version` counts how often it was saved. */
export type DraftRow = DraftKey & {
  periodKey: string
  content: ReportDraft
  savedBy: string
  savedAt: Date
  version: number
}

/** Which report a draft is of. */
export type DraftKey = { taskId: number; unitId: number; periodId: number }

const columns = {
  taskId: true,
  unitId: true,
  periodId: true,
  content: true,
  savedBy: true,
  savedAt: true,
  version: true,
  period: { select: { key: true } },
} as const

/** The drafts of units' reports: of these units, or of all units of the plan. */
export async function listDrafts(
  tx: Transaction,
  planId: number,
  unitIds: readonly number[] | null,
): Promise<DraftRow[]> {
  const drafts = await tx.reportDraft.findMany({
    where: { period: { planId }, ...(unitIds ? { unitId: { in: [...unitIds] } } : {}) },
    orderBy: { savedAt: 'asc' },
    select: columns,
  })
  return drafts.map(({ period, content, ...draft }) => ({
    ...draft,
    periodKey: period.key,
    content: reportDraft.parse(content),
  }))
}

/** The draft of a report, held until the transaction ends; or null. */
export async function lockDraft(tx: Transaction, key: DraftKey): Promise<DraftRow | null> {
  const { taskId, unitId, periodId } = key
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "ReportDraft"
    WHERE "taskId" = ${taskId} AND "unitId" = ${unitId} AND "periodId" = ${periodId} FOR UPDATE`
  if (held.length === 0) return null
  const draft = await tx.reportDraft.findUnique({ where: { taskId_unitId_periodId: key }, select: columns })
  if (!draft) return null
  const { period, content, ...rest } = draft
  return { ...rest, periodKey: period.key, content: reportDraft.parse(content) }
}

/** Stores a draft in the place of what was stored. Its unit's responsibility is held, so that nobody else does meanwhile. */
export async function putDraft(
  tx: Transaction,
  draft: DraftKey & Pick<DraftRow, 'savedBy' | 'savedAt' | 'version' | 'content'>,
): Promise<void> {
  const { taskId, unitId, periodId, content, ...rest } = draft
  const data = { ...rest, content: toJson(content) }
  const key = { taskId, unitId, periodId }
  await tx.reportDraft.upsert({
    where: { taskId_unitId_periodId: key },
    create: { ...key, ...data },
    update: data,
  })
}

/** Deletes a draft, where there is one. */
export async function deleteDraft(tx: Transaction, key: DraftKey): Promise<void> {
  await tx.reportDraft.deleteMany({ where: key })
}
