import { listEvidence, listVersions, type ReportRow } from '../../db/report-store.ts'
import type { TaskRow } from '../../db/task-store.ts'
import type { Evidence } from '../../domain/report-evidence.ts'
import { standingOf } from '../../domain/report-state.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { findResponsibility } from './report-access.ts'

/** What a participating unit reported of a task in a period; `report` null: nothing yet. */
export type ParticipantReport = { unit: string; report: (ReportRow & { evidence: Evidence[] }) | null }

/** The other units' standing reports of a task in a period, laid before its lead `leadId`; in the document's order. */
export async function listParticipants(
  { tx, plan }: Work,
  task: TaskRow,
  leadId: number,
  periodKey: string,
): Promise<ParticipantReport[]> {
  const units = task.units.filter(({ id }) => id !== leadId)
  if (units.length === 0) return []
  const unitIds = units.map(({ id }) => id)
  const versions = await listVersions(tx, plan.id, { taskIds: [task.id], periodKeys: [periodKey], unitIds })
  const standing = units.map((unit) => standingOf(versions.filter(({ unitId }) => unitId === unit.id)).standing)
  const evidence = await listEvidence(
    tx,
    standing.flatMap((report) => report?.id ?? []),
  )
  return units.map((unit, at) => {
    const report = standing[at]
    return { unit: unit.name, report: report ? { ...report, evidence: evidence.get(report.id) ?? [] } : null }
  })
}

/**
 * What is laid before a lead: the participants' reports of a task that the person's units are responsible for, in a period.
 * @throws DomainError what `findResponsibility` throws
 */
export async function showParticipants(
  context: Context,
  actor: Actor,
  of: { taskNo: number; unitId: number; periodKey: string },
): Promise<ParticipantReport[]> {
  return reading(context, actor, 'report.list', async (work) => {
    const { task, unit } = await findResponsibility(work, of.taskNo, of.unitId)
    return unit.role === 'lead' ? listParticipants(work, task, unit.id, of.periodKey) : []
  })
}
