import { fold } from './characters.ts'
import type { SourceLine } from './source-lines.ts'

/** The usual levels of Chinese official documents (GB/T 9704-2012, 7.3.3), outermost first. */
export const markKinds = ['chapter', 'part', 'han', 'han_bracket', 'digit', 'digit_bracket'] as const
type MarkKind = (typeof markKinds)[number]

/** A numbered heading's mark at the start of a line; `length` counts its code units. */
export type HeadingMark = { kind: MarkKind; number: number; label: string; length: number }

const han = '[一二三四五六七八九十百〇零两]{1,5}'
const patterns: readonly (readonly [MarkKind, RegExp])[] = [
  ['chapter', new RegExp(`^第 ?(${han}|\\d{1,2}) ?(?:章|部分|篇|编)[、:,. ]?`)],
  ['part', new RegExp(`^第 ?(${han}|\\d{1,2}) ?节[、:,. ]?`)],
  ['han', new RegExp(`^(${han}) ?[、.,](?! ?${han}[、产])`)],
  ['han_bracket', new RegExp(`^\\( ?(${han}) ?\\)[、.]?`)],
  ['digit', /^(?:任务|重点任务)?(\d{1,3}) ?(?:[.、](?!\d)|[:,](?=[^\d]))/],
  ['digit_bracket', /^\( ?(\d{1,3}) ?\)[、.]?/],
]

/** The heading mark a line starts with: 一、 (一) 1. (1) and 第一章, half- or full-width; null if it has none. */
export function readHeadingMark(line: string): HeadingMark | null {
  const head = fold(line.slice(0, 16))
  for (const [kind, pattern] of patterns) {
    const match = pattern.exec(head)
    const label = match?.[1]
    if (!match || !label) continue
    const number = /^\d/.test(label) ? Number(label) : readHanNumber(label)
    if (number === null || number === 0) return null
    return { kind, number, label, length: match[0].length }
  }
  return null
}

const digits = '零一二三四五六七八九'

/** A Chinese numeral up to 999 (十二, 二十, 一百零三), null where it is none. */
export function readHanNumber(text: string): number | null {
  let total = 0
  let digit = 0
  for (const char of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    if (char === '百') total += (digit || 1) * 100
    else if (char === '十') total += (digit || 1) * 10
    else if (digits.includes(char)) {
      if (digit > 0) return null
      digit = digits.indexOf(char)
      continue
    } else return null
    digit = 0
  }
  return total + digit
}

/** Puts a heading mark together that a very narrow setting has broken over lines. */
export function joinSplitMarks(lines: readonly SourceLine[]): SourceLine[] {
  const joined: SourceLine[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (!line) continue
    let text = line.text
    let used = index
    while (/^[第(（]?[一二三四五六七八九十\d]{0,4}[)）]?$/.test(text) && used < index + 6)
      text += lines[++used]?.text ?? ''
    const mark = used > index ? readHeadingMark(text) : null
    joined.push(mark ? { ...line, text } : line)
    if (mark) index = used
  }
  return joined
}
