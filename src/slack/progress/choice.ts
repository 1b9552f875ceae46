import type { OwedReport, OwedReports } from '../../usecases/report/list-owed-reports.ts'
import { inPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'

/** Which report a form is for; `periodKey` null: the oldest in which it is owed. */
export type Choice = { taskNo: number; unitId: number; periodKey: string | null }

/** The value of a task's option: which task, for which unit, of which period. */
export function choiceValue({ taskNo, unitId, periodKey }: Choice): string {
  return [taskNo, unitId, ...(periodKey === null ? [] : [periodKey])].join('/')
}

/** Reads `choiceValue` back. */
export function parseChoice(value: string): Choice {
  const [taskNo = '', unitId = '', periodKey = null] = value.split('/')
  return { taskNo: wholeNumber(taskNo), unitId: wholeNumber(unitId), periodKey }
}

/** The value of a button that opens the form: for one report, or for the first that is owed ('all'). */
export function openValue(planId: number, choice: Choice | 'all'): string {
  return inPlan(planId, choice === 'all' ? 'all' : choiceValue(choice))
}

/** Reads `openValue` back, and the values of buttons that name no plan or no period. */
export function parseOpenValue(value: string): { planId: number | undefined; choice: Choice | null } {
  const parts = value.split('/')
  const periodKey = /^20\d\d[A-Z]/.test(parts.at(-1) ?? '') ? (parts.pop() ?? null) : null
  if (parts.at(-1) === 'all') return { planId: parts.length > 1 ? wholeNumber(parts[0]) : undefined, choice: null }
  const numbers = parts.map(wholeNumber)
  const [taskNo = 0, unitId = 0] = numbers.slice(-2)
  return { planId: numbers.length > 2 ? numbers[0] : undefined, choice: { taskNo, unitId, periodKey } }
}

/** Everything the form can be for: what is owed, what is filed, what may come early. */
export function offered({ reports, early }: Pick<OwedReports, 'reports' | 'early'>): OwedReport[] {
  return [...reports, ...early]
}

/** The report of a choice among those offered: of its period, else of any. */
export function findChosen(owed: OwedReports, choice: Choice): OwedReport | undefined {
  const same = offered(owed).filter(({ taskNo, unitId }) => taskNo === choice.taskNo && unitId === choice.unitId)
  return same.find(({ periodKey }) => periodKey === choice.periodKey) ?? same[0]
}
