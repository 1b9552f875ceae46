import { ensurePeriod, listPeriods } from '../../db/period-store.ts'
import { listTasks } from '../../db/task-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import { parsePeriod } from '../../domain/reporting-period.ts'
import type { PauseWords } from '../../domain/supervision/pause-words.ts'
import type { Work } from '../context.ts'

/** A task or a period that is paused or goes on: what a person calls it, and how the audit trail names it. */
export type PauseSubject = {
  taskId: number | null
  periodId: number | null
  task: { no: number; title: string } | null
  periodKey: string | null
  subject: string
}

/**
 * The task or period that a pause's words name; a period that nobody spoke of yet is stored, with the days it has now.
 * @throws DomainError `task.unknown` {no, numbers}, `period.not_understood` {given}
 */
export async function pauseSubject({ tx, plan }: Work, words: PauseWords): Promise<PauseSubject> {
  if (words.taskNo !== null) {
    const { taskNo } = words
    const tasks = await listTasks(tx, plan.id)
    const task = tasks.find(({ no }) => no === taskNo)
    if (!task) throw new DomainError('task.unknown', { no: taskNo, numbers: numberRanges(tasks.map(({ no }) => no)) })
    const { id, no, title } = task
    return { taskId: id, periodId: null, task: { no, title }, periodKey: null, subject: `task/${no}` }
  }
  const rule = plan.settings.reporting
  const period = parsePeriod(words.period, rule)
  const known = (await listPeriods(tx, plan.id)).find(({ key }) => key === period.key)
  if (!known && cadenceOf(period.key) !== rule.cadence)
    throw new DomainError('period.not_understood', { given: words.period })
  const periodId = known?.id ?? (await ensurePeriod(tx, plan.id, period))
  return { taskId: null, periodId, task: null, periodKey: period.key, subject: `period/${period.key}` }
}

function cadenceOf(key: string) {
  return ({ H: 'half_year', Q: 'quarter', M: 'month', Y: 'year' } as const)[key.charAt(4)]
}
