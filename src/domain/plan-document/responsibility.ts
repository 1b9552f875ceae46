import { fold } from './characters.ts'
import { readUnitList, startsWithAnyLabel, startsWithLabel, type UnitList } from './unit-lists.ts'
import { isGenericUnit, isOfficeName, isUnitName } from './unit-words.ts'

/** A statement of responsibility in a text: `text.slice(start, end)` is the whole of it, brackets and all. */
export type Statement = UnitList & {
  start: number
  end: number
  /** false for a bare list of units in brackets */
  labelled: boolean
  /** the bracket that opened it is never closed */
  unclosed: boolean
  /** it begins a paragraph of its own */
  ownParagraph: boolean
}

const longest = 800
/** Brackets within brackets beyond this are nobody's list of units. */
const deepest = 3

/**
 * Finds the statements of responsibility in a text, in order: in brackets of any kind, after a label without brackets
 * (to the end of its sentence or paragraph), or as a sentence that says who leads and who takes part.
 */
export function findStatements(text: string): Statement[] {
  const plain = fold(text)
  const closes = matchBrackets(plain)
  const found: Statement[] = []
  let sentence = 0
  let index = 0
  while (index < plain.length) {
    const statement =
      plain[index] === '('
        ? readBracket(plain, index, closes.get(index))
        : index === sentence
          ? (readLabelled(plain, index) ?? readSentence(plain, index))
          : null
    if (statement) {
      const before = plain.slice(Math.max(0, statement.start - 1), statement.start)
      found.push({ ...statement, ownParagraph: before === '' || before === '\n' })
      index = statement.end
      sentence = index
      continue
    }
    if (/[。\n;)]/.test(plain[index] ?? '') || (index === sentence && plain[index] === ' ')) sentence = index + 1
    index++
  }
  return found
}

type Found = Omit<Statement, 'ownParagraph'>

function matchBrackets(text: string): Map<number, number> {
  const closes = new Map<number, number>()
  const open: number[] = []
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '(') open.push(index)
    else if (text[index] === ')') {
      const start = open.pop()
      if (start !== undefined && open.length < deepest) closes.set(start, index)
    }
  }
  return closes
}

function readBracket(text: string, start: number, close: number | undefined): Found | null {
  if (close === undefined || close - start > longest) {
    if (!startsWithLabel(text.slice(start + 1, start + 25))) return null
    const rest = text.slice(start + 1, start + longest)
    const stop = /[。\n]/.exec(rest)?.index ?? rest.length
    return { ...readUnitList(rest.slice(0, stop)), start, end: start + 1 + stop, labelled: true, unclosed: true }
  }
  const inside = text.slice(start + 1, close)
  const end = close + 1
  if (startsWithLabel(inside)) return { ...readUnitList(inside), start, end, labelled: true, unclosed: false }
  if (inside.length > 300) return null
  const endsParagraph = /^[。;]?(?:\n|$)/.test(text.slice(end, end + 2))
  const says = /牵头|负责|配合|落实|分工/.test(inside)
  if (!says && !endsParagraph) return null
  const list = readUnitList(inside)
  if (!says && !list.units.some((unit) => isOfficeName(unit.name))) return null
  return namesBodies(list) ? { ...list, start, end, labelled: says, unclosed: false } : null
}

function readLabelled(text: string, start: number): Found | null {
  if (!startsWithLabel(text.slice(start, start + 24)) && !startsWithPerson(text, start)) return null
  const limit = Math.min(text.length, start + longest)
  let end = start
  while (end < limit) {
    const char = text[end] ?? ''
    if (char === '。') break
    if (char === '\n' && !/[、,:;]/.test(text[end - 1] ?? '') && !startsWithAnyLabel(text.slice(end + 1, end + 25)))
      break
    end++
  }
  return { ...readUnitList(text.slice(start, end)), start, end, labelled: true, unclosed: false }
}

/** 责任领导:分管副市长 on a line of its own, the units on the next. */
function startsWithPerson(text: string, start: number): boolean {
  if (!startsWithAnyLabel(text.slice(start, start + 24))) return false
  const end = text.slice(start, start + 60).indexOf('\n')
  return end !== -1 && startsWithLabel(text.slice(start + end + 1, start + end + 25))
}

function readSentence(text: string, start: number): Found | null {
  const head = text.slice(start, start + 300)
  const stop = /[。\n]/.exec(head)?.index ?? (head.length < 300 ? head.length : -1)
  const sentence = head.slice(0, Math.max(0, stop))
  if (!/牵头|负责|配合|会同/.test(sentence)) return null
  const list = readUnitList(sentence)
  return namesBodies(list) ? { ...list, start, end: start + stop, labelled: true, unclosed: false } : null
}

/** Whether a list without a label is nothing but bodies, at least one of them named. */
function namesBodies(list: UnitList): boolean {
  return (
    list.units.some((unit) => isUnitName(unit.name) && !isGenericUnit(unit.name)) &&
    list.units.every((unit) => isUnitName(unit.name) || isGenericUnit(unit.name))
  )
}

/** The text without its statements, nor the stops they leave behind. */
export function cutStatements(text: string, statements: readonly Statement[]): string {
  let kept = ''
  let position = 0
  for (const statement of statements) {
    kept += text.slice(position, statement.start)
    position = statement.end
    if (/[。;；]/.test(text[position] ?? '') && /(?:^|[。.;；!\n])\s*$/.test(kept.slice(-3))) position++
  }
  return (kept + text.slice(position)).trim()
}
