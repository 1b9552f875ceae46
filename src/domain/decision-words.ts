import type { DateTime } from 'luxon'
import { parseDueWords } from './action/due-words.ts'
import type { DecisionOutcome } from './decision.ts'
import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'

/** An action as it is typed: units by name. `dueOn` is an ISO day. */
type ActionWords = { text: string; owner: string; coUnits: string[]; dueOn: string; measure: string }

/** An outcome as it is typed; `replaces`: the person knows that there is one already (改). */
export type OutcomeWords = { replaces: boolean; outcome: DecisionOutcome; text: string; actions: ActionWords[] }

const outcomeWords: readonly [DecisionOutcome, RegExp][] = [
  ['decided', /^(?:议定|决定|同意|decided?)/i],
  ['deferred', /^(?:延期|暂缓|deferr?(?:ed)?)/i],
  ['escalated', /^(?:提请领导小组|提请|上报|escalated?)/i],
  ['withdrawn', /^(?:撤销|撤回|withdrawn?|withdraw)/i],
]
// Full-width punctuation by its code: beside its half-width twin nobody tells them apart.
const replaceWord = /^(?:改为?|replace)[\s:\uff1a]*/i
const actionMark = /[;\uff1b\s。]*(?:交办|action)\s?[:\uff1a]\s*/i
const coUnitsPart = /^[(\uff08]\s?(?:配合|with)\s?[:\uff1a]?\s?([^)\uff09]*)[)\uff09]\s*/i
const measurePart = /[\s,\uff0c;\uff1b]*(?:完成标准|标准|衡量|measure)\s?[:\uff1a]\s*(.*)$/is
const unitSeparator = /[、,\uff0c;\uff1b/]/
// The words before (配合 …), an English name before a colon, else the first word.
const ownerWord =
  /^([^(\uff08:\uff1a]+(?=[(\uff08]\s?(?:配合|with))|[A-Za-z][A-Za-z ]+(?=[:\uff1a])|[^\s(\uff08:\uff1a]+)/i
const tail = /[\s;\uff1b。]+$/
const colons = /^[\s:\uff1a,\uff0c]+/

/**
 * Reads `议定 文本；交办：市交通运输局（配合：武汉海关）完成验收 10个工作日 标准：出具验收单；交办：…`: the outcome, its text, and
 * after each 交办： an action, whose owner comes first and whose due day comes last. Full- and half-width punctuation are
 * the same. `today` is in the plan's zone.
 * @throws DomainError `decision.outcome_unknown` {given}, `action.owner_missing` {given}, `action.text_missing`, and
 *   what `parseDueWords` throws
 */
export function parseOutcomeWords(words: string, today: DateTime): OutcomeWords {
  const [head = '', ...clauses] = words.trim().split(actionMark)
  const replaces = replaceWord.test(head)
  const rest = head.replace(replaceWord, '')
  const found = outcomeWords.flatMap(([outcome, pattern]) => {
    const match = pattern.exec(rest)
    return match ? [{ outcome, length: match[0].length }] : []
  })[0]
  if (!found) throw new DomainError('decision.outcome_unknown', { given: rest.slice(0, 40) })
  const text = rest.slice(found.length).replace(colons, '').trim()
  return { replaces, outcome: found.outcome, text, actions: clauses.map((clause) => parseAction(clause, today)) }
}

function parseAction(clause: string, today: DateTime): ActionWords {
  const measure = measurePart.exec(clause)
  const body = (measure ? clause.slice(0, measure.index) : clause).replace(tail, '')
  const owner = ownerWord.exec(body)?.[1]?.trim() ?? ''
  if (owner === '') throw new DomainError('action.owner_missing', { given: body.slice(0, 40) })
  const behind = body.slice(owner.length).trim()
  const help = coUnitsPart.exec(behind)
  const coUnits = (help?.[1] ?? '')
    .split(unitSeparator)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const task = behind.slice(help?.[0].length ?? 0).replace(colons, '')
  const { text, dueOn } = splitDue(task, today)
  if (text === '') throw new DomainError('action.text_missing')
  return { text, owner, coUnits, dueOn, measure: measure?.[1]?.replace(tail, '') ?? '' }
}

/** The due day is the longest end of the words that is one: "2 weeks" before "weeks". */
function splitDue(task: string, today: DateTime): { text: string; dueOn: string } {
  const starts = [...task.matchAll(/[^\s,\uff0c]+/g)].map((match) => match.index)
  let refusal: unknown
  for (const start of starts) {
    try {
      return { dueOn: parseDueWords(task.slice(start), today), text: task.slice(0, start).replace(/[\s,\uff0c]+$/, '') }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // A day that is past or too far is a day; anything else is told as what stands last.
      if (error.code !== 'action.due_unknown') throw error
      refusal = error
    }
  }
  throw refusal ?? new DomainError('action.text_missing')
}

/** Takes `#7` off the front of words; null where no issue's number stands there. */
export function outcomeNumber(words: string): { issueNo: number; rest: string } | null {
  const match = /^#?\s?(\d{1,6})\s*/.exec(foldFullWidth(words))
  return match ? { issueNo: Number(match[1]), rest: words.slice(match[0].length) } : null
}
