import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** The most characters of a pause's reason. */
const PAUSE_REASON = 300

/** What is paused or goes on again: a task by its number, or a period as it was typed. */
export type PauseWords =
  | { taskNo: number; period: null; reason: string }
  | { taskNo: null; period: string; reason: string }

const separator = /^[\s,;:，；：、。]+/u
const periodShape =
  /^(?:20\d\d\s?年?[-/]?(?:H[12]|[上下]半年|Q[1-4]|第?[1-4一二三四]季度|M\d\d|\d\d?月|全年|年度|年全年|Y)|20\d\d年)/i
const taskShape = /^(?:任务|task\s?|#)?\s?(\d{1,4})(?!\d)\s?号?/i

/**
 * Reads `6 原因`, `任务6 原因`, `2024H2 原因`; the reason may be missing.
 * @throws DomainError `pause.words_unknown` {given}, `pause.reason_too_long` {max, length}
 */
export function parsePauseWords(text: string): PauseWords {
  const typed = text.trim()
  // The folded text is as long as the typed one, so the reason can be cut from what was typed.
  const folded = foldFullWidth(typed)
  const period = periodShape.exec(folded)?.[0]
  const task = period === undefined ? taskShape.exec(folded) : null
  const length = (period ?? task?.[0] ?? '').length
  if (length === 0) throw new DomainError('pause.words_unknown', { given: typed.slice(0, 40) })
  const reason = typed.slice(length).replace(separator, '').trim()
  if ([...reason].length > PAUSE_REASON)
    throw new DomainError('pause.reason_too_long', { max: PAUSE_REASON, length: [...reason].length })
  return period === undefined ? { taskNo: Number(task?.[1]), period: null, reason } : { taskNo: null, period, reason }
}
