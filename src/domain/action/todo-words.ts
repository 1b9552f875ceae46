import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** Which actions a person wants to see. */
export const todoScopes = ['mine', 'all'] as const
export type TodoScope = (typeof todoScopes)[number]

/** What is done to one action in words; `text` is the evidence or the reason, `day` as it was typed. */
type TodoVerb = 'done' | 'verify' | 'return' | 'extend' | 'cancel' | 'show'

/** What `/todo` was asked for. */
export type TodoWords =
  | { kind: 'help' }
  | { kind: 'list'; scope: TodoScope; page: number }
  | { kind: 'act'; verb: TodoVerb; no: number; day: string; text: string }

const helpWord = /^(?:help|帮助|\?)$/i
const listWord = /^(?:(?:list|列表|清单|待办)?|(?<all>all|全部|所有))(?:\s*第?\s*(?<page>\d{1,4})\s*页?)?$/i
const verbWord = /^(?<verb>\p{L}+)\s*(?<rest>.*)$/su
const numberWord = /^(?:交办(?:事项)?|action)?\s*[#第]?\s*(?<no>\d{1,6})(?:\s*[号项]|(?![\d年月.\-/]))(?<rest>.*)$/isu
const dayWord =
  /^(?<day>\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}\s?月(?:\s?\d{1,2}\s?[日号]?|底)|[\d一二两三四五六七八九十]{1,3}\s?(?:个?工作日|天|周|个月)(?:后|内)?|[下本]?(?:周|星期)[一二三四五六日天]|[下本]?(?:周|月)底|(?:明?年|月)底|明天|后天|\d{1,3}\s(?:working\s?days?|days?|weeks?|months?)\b)(?<rest>.*)$/isu
const separator = /^[\s,;:，；：、。]+/u

const verbs: readonly [RegExp, TodoVerb][] = [
  [/^(?:done|report|已?办结|完成|已完成)$/i, 'done'],
  [/^(?:verify|核实|销号)$/i, 'verify'],
  [/^(?:return|退回)$/i, 'return'],
  [/^(?:extend|延期|申请延期)$/i, 'extend'],
  [/^(?:cancel|撤销|取消)$/i, 'cancel'],
  [/^(?:show|查看)$/i, 'show'],
]

/**
 * Reads the words after `/todo`: nothing, all (with a page), `done 3 证据`, `verify 3`, `return 3 原因`,
 * `extend 3 2024-08-01 原因`, `cancel 3 原因`, `show 3` or a bare number, in Chinese or English.
 * @throws DomainError `action.words_unknown` {given}, `action.number_missing`
 */
export function parseTodoWords(text: string): TodoWords {
  const typed = text.trim()
  // The folded text is as long as the typed one, so what a person wrote can be cut from what was typed.
  const folded = foldFullWidth(typed)
  if (helpWord.test(folded)) return { kind: 'help' }
  const bare = numberWord.exec(folded)
  if (bare?.groups && (bare.groups.rest ?? '').trim() === '') return act('show', Number(bare.groups.no), '', '')
  const list = listWord.exec(folded)
  if (list) {
    const { all, page } = list.groups ?? {}
    return { kind: 'list', scope: all ? 'all' : 'mine', page: Math.max(1, Number(page ?? 1)) }
  }
  const words = verbWord.exec(folded)
  const verb = verbs.find(([pattern]) => pattern.test(words?.groups?.verb ?? ''))?.[1]
  if (!verb) throw new DomainError('action.words_unknown', { given: typed.slice(0, 40) })
  const numbered = numberWord.exec(words?.groups?.rest ?? '')
  if (!numbered?.groups) throw new DomainError('action.number_missing', { verb: words?.groups?.verb ?? '' })
  const no = Number(numbered.groups.no)
  const rest = fromEnd(typed, numbered.groups.rest)
  if (verb !== 'extend') return act(verb, no, '', rest)
  const dated = dayWord.exec(foldFullWidth(rest))
  if (!dated?.groups) return act(verb, no, '', rest)
  return act(verb, no, (dated.groups.day ?? '').trim(), fromEnd(rest, dated.groups.rest))
}

/** The end of what was typed that is as long as what is left of the folded text. */
function fromEnd(typed: string, left = ''): string {
  return typed
    .slice(typed.length - left.length)
    .replace(separator, '')
    .trim()
}

function act(verb: TodoVerb, no: number, day: string, text: string): TodoWords {
  return { kind: 'act', verb, no, day, text }
}
