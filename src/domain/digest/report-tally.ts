import type { DigestContent } from '../digest.ts'
import type { Status } from '../progress-report.ts'
import { standingOf } from '../report-state.ts'

/** A task with its responsible units; each of them owes a report in the period. */
export type TalliedTask = {
  id: number
  no: number
  sectionNo: string
  sectionTitle: string
  units: readonly { id: number; name: string }[]
}

/** A version of a report, as it stands in the records now. */
export type ReportVersion = {
  taskId: number
  unitId: number
  version: number
  state: 'draft' | 'submitted' | 'returned' | 'accepted' | 'withdrawn'
  status: Status
  decidedAt: Date | null
}

/**
 * The reports of a period that stood at an instant, one of each task × unit at most, as everywhere: none of what a returned
 * version had superseded. One that was returned later waited then; when one was withdrawn is not known, so it does not
 * count.
 */
export function standingReports(versions: readonly ReportVersion[], at: Date): Map<string, ReportVersion> {
  const then = versions.flatMap(({ state, ...report }) => {
    if (state === 'draft') return []
    const returnedLater = state === 'returned' && report.decidedAt !== null && report.decidedAt > at
    return [{ ...report, state: returnedLater ? ('submitted' as const) : state }]
  })
  const groups = Map.groupBy(then, ({ taskId, unitId }) => keyOf(taskId, unitId))
  return new Map(
    [...groups].flatMap(([key, group]): [string, ReportVersion][] => {
      const { standing } = standingOf(group)
      return standing ? [[key, standing]] : []
    }),
  )
}

type Tally = Pick<DigestContent, 'reports' | 'statusCounts' | 'bySection'>

/** How many reports are owed and filed, by unit and by section of the plan. A paused task owes only what it has filed. */
export function tallyReports(
  tasks: readonly TalliedTask[],
  standing: ReadonlyMap<string, Pick<ReportVersion, 'status'>>,
  paused: (taskId: number) => boolean,
): Tally {
  const units = new Map<number, { unit: string; owed: number; filed: number }>()
  const sections = new Map<string, Tally['bySection'][number]>()
  const statusCounts = { ahead: 0, on_track: 0, behind: 0, done: 0 }
  for (const task of tasks) {
    for (const { id, name } of task.units) {
      const status = standing.get(keyOf(task.id, id))?.status
      if (!status && paused(task.id)) continue
      const line = units.get(id) ?? { unit: name, owed: 0, filed: 0 }
      units.set(id, { ...line, owed: line.owed + 1, filed: line.filed + (status ? 1 : 0) })
      const section = sections.get(task.sectionNo) ?? emptySection(task)
      section.owed += 1
      if (status) {
        section.filed += 1
        section[status] += 1
        statusCounts[status] += 1
      }
      sections.set(task.sectionNo, section)
    }
  }
  const lines = [...units.values()]
  return {
    reports: {
      owed: lines.reduce((sum, { owed }) => sum + owed, 0),
      filed: lines.reduce((sum, { filed }) => sum + filed, 0),
      filedUnits: lines.filter(({ owed, filed }) => filed === owed).map(({ unit }) => unit),
      unfiled: lines.filter(({ owed, filed }) => filed < owed),
    },
    statusCounts,
    bySection: [...sections.values()],
  }
}

/** The key of a task × unit. */
export const keyOf = (taskId: number, unitId: number) => `${taskId}/${unitId}`

function emptySection({ sectionNo: no, sectionTitle: title }: TalliedTask) {
  return { no, title, owed: 0, filed: 0, ahead: 0, on_track: 0, behind: 0, done: 0 }
}
