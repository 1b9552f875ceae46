import type { CellObject } from 'write-excel-file/node'

const linePoints = 15
/** Excel's highest row. */
const highest = 409

/**
 * A row's cells with the height that its longest text needs: programs other than Excel do not find it on opening, and
 * would show the first line alone.
 */
export function withHeight(row: readonly { cell: CellObject; width: number }[]): CellObject[] {
  const lines = Math.max(1, ...row.map(({ cell, width }) => linesOf(cell, width)))
  const height = Math.min(lines * linePoints, highest)
  return row.map(({ cell }, index) => (index === 0 ? { ...cell, height } : cell))
}

function linesOf({ value }: CellObject, width: number): number {
  if (typeof value !== 'string') return 1
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0)
}

/** In digits, the unit of a column's width: a Han character takes two. */
function widthOf(line: string): number {
  let width = 0
  for (const char of line) width += (char.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2
  return width
}
