import type { CompilationRecords, ReportVersion, TaskFacts } from './records.ts'
import type { AcceptedReport, MissingKind, ParticipantGap, TaskProgress } from './report-content.ts'

type Records = Pick<CompilationRecords, 'tasks' | 'versions' | 'paused'>

/** A unit's versions of a period's report on a task that count: neither drafts nor taken back. */
function versionsOf(versions: readonly ReportVersion[]): (taskId: number, unitId: number) => ReportVersion[] {
  const byPair = Map.groupBy(
    versions.filter(({ state }) => state !== 'draft' && state !== 'withdrawn'),
    ({ taskId, unitId }) => `${taskId}/${unitId}`,
  )
  return (taskId, unitId) => byPair.get(`${taskId}/${unitId}`) ?? []
}

/** The unit that files a task's joint report: its lead, and where the document names none the first one. */
export function leadOf(units: TaskFacts['units']): TaskFacts['units'][number] | null {
  return units.find(({ role }) => role === 'lead') ?? units[0] ?? null
}

/** Each task with what was accepted of it; what is only submitted or returned is no content. */
export function taskProgress({ tasks, versions, paused }: Records): TaskProgress[] {
  const of = versionsOf(versions)
  return tasks.map(({ id, no, title, units }) => {
    const lead = leadOf(units)
    const own = lead ? of(id, lead.id) : []
    const report = acceptedReport(own)
    const kind = lead ? missingKind(own, paused.period || paused.tasks.has(id)) : 'no_unit'
    return {
      no,
      title,
      lead: lead?.name ?? null,
      report,
      missing: report ? null : kind,
      participants: units.flatMap((unit) => (unit.id === lead?.id ? [] : (acceptedReport(of(id, unit.id)) ?? []))),
    }
  })
}

/** What participants still owe, or what of theirs the office has not accepted, a unit a line. */
export function participantGaps({ tasks, versions, paused }: Records): ParticipantGap[] {
  const of = versionsOf(versions)
  const gaps = new Map<string, ParticipantGap>()
  for (const { id, no, units } of tasks) {
    const lead = leadOf(units)
    for (const unit of units) {
      const own = of(id, unit.id)
      const kind = missingKind(own, paused.period || paused.tasks.has(id))
      if (unit.id === lead?.id || acceptedReport(own) || kind === 'paused') continue
      const gap = gaps.get(unit.name) ?? { unit: unit.name, unfiled: [], submitted: [], returned: [] }
      gaps.set(unit.name, { ...gap, [kind]: [...gap[kind], no] })
    }
  }
  return [...gaps.values()]
}

/** Units that reported late. One that corrected a report of good time after the day was not late. */
export function lateReports({ tasks, versions }: Pick<Records, 'tasks' | 'versions'>) {
  const of = versionsOf(versions)
  const late = new Map<string, number[]>()
  for (const { id, no, units } of tasks) {
    for (const unit of units) {
      if (of(id, unit.id)[0]?.late) late.set(unit.name, [...(late.get(unit.name) ?? []), no])
    }
  }
  return [...late].map(([unit, taskNos]) => ({ unit, tasks: taskNos }))
}

/** Good practice (经验做法) of accepted reports. */
export function practices({ tasks, versions }: Pick<Records, 'tasks' | 'versions'>) {
  const of = versionsOf(versions)
  return tasks.flatMap(({ id, no, title, units }) =>
    units.flatMap((unit) => {
      const text = lastAccepted(of(id, unit.id))?.practice.trim() ?? ''
      return text === '' ? [] : [{ taskNo: no, taskTitle: title, unit: unit.name, text }]
    }),
  )
}

function lastAccepted(own: readonly ReportVersion[]): ReportVersion | undefined {
  return own.findLast(({ state }) => state === 'accepted')
}

function acceptedReport(own: readonly ReportVersion[]): AcceptedReport | null {
  const accepted = lastAccepted(own)
  if (!accepted) return null
  const { unit, status, percent, summary, version } = accepted
  const last = own.at(-1)
  const pending = last && last.state === 'submitted' && last.version > version ? last.version : null
  return { unit, status, percent, summary, version, pending }
}

function missingKind(own: readonly ReportVersion[], isPaused: boolean): Exclude<MissingKind, 'no_unit'> {
  const last = own.at(-1)
  if (last?.state === 'submitted' || last?.state === 'returned') return last.state
  return isPaused ? 'paused' : 'unfiled'
}
