import type { Decimal } from './decimal.ts'
import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import { parseMeasurementDay } from './measurement-day.ts'
import { checkSource } from './measurement-source.ts'
import type { MeasurementRowWords } from './measurement-table.ts'
import { parseQuantity } from './quantity.ts'
import { isSigned, type TargetFacts } from './target.ts'
import type { SourcedValue } from './target-history.ts'
import { checkPlausible } from './target-plausibility.ts'
import { namedTargets } from './target-words.ts'

type ImportTarget = TargetFacts & { taskNo: number | null }

/** What an import is settled by. */
export type ImportFacts<T extends ImportTarget> = {
  targets: readonly T[]
  /** An ISO day in the plan's zone. */
  today: string
  /** The values that count so far, by the target's id and the day: `${id}/${day}`. */
  standing: ReadonlyMap<string, SourcedValue>
  /** The unit that a row's value comes from, by the name it gives or none. @throws DomainError where it may not */
  unitOf: (target: T, name: string) => { id: number; name: string } | null
}

/** A row that would be stored: `old` is what counts for that day so far, null where nothing does. */
export type ImportChange = SourcedValue & {
  row: number
  targetId: number
  metric: string
  measure: string
  unitId: number | null
  old: Decimal | null
}

/** Why a row cannot be stored. */
export type RowProblem = { row: number; error: DomainError }

/** What an import would do: nothing where there is any problem. */
export type SettledImport = { changes: ImportChange[]; unchanged: number; problems: RowProblem[] }

/** Settles every row, so that all problems are told at once. Rows count one after the other. */
export function settleImport<T extends ImportTarget>(
  rows: readonly MeasurementRowWords[],
  facts: ImportFacts<T>,
): SettledImport {
  const changes: ImportChange[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  const counting = new Map(facts.standing)
  let unchanged = 0
  for (const words of rows) {
    try {
      const read = readRow(words, facts)
      const key = `${read.targetId}/${read.asOf}`
      const own = JSON.stringify([key, read.unit, read.source])
      const other = seen.get(own)
      if (other !== undefined) throw new DomainError('target_import.twice', { other, day: read.asOf })
      seen.set(own, words.row)
      const old = counting.get(key)
      counting.set(key, read)
      if (old && old.value === read.value && old.unit === read.unit && old.source === read.source) unchanged += 1
      else changes.push({ ...read, old: old?.value ?? null })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      problems.push({ row: words.row, error })
    }
  }
  return { changes, unchanged, problems }
}

function readRow<T extends ImportTarget>(words: MeasurementRowWords, facts: ImportFacts<T>): Omit<ImportChange, 'old'> {
  if (words.extra) throw new DomainError('target_import.extra_cells')
  const target = targetOf(words, facts.targets)
  const { id, metric, unit: measure } = target
  // 单位 heads a column of the units of measure as often as one of the units responsible.
  const isMeasure = words.unit !== '' && plain(words.unit) === plain(measure)
  const unit = facts.unitOf(target, isMeasure ? '' : words.unit)
  if (words.day === '') throw new DomainError('target_import.no_day')
  return {
    row: words.row,
    targetId: id,
    metric,
    measure,
    value: checkPlausible(parseQuantity(typedValue(words), measure, isSigned(target)), target),
    asOf: parseMeasurementDay(words.day, facts.today).day,
    unitId: unit?.id ?? null,
    unit: unit?.name ?? null,
    source: checkSource(words.source),
  }
}

/** A bare number in a unit of measure of its own is in that. */
function typedValue({ value, measure }: MeasurementRowWords): string {
  return measure !== '' && /^[-−]?[\d.,]+$/.test(plain(value)) ? `${value}${measure}` : value
}

function targetOf<T extends ImportTarget>({ metric, task }: MeasurementRowWords, targets: readonly T[]): T {
  const no = /^(?:任务|task)?#?(\d{1,4})$/i.exec(plain(task))?.[1]
  const given = [metric, task].filter((text) => text !== '').join(' · ')
  if (given === '') throw new DomainError('target_import.no_metric')
  const ofTask = task === '' ? targets : targets.filter(({ taskNo }) => taskNo === Number(no))
  const [target, ...others] = metric === '' ? ofTask : namedTargets(metric, ofTask)
  if (!target) throw new DomainError('target_import.no_target', { given: given.slice(0, 100) })
  if (others.length === 0) return target
  const names = [target, ...others].slice(0, 5).map((one) => one.metric)
  throw new DomainError('target_import.several_targets', { given: given.slice(0, 100), targets: names })
}

const plain = (text: string) => foldFullWidth(text).replace(/\s+/g, '')
