import { listPeriods } from '../../db/period-store.ts'
import { listDrafts } from '../../db/report-draft-store.ts'
import type { ReportRow } from '../../db/report-store.ts'
import { listUnits } from '../../db/unit-store.ts'
import type { AskKind } from '../../domain/burden.ts'
import { type BoardTally, tallyBoard } from '../../domain/report-board.ts'
import type { ReportingPeriod } from '../../domain/reporting-period.ts'
import { loadAsks } from '../burden/load-asks.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { loadPeriodReports, type PeriodReport } from './load-period-reports.ts'
import { namedPeriod, presentPeriod } from './named-period.ts'

/** What the office asked of a unit in a period, counted as `/plan burden` does. */
type Asks = { reports: number; meetings: number; actions: number; consultations: number }

/** A unit on the board: how many reports it owes in the period, and how those that are filed stand. */
export type BoardUnit = BoardTally & {
  unit: string
  /** Owed, and begun as a draft. */
  drafts: number
  asks: Asks
}

/** One of the person's own reports on the board; for a lead `participants` counts those that filed. */
export type BoardTask = {
  taskNo: number
  taskTitle: string
  unit: string
  standing: ReportRow | null
  returned: ReportRow | null
  draft: boolean
  paused: boolean
  participants: { filed: number; total: number } | null
}

/** Who has filed in a period: every unit for the office and the leaders, a liaison's own tasks for them alone. */
export type ReportBoard = {
  planId: number
  period: ReportingPeriod
  closed: boolean
  /** Has the due day passed? */
  overdue: boolean
} & ({ kind: 'units'; units: BoardUnit[] } | { kind: 'tasks'; severalUnits: boolean; tasks: BoardTask[]; asks: Asks })

/** The board of a period by words ("2023H2"), of the present one where none is named (''). @throws DomainError as `namedPeriod` */
export async function showReportBoard(context: Context, actor: Actor, periodWords: string): Promise<ReportBoard> {
  return reading(context, actor, 'report.board', async (work) => {
    const { tx, plan, now } = work
    const period = periodWords === '' ? await presentPeriod(work) : await namedPeriod(work, periodWords)
    const stored = (await listPeriods(tx, plan.id)).find(({ key }) => key === period.key)
    const lines = await loadPeriodReports(work, period.key)
    const drafts = (await listDrafts(tx, plan.id, null)).filter(({ periodKey }) => periodKey === period.key)
    const begun = new Set(drafts.map(({ unitId, taskId }) => `${unitId}/${taskId}`))
    const asks = await asksOf(work, period)
    const head = {
      planId: plan.id,
      period,
      closed: (stored?.closedAt ?? null) !== null,
      overdue: now.toFormat('yyyy-MM-dd') > period.dueOn,
    }
    const onlyLiaison = work.roles.size === 1 && work.roles.has('liaison')
    if (onlyLiaison) {
      const own = new Set(work.units.map(({ id }) => id))
      return {
        ...head,
        kind: 'tasks',
        severalUnits: own.size > 1,
        tasks: ownTasks(lines, own, begun),
        asks: sum([...own].flatMap((id) => asks.get(id) ?? [])),
      }
    }
    const byUnit = Map.groupBy(lines, ({ unit }) => unit.id)
    const units = await listUnits(tx, plan.id)
    return {
      ...head,
      kind: 'units',
      units: units.flatMap(({ id, name }) => {
        const list = byUnit.get(id)
        return list ? [unitLine(name, list, begun, asks.get(id) ?? none)] : []
      }),
    }
  })
}

const none: Asks = { reports: 0, meetings: 0, actions: 0, consultations: 0 }

function unitLine(unit: string, lines: readonly PeriodReport[], begun: ReadonlySet<string>, asks: Asks): BoardUnit {
  const owed = lines.filter(({ paused, found }) => !paused && found.standing === null)
  const drafts = owed.filter((line) => begun.has(`${line.unit.id}/${line.task.id}`)).length
  return { unit, ...tallyBoard(lines), drafts, asks }
}

function ownTasks(lines: readonly PeriodReport[], own: ReadonlySet<number>, begun: ReadonlySet<string>): BoardTask[] {
  return lines
    .filter(({ unit }) => own.has(unit.id))
    .map(({ task, unit, found, paused }) => {
      const others = lines.filter((line) => line.task.id === task.id && line.unit.role === 'participant')
      return {
        taskNo: task.no,
        taskTitle: task.title,
        unit: unit.name,
        standing: found.standing,
        returned: found.newest?.state === 'returned' ? found.newest : null,
        draft: begun.has(`${unit.id}/${task.id}`),
        paused,
        participants:
          unit.role === 'lead' && others.length > 0
            ? { filed: others.filter((line) => line.found.standing).length, total: others.length }
            : null,
      }
    })
}

async function asksOf(work: Work, period: ReportingPeriod): Promise<Map<number, Asks>> {
  const { asks } = await loadAsks(work, period)
  return new Map(
    [...Map.groupBy(asks, ({ unitId }) => unitId)].map(([unitId, own]) => {
      const count = (kind: AskKind) => own.filter((ask) => ask.kind === kind).length
      const counts = { reports: count('report'), meetings: count('meeting'), actions: count('action') }
      return [unitId, { ...counts, consultations: count('consultation') }]
    }),
  )
}

function sum(list: readonly Asks[]): Asks {
  return list.reduce(
    (all, one) => ({
      reports: all.reports + one.reports,
      meetings: all.meetings + one.meetings,
      actions: all.actions + one.actions,
      consultations: all.consultations + one.consultations,
    }),
    none,
  )
}
