import { endsSentence } from './characters.ts'
import { readHeadingMark } from './heading-marks.ts'
import type { SourceLine } from './source-lines.ts'

const boxTitle = /^专栏 ?[\d一二三四五六七八九十]{1,3}(?:[ :：、]|[\u3400-\u9FFF“]|$)/

/**
 * Takes out the boxes (专栏1 重大工程) that stand between the paragraphs of a plan: their numbering is their own and none of the
 * tasks'. A box ends at a heading of an outer level or one that carries on the numbering from before it.
 */
export function takeOutBoxes(lines: readonly SourceLine[]): { lines: SourceLine[]; boxes: SourceLine[][] } {
  const kept: SourceLine[] = []
  const boxes: SourceLine[][] = []
  let box: SourceLine[] | null = null
  let lastInBox = 0
  let lastOutside = 0
  for (const line of lines) {
    const mark = line.cells ? null : readHeadingMark(line.text)
    const digit = mark?.kind === 'digit' ? mark.number : null
    if (box && mark && (/^(?:chapter|part|han|han_bracket)$/.test(mark.kind) || line.headingLevel > 0)) box = null
    if (box && digit === lastOutside + 1 && digit !== lastInBox + 1) box = null
    if (boxTitle.test(line.text) && endsSentence(kept.at(-1)?.text ?? '')) {
      box = []
      boxes.push(box)
      lastInBox = 0
    }
    if (box) {
      box.push(line)
      lastInBox = digit ?? lastInBox
    } else {
      kept.push(line)
      lastOutside = digit ?? (mark && !/digit/.test(mark.kind) ? 0 : lastOutside)
    }
  }
  return { lines: kept, boxes }
}
