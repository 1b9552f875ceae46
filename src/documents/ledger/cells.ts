import type { CellObject } from 'write-excel-file/node'
import { plainText } from '../package/plain-text.ts'

/** A cell holds at most so many characters (Excel's specifications and limits). */
const longest = 32_767

/**
 * Stands before every text until the package is written. The library looks texts up in a plain object, so that
 * "constructor" would find what is no text of ours; and it keeps only the white space that it sees at a text's ends.
 */
export const textMark = '\ue000'

const plainCell = { alignVertical: 'top', wrap: true } as const

/**
 * A text that stays one: a shared string, never a formula, in a cell of the format Text, so that =1+1 is still text
 * after somebody has edited it.
 */
export function textCell(text: string): CellObject {
  const clean = plainText(text)
  if (clean === '') return { ...plainCell }
  return { ...plainCell, type: String, format: '@', value: textMark + cut(escaped(clean)) }
}

/** A number that can be summed and sorted. */
export function numberCell(value: number | null): CellObject {
  return value === null ? { ...plainCell } : { ...plainCell, type: Number, value, align: 'center' }
}

/**
 * A day as a true date, so that it sorts, filters by month and counts days; its format writes it as ISO in every
 * language. The serial number comes from UTC midnight, whatever the zone of the process.
 */
export function dayCell(isoDay: string | null): CellObject {
  if (isoDay === null) return { ...plainCell }
  return { ...plainCell, type: Date, value: new Date(`${isoDay}T00:00:00Z`), format: 'yyyy-mm-dd', align: 'center' }
}

/** A heading. */
export function headCell(text: string): CellObject {
  return {
    type: String,
    value: textMark + text,
    fontWeight: 'bold',
    backgroundColor: '#E7E6E6',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    bottomBorderStyle: 'thin',
  }
}

/** Excel reads _x0041_ in a text as A; an escaped underscore keeps it (ECMA-376 Part 1, 22.9.2.19). */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
