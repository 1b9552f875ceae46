import { fold, plainText } from './characters.ts'
import type { Doubt, ParsedTarget } from './parsed-plan.ts'
import { readDeadline } from './target-deadlines.ts'
import { type Clause, judge, type SentenceState } from './target-judgement.ts'
import { type Quantity, readQuantities, withoutBaseline, withoutYearOfGoal } from './target-quantities.ts'
import { isAdministrative, tellsOfThePast } from './target-words.ts'

/**
 * The targets of one passage. `offset` says where in the passage a doubt arises; `by` is the deadline in force at its end.
 */
export type FoundTargets = {
  targets: ParsedTarget[]
  doubts: (Omit<Doubt, 'line'> & { offset: number })[]
  by: string | null
}

/** What a passage inherits: ISO days of a deadline stated above or beside it, and of the document's issue. */
export type TargetSetting = { by?: string | null; issuedOn?: string | null }

/** The year that another is set against: 较2022年翻一番, 在2020年基础上. */
const comparedYear = /(?:较|比|以|在|相比)20\d\d年(?!.{0,4}前)/g

/** What is longer is no clause of a sentence, whatever it is. */
const longestClause = 400

/**
 * Finds the numeric targets of a passage: what is to be reached (达到, 突破 …: level) and what is to be added each year
 * (每年引进…5家: flow). 每年 and a deadline hold to the end of their sentence, a deadline with a doubt beyond it. A number
 * that only qualifies a noun (5亿元以上外贸企业) is part of the metric's name; what was reached before the document was
 * issued is no target.
 */
export function findTargets(passage: string, taskNo: number | null, setting: TargetSetting = {}): FoundTargets {
  const found: FoundTargets = { targets: [], doubts: [], by: setting.by ?? null }
  let offset = 0
  for (const sentence of passage.split(/(?<=[。!！?？])/)) {
    if (!tellsOfThePast(sentence.slice(0, longestClause))) readSentence(sentence, offset, taskNo, setting, found)
    offset += sentence.length
  }
  return found
}

function readSentence(
  sentence: string,
  offset: number,
  taskNo: number | null,
  setting: TargetSetting,
  found: FoundTargets,
): void {
  const state: SentenceState = { perYear: false, by: found.by, byCarried: found.by !== null, subject: '', sure: false }
  let past = false
  let at = offset
  for (const part of sentence.split(/(?<=,(?!\d{3}(?!\d))|[，;；:：。])/)) {
    const raw = withoutBaseline(plainText(part.slice(0, longestClause)))
    const deadline = readDeadline(fold(raw.replace(comparedYear, '')))
    if (deadline) {
      past = setting.issuedOn != null && deadline < setting.issuedOn
      if (!past) Object.assign(state, { by: deadline, byCarried: false, perYear: false })
    }
    // a past clause is read for what it measures: the next may leave that out
    readClause(withoutYearOfGoal(raw), state, taskNo, at, past ? { targets: [], doubts: [], by: null } : found)
    if (past) state.sure = false
    at += part.length
  }
  found.by = state.by
}

function readClause(
  raw: string,
  state: SentenceState,
  taskNo: number | null,
  offset: number,
  found: FoundTargets,
): void {
  const text = fold(raw)
  const doubling = /(?:翻[一两二三1-4]?番|翻倍|倍增(?!计划|行动|工程))/.exec(text)?.[0]
  if (doubling) {
    found.doubts.push({ offset, code: 'target_unclear', params: { text: raw.slice(0, 60), value: doubling, unit: '' } })
  }
  const quantities = readQuantities(text)
  const everyYear = /每年|逐年|全年/.test(text)
  if (everyYear || /累计|总共/.test(text)) state.perYear = everyYear
  const rhythm = /每(?:个?月|季|半年|周)/.test(text)
  const clause: Clause = { perYear: state.perYear, yearly: everyYear, rhythm, several: /分别/.test(text) }
  if (isAdministrative(text)) return
  let from = 0
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1]
    if (isQualifier(text, quantity, next)) continue
    const before = raw.slice(from, quantity.start)
    const noun = readNoun(raw, quantity, next)
    from = quantity.end + noun.length
    const { target, doubts } = judge({ before, noun, quantity, clause, taskNo }, state)
    if (target) found.targets.push(target)
    found.doubts.push(...doubts.map((doubt) => ({ ...doubt, offset })))
  }
  // 每年 without a number of its own says nothing of the clauses after it
  if (everyYear && quantities.length === 0) state.perYear = false
}

/** The noun that follows its number (5家以上专精特新企业), up to the next of a list. */
function readNoun(raw: string, quantity: Quantity, next: Quantity | undefined): string {
  const rest = raw.slice(quantity.end, next?.start)
  if (!/^[\u3400-\u9FFF(（“]/.test(rest) || /^[和及与]/.test(rest)) return ''
  return (next ? /^[^、，,;；。:：和及]*/ : /^[^，,;；。:：]*/).exec(rest)?.[0] ?? ''
}

/**
 * A number is part of a noun's name when 的 joins it to one, and when 以上 and a noun follow and either it is money or
 * the count is still to come.
 */
function isQualifier(clause: string, quantity: Quantity, next: Quantity | undefined): boolean {
  const after = clause.slice(quantity.end)
  if (/^的(?!目标|水平|规模|要求|比例|速度)/.test(after)) return true
  const nounFollows = /^[\u3400-\u9FFF(“]/.test(after) && !/^[和及与]/.test(after)
  if (!nounFollows) return false
  const money = /[元币]$/.test(quantity.unit)
  if (money && quantity.bound !== '') return true
  return (next !== undefined && (money || quantity.bound !== '')) || /^级/.test(after)
}
