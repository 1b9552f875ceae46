import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import { type PolicyFacts, plainDocumentNo, plainTitle } from './policy-facts.ts'

/**
 * What `/progress policy` was asked for. A new policy's texts are empty where nothing was said; `taskNo` null: the form is to
 * ask. A policy of a task is named by its document number or its title.
 */
export type PolicyWords =
  | { kind: 'list'; taskNo: number | null }
  | { kind: 'help' }
  | ({ kind: 'add'; taskNo: number | null } & PolicyFacts)
  | { kind: 'remove'; taskNo: number; named: string; reason: string }

const helpWord = /^(?:help|帮助|\?)$/i
const listWord = /^(?:list|列表|清单)(?![a-z])/i
const addWord = /^(?:add|new|新增|增加|添加)(?![a-z])/i
const removeWord = /^(?:remove|delete|删除|移除)(?![a-z])/i
const taskWord = /^(?:任务|task)?\s*#?\s*(\d{1,4})(?![\d年月.\-/号])/i
const separator = /^[\s,;:，；：、]+/u
const linkWord = /(?:^|\s)<?([a-z][a-z0-9+.-]*:\/\/[^\s<>|]+)(?:\|[^>]*)?>?(?=\s|$)/i
const dayWord =
  /(?<![\p{L}\p{N}])(?:19|20)\d\d\s?(?:[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|年\s?\d{1,2}\s?月\s?\d{1,2}\s?[日号])(?=[\s,，;；。]|$)/gu
const documentWord = /[\p{L}\d]+\s?[[［【(（〔]\s?(?:19|20)\d\d\s?[\]］】)）〕]\s?第?\s?\d{1,5}\s?号/u

/**
 * Reads the words after `/progress policy` (政策): nothing or a task's number for the list, `add 6 关于…的若干措施
 * 武政办〔2024〕12号 2024-05-10 https://…` with the last three in any order, `remove 6 武政办〔2024〕12号 原因`, help.
 * @throws DomainError `policy.words_unknown` {given}, `policy.task_missing`, `policy.name_missing`
 */
export function parsePolicyWords(text: string): PolicyWords {
  const typed = text.trim()
  const folded = foldFullWidth(typed)
  if (helpWord.test(folded)) return { kind: 'help' }
  if (addWord.test(folded)) return readNew(after(typed, addWord))
  if (removeWord.test(folded)) return readRemoval(after(typed, removeWord))
  const words = after(typed, listWord)
  if (words === '') return { kind: 'list', taskNo: null }
  const task = taskWord.exec(foldFullWidth(words))
  if (!task || after(words, taskWord) !== '')
    throw new DomainError('policy.words_unknown', { given: typed.slice(0, 40) })
  return { kind: 'list', taskNo: Number(task[1]) }
}

function readNew(words: string): PolicyWords {
  if (words === '') return { kind: 'add', taskNo: null, title: '', documentNo: '', issuedOn: '', link: '' }
  const task = taskWord.exec(foldFullWidth(words))
  if (!task) throw new DomainError('policy.task_missing')
  const link = taken(after(words, taskWord), linkWord)
  // The year of a document number is no day, and the title may name a day too: the last one is the day of issue.
  const document = taken(link.rest, documentWord)
  const lastDay = [...document.rest.matchAll(dayWord)].at(-1)
  const left = lastDay
    ? `${document.rest.slice(0, lastDay.index)} ${document.rest.slice(lastDay.index + lastDay[0].length)}`
    : document.rest
  // A document number in brackets leaves them empty behind it.
  const title = left.replace(/[（(]\s*[）)]/gu, ' ')
  return {
    kind: 'add',
    taskNo: Number(task[1]),
    title: plainTitle(title.replace(/^[\s,，;；]+|[\s,，;；]+$/gu, '')),
    documentNo: plainDocumentNo(document.found),
    issuedOn: lastDay?.[0] ?? '',
    link: link.found,
  }
}

function readRemoval(words: string): PolicyWords {
  const task = taskWord.exec(foldFullWidth(words))
  if (!task) throw new DomainError('policy.task_missing')
  const rest = after(words, taskWord)
  const titled = /^《[^》]{1,400}》/u.exec(rest)?.[0]
  const numbered = documentWord.exec(rest)
  const named = titled ?? (numbered?.index === 0 ? numbered[0] : (/^\S+/.exec(rest)?.[0] ?? ''))
  if (named === '') throw new DomainError('policy.name_missing')
  return {
    kind: 'remove',
    taskNo: Number(task[1]),
    named,
    reason: rest.slice(named.length).replace(separator, '').trim(),
  }
}

/** What a pattern finds (its first group, where it has one), and the text without it. */
function taken(text: string, pattern: RegExp): { found: string; rest: string } {
  const match = pattern.exec(text)
  if (!match) return { found: '', rest: text }
  return {
    found: match[1] ?? match[0],
    rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`,
  }
}

/** What was typed after a pattern that its folded form begins with. */
function after(typed: string, pattern: RegExp): string {
  const found = pattern.exec(foldFullWidth(typed))
  return found ? typed.slice(found[0].length).replace(separator, '').trim() : typed
}
