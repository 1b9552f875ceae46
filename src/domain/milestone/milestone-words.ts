import type { DateTime } from 'luxon'
import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import { looksLikeDoneDay, meansDay } from './milestone-day.ts'

/**
 * What `/progress milestone` was asked for: a new one of a task (`taskNo` null: the form is to ask), or what is done to
 * one. `day` is as it was typed; texts are empty where nothing was said.
 */
export type MilestoneWords =
  | { kind: 'list' }
  | { kind: 'help' }
  | { kind: 'add'; taskNo: number | null; title: string; day: string }
  | { kind: Verb; no: number; day: string; text: string }

type Verb = 'done' | 'move' | 'reopen' | 'remove'

const verbs: readonly [RegExp, Verb][] = [
  [/^(?:done|已?完成|已?达成)(?![a-z])/i, 'done'],
  [/^(?:move|改期|延期|调整)(?![a-z])/i, 'move'],
  [/^(?:reopen|撤回完成|恢复)(?![a-z])/i, 'reopen'],
  [/^(?:remove|delete|删除|移除)(?![a-z])/i, 'remove'],
]
const listWord = /^(?:list|列表|清单)$/i
const helpWord = /^(?:help|帮助|\?)$/i
const addWord = /^(?:add|new|新增|增加|添加)(?![a-z])\s*/i
const taskWord = /^(?:任务|task)?\s*#?\s*(\d{1,4})(?![\d年月.\-/])(?=$|[\s,;:，；：、]|\p{L})/iu
const numberWord = /^(?:节点|milestone)?\s*#?\s*(\d{1,6})(?![\d年月.\-/])/i
const separator = /^[\s,;:，；：、。]+/u
const boundary = /[\s,;，；、]+/gu
/** No day is said in more characters. */
const dayAtMost = 40

/**
 * Reads the words after `/progress milestone` (节点): `6 口岸验收完成 2024-09-30`, `done 3 [2024-09-28] 佐证`,
 * `move 3 2024-10-15 原因`, `reopen 3 原因`, `remove 3 原因`, list, help, or nothing for the form. `today` is in the plan's zone.
 * @throws DomainError `milestone.words_unknown` {given}, `milestone.number_missing` {verb}
 */
export function parseMilestoneWords(text: string, today: DateTime): MilestoneWords {
  const typed = text.trim()
  // The folded text is as long as the typed one, so what a person wrote can be cut from what was typed.
  const folded = foldFullWidth(typed)
  if (listWord.test(folded)) return { kind: 'list' }
  if (helpWord.test(folded)) return { kind: 'help' }
  const verb = verbs.find(([pattern]) => pattern.test(folded))
  if (verb) return readChange(verb[1], after(typed, verb[0]), today)
  const words = after(typed, addWord)
  if (words === '') return { kind: 'add', taskNo: null, title: '', day: '' }
  const task = taskWord.exec(foldFullWidth(words))
  if (!task) throw new DomainError('milestone.words_unknown', { given: typed.slice(0, 40) })
  return { kind: 'add', taskNo: Number(task[1]), ...splitTitle(after(words, taskWord), today) }
}

function readChange(kind: Verb, words: string, today: DateTime): MilestoneWords {
  const named = numberWord.exec(foldFullWidth(words))
  if (!named) throw new DomainError('milestone.number_missing', { verb: kind })
  const rest = after(words, numberWord)
  if (kind === 'remove' || kind === 'reopen') return { kind, no: Number(named[1]), day: '', text: rest }
  const isDay = kind === 'done' ? looksLikeDoneDay : (word: string) => meansDay(word, today)
  return { kind, no: Number(named[1]), ...splitDay(rest, isDay) }
}

/** The longest beginning of the words that is a day, and what comes after it. */
function splitDay(words: string, isDay: (text: string) => boolean): { day: string; text: string } {
  const ends = [...words.matchAll(boundary)].map(({ index }) => index).filter((end) => end <= dayAtMost)
  for (const end of [words.length, ...ends.toReversed()]) {
    const day = words.slice(0, end)
    if (day.length <= dayAtMost && isDay(day)) return { day, text: words.slice(end).replace(separator, '').trim() }
  }
  return { day: '', text: words }
}

/** The longest end of the words that is a day, and the title before it. */
function splitTitle(words: string, today: DateTime): { title: string; day: string } {
  for (const { index, 0: mark } of words.matchAll(boundary)) {
    const day = words.slice(index + mark.length)
    if (day.length <= dayAtMost && meansDay(day, today)) return { title: words.slice(0, index), day }
  }
  return { title: words, day: '' }
}

/** What was typed after a pattern that its folded form begins with. */
function after(typed: string, pattern: RegExp): string {
  const found = pattern.exec(foldFullWidth(typed))
  return found ? typed.slice(found[0].length).replace(separator, '').trim() : typed
}
