import { findReport, listVersions, type ReportRow } from '../../db/report-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import { type ReportStanding, standingOf } from '../../domain/report-state.ts'
import { leadingUnit, type NamedReport } from '../../domain/review-words.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { namedPeriod } from './named-period.ts'
import { reportNames } from './report-names.ts'
import type { SendingBack } from './return-report.ts'

/** A report that is to be sent back, with the reason as far as words gave one. */
export type Decidable = {
  planId: number
  id: number
  taskNo: number
  unit: string
  periodKey: string
  version: number
  summary: string
  reason: string
}

/**
 * The report that the office means to return or to open again: the version that a button names, or by words the task, a unit
 * (else its lead) and a period (else the newest in which there is one).
 * @throws DomainError `report.unknown`, `task.unknown`, `report.nothing_to_return` or `report.nothing_accepted` {task, unit}
 */
export async function findDecidable(
  context: Context,
  actor: Actor,
  event: SendingBack,
  wish: { id: number } | NamedReport,
): Promise<Decidable> {
  return reading(context, actor, 'report.review', async (work) => {
    const { tx, plan } = work
    const named = await reportNames(work)
    const found = (report: ReportRow, reason: string) => ({
      planId: plan.id,
      id: report.id,
      summary: report.summary,
      ...named(report),
      reason,
    })
    if ('id' in wish) {
      const report = await findReport(tx, plan.id, wish.id)
      if (!report) throw new DomainError('report.unknown')
      return found(report, '')
    }
    const tasks = await listTasks(tx, plan.id)
    const task = tasks.find(({ no }) => no === wish.taskNo)
    if (!task) {
      throw new DomainError('task.unknown', { no: wish.taskNo, numbers: numberRanges(tasks.map(({ no }) => no)) })
    }
    const units = task.units.map((unit) => ({
      ...unit,
      names: [unit.name, ...(unit.nameEn ? [unit.nameEn] : []), ...unit.aliases],
    }))
    const { unit: typed, rest } = leadingUnit(units, wish.rest)
    const unit = typed ?? units.find(({ role }) => role === 'lead') ?? units[0]
    const period = wish.periodKey === null ? null : await namedPeriod(work, wish.periodKey)
    const versions = await listVersions(tx, plan.id, {
      taskIds: [task.id],
      unitIds: unit ? [unit.id] : [],
      ...(period ? { periodKeys: [period.key] } : {}),
    })
    const report = newest(event, versions)
    const names = { task: task.no, unit: unit?.name ?? '' }
    if (report) return found(report, rest)
    if (event === 'return') throw new DomainError('report.nothing_to_return', names)
    throw new DomainError('report.nothing_accepted', names)
  })
}

function newest(event: SendingBack, versions: readonly ReportRow[]): ReportRow | null {
  const able = ({ standing, accepted }: ReportStanding<ReportRow>) => {
    if (event === 'reopen') return accepted
    return standing?.state === 'submitted' ? standing : null
  }
  const groups = [...Map.groupBy(versions, ({ periodKey }) => periodKey).values()]
  const found = groups.flatMap((group) => able(standingOf(group)) ?? [])
  return found.toSorted((one, other) => other.reportedAt.getTime() - one.reportedAt.getTime())[0] ?? null
}
