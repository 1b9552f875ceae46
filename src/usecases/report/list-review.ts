import { listEvidence, listVersions, type ReportRow } from '../../db/report-store.ts'
import { listWaiting } from '../../db/review-store.ts'
import { listTasks, type TaskRow } from '../../db/task-store.ts'
import type { Evidence } from '../../domain/report-evidence.ts'
import { standingOf } from '../../domain/report-state.ts'
import { leadUnit } from '../../domain/responsibility.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'

/** A standing report that the office reads; `accepted`: the version of it that is accepted already. */
export type ReviewReport = { unit: string; report: ReportRow; evidence: Evidence[]; accepted: number | null }

/**
 * A task's reports of a period that wait for the office: the lead's joint one, with the participants' folded in. Where the
 * lead's was accepted before, a participant's later correction waits by itself. `silent`: participants that filed nothing.
 */
export type ReviewEntry = {
  taskNo: number
  taskTitle: string
  periodKey: string
  lead: ReviewReport | null
  participants: ReviewReport[]
  silent: string[]
  /** The versions that accepting it accepts. */
  ids: number[]
  since: Date
}

/** What waits for the office, the oldest first; `early`: participants' reports that wait for their lead's, a count. */
export type ReviewList = { planId: number; zone: string; entries: ReviewEntry[]; early: number }

/** What waits for the office. */
export async function listReview(context: Context, actor: Actor): Promise<ReviewList> {
  return reading(context, actor, 'report.review', loadReview)
}

/** As `listReview`, inside a use case. The number of queries does not grow with what waits. */
export async function loadReview({ tx, plan }: Pick<Work, 'tx' | 'plan'>): Promise<ReviewList> {
  const waiting = await listWaiting(tx, plan.id)
  const places = new Set(waiting.map(({ taskId, periodKey }) => `${taskId}/${periodKey}`))
  const versions =
    waiting.length === 0
      ? []
      : await listVersions(tx, plan.id, {
          taskIds: waiting.map(({ taskId }) => taskId),
          periodKeys: waiting.map(({ periodKey }) => periodKey),
        })
  const tasks = new Map((await listTasks(tx, plan.id)).map((task) => [task.id, task]))
  const groups = Map.groupBy(versions, ({ taskId, periodKey }) => `${taskId}/${periodKey}`)
  const all = [...groups].flatMap(([place, group]) => {
    const task = tasks.get(group[0]?.taskId ?? 0)
    return task && places.has(place) ? [entryOf(task, group)] : []
  })
  const entries = all.filter(({ lead }) => lead !== null)
  const evidence = await listEvidence(
    tx,
    entries.flatMap(({ lead, participants }) => [...(lead ? [lead] : []), ...participants].map((one) => one.report.id)),
  )
  const withEvidence = (one: ReviewReport) => ({ ...one, evidence: evidence.get(one.report.id) ?? [] })
  return {
    planId: plan.id,
    zone: plan.zone,
    entries: entries
      .filter(({ ids }) => ids.length > 0)
      .map((entry) => ({
        ...entry,
        lead: entry.lead && withEvidence(entry.lead),
        participants: entry.participants.map(withEvidence),
      }))
      .toSorted((one, other) => one.since.getTime() - other.since.getTime() || one.taskNo - other.taskNo),
    early: all.reduce((count, { lead, ids }) => count + (lead ? 0 : ids.length), 0),
  }
}

/** Of several leads the first one files the joint report, as in the report of the whole plan; the others take part. */
function entryOf(task: TaskRow, versions: readonly ReportRow[]): ReviewEntry {
  const leadId = leadUnit(task)
  const found = task.units.map((unit) => ({
    unit,
    ...standingOf(versions.filter(({ unitId }) => unitId === unit.id)),
  }))
  const reports = found.flatMap(({ unit, standing, accepted }) =>
    standing
      ? [{ unitId: unit.id, unit: unit.name, report: standing, evidence: [], accepted: accepted?.version ?? null }]
      : [],
  )
  const open = reports.filter(({ report }) => report.state === 'submitted')
  const times = open.map(({ report }) => report.reportedAt.getTime())
  return {
    taskNo: task.no,
    taskTitle: task.title,
    periodKey: versions[0]?.periodKey ?? '',
    lead: reports.find(({ unitId }) => unitId === leadId) ?? null,
    participants: reports.filter(({ unitId }) => unitId !== leadId),
    silent: found.filter(({ unit, standing }) => unit.id !== leadId && !standing).map(({ unit }) => unit.name),
    ids: open.map(({ report }) => report.id),
    since: new Date(Math.min(...times)),
  }
}
