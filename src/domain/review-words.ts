import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import { parsePeriod } from './reporting-period.ts'

/** Words that name a report: its task, a period where one is named, and what follows (a unit, a reason). */
export type NamedReport = { taskNo: number; periodKey: string | null; rest: string }

const taskWord = /^[\s,;:，；：、]*(?:任务|task\s?|#)?\s?(\d{1,4})(?=$|[\s,;:，；：、]|[^\d%年.])/i
const firstWord = /^[\s,;:，；：、]*([^\s,;:，；：、]+)/

/**
 * Reads `6 市商务局 请补充数据` or `6 2023H2 …`: the task first, a period behind it if one is named.
 * @throws DomainError `report.task_missing_here`
 */
export function parseNamedReport(text: string): NamedReport {
  const folded = foldFullWidth(text)
  const task = taskWord.exec(folded)
  if (!task) throw new DomainError('report.task_missing_here')
  const behind = task[0].length
  const word = firstWord.exec(folded.slice(behind))
  const periodKey = word?.[1] ? periodOf(word[1]) : null
  const end = behind + (periodKey ? (word?.[0].length ?? 0) : 0)
  return { taskNo: Number(task[1]), periodKey, rest: text.slice(end).replace(/^[\s,;:，；：、]+/, '') }
}

/** The period that words begin with, and what follows; null where they begin with none. */
export function leadingPeriod(text: string): { periodKey: string; rest: string } | null {
  const word = firstWord.exec(foldFullWidth(text))
  const periodKey = word?.[1] ? periodOf(word[1]) : null
  if (!word || periodKey === null) return null
  return { periodKey, rest: text.slice(word[0].length).replace(/^[\s,;:，；：、]+/, '') }
}

/**
 * The unit that words begin with, by its longest name that fits, and what follows it; `unit` null where they begin with none.
 */
export function leadingUnit<T extends { names: readonly string[] }>(
  units: readonly T[],
  text: string,
): { unit: T | null; rest: string } {
  const typed = foldFullWidth(text).toLowerCase()
  const found = units
    .flatMap((unit) => unit.names.map((name) => ({ unit, name: foldFullWidth(name).toLowerCase() })))
    .filter(({ name }) => name !== '' && typed.startsWith(name))
    .toSorted((one, other) => other.name.length - one.name.length)[0]
  if (!found) return { unit: null, rest: text.trim() }
  return {
    unit: found.unit,
    rest: text
      .slice(found.name.length)
      .replace(/^[\s,;:，；：、]+/, '')
      .trim(),
  }
}

const unchangedWords =
  /^[\s]*(?:任务|task\s?|#)?\s?(\d{1,4})[\s,:，：、]*(?:无变化|没有变化|同上期|unchanged|no change)[\s.。]*$/i

/** The task of "6 无变化", which says nothing else; null for any other words. */
export function unchangedTask(text: string): number | null {
  const match = unchangedWords.exec(foldFullWidth(text))
  return match ? Number(match[1]) : null
}

function periodOf(word: string): string | null {
  // A bare year is no period here: it may begin a reason.
  if (/^20\d\d年?$/.test(word)) return null
  try {
    return parsePeriod(word).key
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
