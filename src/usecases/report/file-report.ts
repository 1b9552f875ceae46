import type { DraftRow } from '../../db/report-draft-store.ts'
import { deleteDraft, lockDraft } from '../../db/report-draft-store.ts'
import { addReport, listVersions, lockResponsibilities, type ReportRow } from '../../db/report-store.ts'
import { checkReportFacts, nextVersion, type ReportFacts } from '../../domain/progress-report.ts'
import { checkEvidenceList, EVIDENCE_LIMITS, type Evidence, linksIn } from '../../domain/report-evidence.ts'
import { isLateVersion, standingOf } from '../../domain/report-state.ts'
import { isLate } from '../../domain/reporting-period.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { holdOpenPeriod } from './hold-period.ts'
import { listParticipants, type ParticipantReport } from './list-participants.ts'
import { namedPeriod, owedPeriod } from './named-period.ts'
import { findResponsibility } from './report-access.ts'

/**
 * What a liaison reports on a task. `unitId` null where one of their units alone is responsible; `periodKey` ("2024H1")
 * null for the oldest in which it is owed. `draftVersion` and `filedVersion`: the draft that the report was made from, and the
 * version that stood then (0: none).
 */
export type ReportInput = ReportFacts & {
  taskNo: number
  unitId: number | null
  periodKey: string | null
  evidence?: readonly Evidence[]
  draftVersion?: number
  filedVersion?: number
}

/** What was stored, as the receipt tells it. */
export type Receipt = Pick<ReportRow, 'version' | 'status' | 'percent' | 'summary' | 'practice' | 'late'> & {
  planId: number
  zone: string
  reportId: number
  taskNo: number
  taskTitle: string
  unitId: number
  unit: string
  /** The unit that will see a participant's report first; null for the lead itself. */
  lead: string | null
  /** For the lead: what each participating unit reported. */
  participants: ParticipantReport[]
  periodKey: string
  dueOn: string
  evidence: Evidence[]
  /** The accepted version that stands beside this one until the office accepts it. */
  corrects: number | null
  /** The version of a colleague that stood when this one was filed, and that this one was not made from. */
  replaces: Pick<ReportRow, 'version' | 'reportedBy' | 'reportedAt'> | null
  /** A colleague's draft that this report was not made from, and that is kept. */
  draftKept: Pick<DraftRow, 'savedBy' | 'savedAt'> | null
}

/**
 * Files a progress report: a new version of the unit's report on the task. Addresses in its summary are evidence too.
 * @throws DomainError when the facts are out of bounds, the period has not begun or was closed, or no unit of the person is
 *   responsible for the task
 */
export async function fileReport(context: Context, actor: Actor, input: ReportInput): Promise<Receipt> {
  const facts = checkReportFacts(input)
  const evidence = allEvidence(checkEvidenceList(input.evidence ?? []), facts.summary)
  return changing(context, actor, 'report.file', async (work) => {
    const { tx, plan, now } = work
    const { task, unit } = await findResponsibility(work, input.taskNo, input.unitId)
    const wanted =
      input.periodKey === null ? await owedPeriod(work, task, unit.id) : await namedPeriod(work, input.periodKey)
    const period = await holdOpenPeriod(work, wanted)
    const pair = { taskId: task.id, unitId: unit.id }
    await lockResponsibilities(tx, [pair])
    const versions = await listVersions(tx, plan.id, {
      taskIds: [task.id],
      unitIds: [unit.id],
      periodKeys: [period.key],
    })
    const version = nextVersion(versions.map((one) => one.version))
    const late = isLateVersion(isLate(period, now), versions)
    const stored = { ...facts, version, late }
    const reportId = await addReport(
      tx,
      {
        ...stored,
        ...pair,
        planId: plan.id,
        periodId: period.id,
        unchanged: false,
        reportedBy: actor.userId,
        reportedAt: now.toJSDate(),
      },
      evidence,
    )
    const subject = `task/${task.no}/${unit.name}/${period.key}`
    await work.audit('report.file', subject, null, { ...stored, ...(evidence.length > 0 ? { evidence } : {}) })
    const draftKept = await spendDraft(work, { ...pair, periodId: period.id }, subject, input.draftVersion)
    const { standing, accepted } = standingOf(versions)
    const unseen = standing && standing.version !== input.filedVersion && standing.reportedBy !== actor.userId
    const lead = task.units.find((one) => one.role === 'lead')
    return {
      ...stored,
      planId: plan.id,
      zone: plan.zone,
      reportId,
      taskNo: task.no,
      taskTitle: task.title,
      unitId: unit.id,
      unit: unit.name,
      lead: lead && lead.id !== unit.id ? lead.name : null,
      participants: unit.role === 'lead' ? await listParticipants(work, task, unit.id, period.key) : [],
      periodKey: period.key,
      dueOn: period.dueOn,
      evidence,
      corrects: accepted?.version ?? null,
      replaces: unseen ? standing : null,
      draftKept,
    }
  })
}

function allEvidence(given: Evidence[], summary: string): Evidence[] {
  const known = new Set(given.map(({ url }) => url))
  const room = EVIDENCE_LIMITS.links - given.filter(({ fileId }) => fileId === null).length
  return [
    ...given,
    ...linksIn(summary)
      .filter(({ url }) => !known.has(url))
      .slice(0, room),
  ]
}

/** Deletes the draft that a report was made from, or the person's own; a colleague's that they did not see is kept. */
async function spendDraft(
  work: Work,
  key: Parameters<typeof lockDraft>[1],
  subject: string,
  seen: number | undefined,
): Promise<Receipt['draftKept']> {
  const draft = await lockDraft(work.tx, key)
  if (!draft) return null
  const { savedBy, savedAt, version, content } = draft
  if (version !== seen && savedBy !== work.actor.userId) return { savedBy, savedAt }
  await deleteDraft(work.tx, key)
  await work.audit('report.draft_filed', subject, content, null)
  return null
}
