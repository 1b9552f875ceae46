import { DateTime } from 'luxon'
import type { CompilationRecords, RecordedValue, ReportVersion, TaskFacts } from './records.ts'
import type { ReportEntry, ReportLedger, ValueEntry } from './report-ledger.ts'
import { leadOf } from './task-progress.ts'

/** The ledger of a period (台账): every version of every report, and what is not filed; every value; steps and policies. */
export function compileReportLedger(records: CompilationRecords): ReportLedger {
  const { now, period, milestones, policies } = records
  return {
    periodKey: period.key,
    on: now.toFormat('yyyy-MM-dd'),
    reports: reportEntries(records),
    values: valueEntries(records),
    milestones: [...milestones],
    policies: [...policies],
  }
}

function reportEntries({ tasks, versions, plan }: CompilationRecords): ReportEntry[] {
  const day = dayIn(plan.zone)
  // Drafts are nobody's report yet.
  const filed = versions.filter(({ state }) => state !== 'draft')
  const byPair = Map.groupBy(filed, (version) => pairOf(version.taskId, version.unitId))
  const owed = tasks.flatMap((task) => {
    const lead = leadOf(task.units)
    return task.units.flatMap((unit) => {
      const own = byPair.get(pairOf(task.id, unit.id)) ?? []
      byPair.delete(pairOf(task.id, unit.id))
      const role = unit.id === lead?.id ? ('lead' as const) : ('participant' as const)
      const entries = own.map((version) => versionEntry(version, own, { sectionTitle: task.sectionTitle, role }, day))
      const standing = own.some(({ state }) => state !== 'withdrawn')
      return standing ? entries : [...entries, unfiledEntry(task, unit.name, role)]
    })
  })
  const others = [...byPair.values()].flatMap((own) =>
    own.map((version) => versionEntry(version, own, { sectionTitle: '', role: null }, day)),
  )
  return [...owed, ...others]
}

function versionEntry(
  version: ReportVersion,
  own: readonly ReportVersion[],
  { sectionTitle, role }: Pick<ReportEntry, 'sectionTitle' | 'role'>,
  day: (at: Date) => string,
): ReportEntry {
  const { taskNo, taskTitle, unit, status, percent, summary, practice, late, decidedBy, reason } = version
  return {
    sectionTitle,
    taskNo,
    taskTitle,
    unit,
    role,
    version: version.version,
    state: version.state === 'draft' ? 'submitted' : version.state,
    counts: role !== null && own.findLast(({ state }) => state === 'accepted') === version,
    status,
    percent,
    summary,
    practice,
    evidence: version.evidence.map(({ title, url }) => `${title} ${url}`.trim()).join('\n'),
    late,
    reportedOn: day(version.reportedAt),
    decidedBy,
    decidedOn: version.decidedAt && day(version.decidedAt),
    reason,
  }
}

function unfiledEntry({ no, title, sectionTitle }: TaskFacts, unit: string, role: 'lead' | 'participant'): ReportEntry {
  return {
    sectionTitle,
    taskNo: no,
    taskTitle: title,
    unit,
    role,
    version: null,
    state: 'unfiled',
    counts: false,
    status: null,
    percent: null,
    summary: '',
    practice: '',
    evidence: '',
    late: false,
    reportedOn: null,
    decidedBy: null,
    decidedOn: null,
    reason: '',
  }
}

function valueEntries({ targets, values, plan }: CompilationRecords): ValueEntry[] {
  const day = dayIn(plan.zone)
  const byTarget = Map.groupBy(values, ({ targetId }) => targetId)
  return targets.flatMap(({ id, metric, unit, kind, per, by, taskNo, value: goal }): ValueEntry[] => {
    const facts = { metric, unit, kind, per, by, taskNo, goal }
    const own = byTarget.get(id) ?? []
    const none = { value: null, asOf: null, superseded: false, source: '', recordedOn: null }
    if (own.length === 0) return [{ ...facts, ...none }]
    return own.map((one, index) => ({
      ...facts,
      value: one.value,
      asOf: one.asOf,
      superseded: own.slice(index + 1).some((later) => later.asOf === one.asOf),
      source: sourceOf(one),
      recordedOn: day(one.recordedAt),
    }))
  })
}

const pairOf = (taskId: number, unitId: number) => `${taskId}/${unitId}`
const sourceOf = ({ unit, source }: RecordedValue) => [unit, source].filter(Boolean).join(' ')
const dayIn = (zone: string) => (at: Date) => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
