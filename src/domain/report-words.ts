import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import { checkReportFacts, type ReportFacts, type Status } from './progress-report.ts'
import { parsePeriod } from './reporting-period.ts'

/** A report as typed in one line; `periodKey` ("2024H1") where a period was named, else null. */
type ReportWords = Omit<ReportFacts, 'practice'> & { taskNo: number; periodKey: string | null }

const statusWords: readonly [Status, RegExp][] = [
  ['ahead', /^(?:超进度|超前|ahead)/i],
  ['on_track', /^(?:达进度|按进度|正常|on[\s_-]?track)/i],
  ['behind', /^(?:欠进度|滞后|落后|behind)/i],
  ['done', /^(?:已完成|办结|done|completed?)/i],
]
const separator = /^[\s,;:，；：、。]+/
const taskWord = /^(?:任务|task\s?|#)?\s?(\d{1,4})/i
const percentWord = /^(?:百分之)?([-+]?\d{1,9}(?:\.\d{1,9})?)\s?%|^百分之(\d{1,9})/
const periodWord =
  /^20\d\d\s?年?(?:[-/]?(?:H[12]|[上下]半年|Q[1-4]|第?[1-4一二三四]季度|M\d\d)|全年|年度|Y|(?<=年)\d{1,2}月)/i

/**
 * Reads `6 80% 达进度 已签约12家`: task, percent (may be left out), status and an optional period (2024上半年) in any
 * order, then the summary. 任务6, #6, full-width digits and separators between the words will do; a status and the
 * percent beside it may also stand in or behind the summary.
 * @throws DomainError `report.task_missing`, `report.status_missing`, and what {@link checkReportFacts} throws
 */
export function parseReportWords(text: string): ReportWords {
  const found: FoundWords = {}
  // The folded text is as long as the typed one, so the summary can be cut from what was typed.
  const rest = text.slice(readLeading(foldFullWidth(text), found))
  const summary = found.status ? rest : takeLaterStatus(rest, found)
  if (found.taskNo === undefined) throw new DomainError('report.task_missing')
  if (!found.status) throw new DomainError('report.status_missing')
  const { practice: _, ...facts } = checkReportFacts({ status: found.status, percent: found.percent ?? null, summary })
  return { ...facts, taskNo: found.taskNo, periodKey: found.periodKey ?? null }
}

type FoundWords = { taskNo?: number; percent?: number; status?: Status; periodKey?: string }

/** Takes the known words off the front, each once; gives the place where the summary begins. */
function readLeading(folded: string, found: FoundWords): number {
  let at = separator.exec(folded)?.[0].length ?? 0
  for (;;) {
    const length = readWord(folded.slice(at), found)
    if (length === 0) return at
    at += length
    at += separator.exec(folded.slice(at))?.[0].length ?? 0
  }
}

/** The length of the known word that `text` begins with, noted in `found`; 0 where it begins with none. */
function readWord(text: string, found: FoundWords): number {
  const period = whole(text, periodWord)
  if (period && !found.periodKey) {
    found.periodKey = parsePeriod(period[0]).key
    return period[0].length
  }
  const percent = whole(text, percentWord)
  if (percent && found.percent === undefined) {
    found.percent = Number(percent[1] ?? percent[2])
    return percent[0].length
  }
  const task = whole(text, taskWord)
  if (task && found.taskNo === undefined) {
    found.taskNo = Number(task[1])
    return task[0].length
  }
  if (found.status) return 0
  for (const [status, pattern] of statusWords) {
    const word = whole(text, pattern)
    if (word) {
      found.status = status
      return word[0].length
    }
  }
  return 0
}

/** A match that is a word of its own: 12家 is no task number, 已完成设备采购 no status. */
function whole(text: string, pattern: RegExp): RegExpExecArray | null {
  const match = pattern.exec(text)
  return match && /^(?:$|[\s,;:，；：、。])/.test(text.slice(match[0].length)) ? match : null
}

/** The summary without the first status word inside or behind it, and without a percent beside that word. */
function takeLaterStatus(rest: string, found: FoundWords): string {
  const words = rest.split(/\s+/)
  const at = words.findIndex((word) => whole(foldFullWidth(word), anyStatus))
  if (at < 0) return rest
  readWord(foldFullWidth(words[at] ?? ''), found)
  const taken = [at]
  for (const beside of [at + 1, at - 1]) {
    const word = foldFullWidth(words[beside] ?? '')
    if (found.percent === undefined && whole(word, percentWord)) {
      readWord(word, found)
      taken.push(beside)
    }
  }
  return words.filter((_, index) => !taken.includes(index)).join(' ')
}

const anyStatus = new RegExp(statusWords.map(([, pattern]) => pattern.source).join('|'), 'i')
