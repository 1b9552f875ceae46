import { type DraftRow, lockDraft, putDraft } from '../../db/report-draft-store.ts'
import { lockResponsibilities } from '../../db/report-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type ReportDraft, reportDraft } from '../../domain/report-draft.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { holdOpenPeriod } from './hold-period.ts'
import { namedPeriod } from './named-period.ts'
import { findResponsibility } from './report-access.ts'

/** A draft to save: of which report, what was typed, and which version of it (0: none) the form began with. */
export type DraftInput = {
  taskNo: number
  unitId: number
  periodKey: string
  content: ReportDraft
  seen: number
}

/** What became of it; `other`: a colleague saved meanwhile, so that nothing was stored, and this is what they wrote. */
export type SavedDraft = { saved: DraftRow } | { other: DraftRow }

/**
 * Keeps what a unit has typed of a report, for all of its liaisons. Of two who began with the same draft the second one is
 * given what the first one wrote.
 * @throws DomainError `report.draft_empty`, `report.period_closed` {period}, and what `findResponsibility` throws
 */
export async function saveDraft(context: Context, actor: Actor, input: DraftInput): Promise<SavedDraft> {
  const content = reportDraft.parse(input.content)
  if (isEmpty(content)) throw new DomainError('report.draft_empty')
  return changing(context, actor, 'report.file', async (work) => {
    const { tx, now } = work
    const { task, unit } = await findResponsibility(work, input.taskNo, input.unitId)
    const period = await holdOpenPeriod(work, await namedPeriod(work, input.periodKey))
    const key = { taskId: task.id, unitId: unit.id, periodId: period.id }
    await lockResponsibilities(tx, [key])
    const before = await lockDraft(tx, key)
    if (before && before.version !== input.seen) return { other: before }
    const draft = {
      ...key,
      content,
      savedBy: actor.userId,
      savedAt: now.toJSDate(),
      // A draft that was filed in the meantime leaves no number behind: one that a form still knows must not come again.
      version: Math.max(before?.version ?? 0, input.seen) + 1,
    }
    await putDraft(tx, draft)
    await work.audit('report.draft', `task/${task.no}/${unit.name}/${period.key}`, before?.content ?? null, content)
    return { saved: { ...draft, periodKey: period.key } }
  })
}

function isEmpty({ status, percent, summary, practice, links, files }: ReportDraft): boolean {
  return (
    status === null && files.length === 0 && [percent, summary, practice, links].every((text) => text.trim() === '')
  )
}
