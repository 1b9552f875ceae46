import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import { looksLikeDay } from './measurement-day.ts'
import { titleLikeness } from './similar-issues.ts'

/** A measurement as typed in one line; `day` is empty where none was typed. */
export type MeasurementWords = { metric: string; value: string; day: string }

/** Longest line that is read. */
const MAX_LENGTH = 300

const bareNumber = /^[-+−]?[\d.,]+(?:[十百千万亿]+)?$/
const numeric = /[\d零〇一二两三四五六七八九十百千万亿]/
const bareYear = /^(?:19|20)\d\d$/

/**
 * Takes `进口额 620亿 2024-06` apart: what is measured (a metric's words or a task's number), how much, and when. Reads
 * nothing into the parts; also 进口额:620 亿元, 任务 6 620亿, 进口额620亿.
 * @throws DomainError `target.words_missing` where there is no metric or no value, `target.two_values` {first, second}
 *   where it is not clear which of two numbers is the value
 */
export function splitMeasurementWords(text: string): MeasurementWords {
  const words = tokens(text)
  const at = words.findLastIndex((word, index) => index > 0 && numeric.test(word) && !isDay(words, index))
  const [metric, value, rest] = at > 0 ? cutAt(words, at) : cutGlued(words)
  if (rest.length === 0 && metric.length > 1 && looksLikeDay(metric.at(-1) ?? '')) rest.push(...metric.splice(-1))
  if (metric.length === 0 || value === '') throw new DomainError('target.words_missing')
  const second = metric.slice(1).find((word) => bareNumber.test(word) || isDay(words, words.indexOf(word)))
  if (second !== undefined) throw new DomainError('target.two_values', { first: second, second: value })
  return { metric: metric.join(' '), value, day: rest.join('') }
}

function tokens(text: string): string[] {
  const folded = foldFullWidth(text.slice(0, MAX_LENGTH))
    .replace(/(任务|task)\s+(?=\d)/gi, '$1')
    .replace(/\s*(?::|=|,\s|、|;)\s*|[。.]\s*$/g, ' ')
  return folded.split(/\s+/).filter((word) => word !== '')
}

/** A bare year is a day only behind a number that can be the value. */
function isDay(words: readonly string[], index: number): boolean {
  const word = words[index] ?? ''
  if (looksLikeDay(word)) return true
  return bareYear.test(word) && words.slice(1, index).some((earlier) => numeric.test(earlier) && !looksLikeDay(earlier))
}

/** `at` is the value's last word that holds a number: 620 亿元 and 5 家 are two words. */
function cutAt(words: readonly string[], at: number): [string[], string, string[]] {
  const before = words[at - 1] ?? ''
  const start = at > 1 && bareNumber.test(before) && !/^\d/.test(words[at] ?? '') ? at - 1 : at
  const next = words[at + 1]
  const unitFollows =
    next !== undefined && /^[-+−]?[\d.,]+$/.test(words[at] ?? '') && !numeric.test(next) && !looksLikeDay(next)
  const end = unitFollows ? at + 2 : at + 1
  return [words.slice(0, start), words.slice(start, end).join(' '), words.slice(end)]
}

/** 进口额620亿: the words up to the first digit, and from it. Without a digit the last of several words is the value. */
function cutGlued(words: readonly string[]): [string[], string, string[]] {
  const [first = '', ...rest] = words
  const glued = /^(?!任务|task)(\D+?)([-+−]?\d.*)$/i.exec(first)
  if (glued && !looksLikeDay(first)) return [[glued[1] ?? ''], glued[2] ?? '', rest]
  if (rest.length === 0 || isDay(words, words.length - 1)) return [[], '', []]
  return [words.slice(0, -1), words.at(-1) ?? '', []]
}

/**
 * The targets that a person may mean, the likeliest first: one where it is clear, several where they have to say, none
 * where nothing is alike. 任务6 or 6 names a task's targets; otherwise the metric is compared: the same, one part of the
 * other, else by its character pairs where one target is clearly the most alike.
 */
export function matchTargets<T extends { metric: string; taskNo: number | null }>(
  given: string,
  targets: readonly T[],
): T[] {
  const typed = plain(given)
  const task = /^(?:任务|task)?#?(\d{1,4})$/.exec(typed)
  if (task) return targets.filter((target) => target.taskNo === Number(task[1]))
  if (typed === '') return []
  const named = namedTargets(given, targets)
  if (named.length > 0) return named
  const ranked = targets
    .map((target) => ({ target, likeness: titleLikeness(given, target.metric) }))
    .filter(({ likeness }) => likeness >= ALIKE_FROM)
    .sort((a, b) => b.likeness - a.likeness)
  const best = ranked[0]?.likeness ?? 0
  return ranked.filter(({ likeness }) => likeness >= best * CLOSE).map(({ target }) => target)
}

/** The targets of that name; else those that the name is a part of, or that are a part of it. */
export function namedTargets<T extends { metric: string }>(given: string, targets: readonly T[]): T[] {
  const typed = plain(given)
  if (typed === '') return []
  const same = targets.filter((target) => plain(target.metric) === typed)
  if (same.length > 0) return same
  return targets.filter(({ metric }) => plain(metric).includes(typed) || typed.includes(plain(metric)))
}

/** Is the text the whole of the metric, but for width, case, spaces and signs? */
export function isSameMetric(text: string, metric: string): boolean {
  return plain(text) !== '' && plain(text) === plain(metric)
}

/** Below this likeness a target is not meant; within this part of the best, it may be meant as well. */
const ALIKE_FROM = 0.2
const CLOSE = 0.6

const plain = (text: string) =>
  foldFullWidth(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
