import { parse } from 'csv-parse/sync'
import { DomainError } from '../../domain/errors.ts'
import type { TableRow } from '../../domain/measurement-table.ts'

/** More is no table of ours, which has seven columns. Characters of a row; rows, as of a workbook; columns. */
const atMost = { max_record_size: 50_000, to: 5_000 } as const
const columnsAtMost = 700

const separators = ['\t', ',', '，', ';', '；', '|'] as const

/**
 * The rows of a text with separators: those that its first line with any has most of, a tab before all. Quoted cells may
 * hold separators and line ends.
 * @throws DomainError `target_import.empty`, `target_import.broken` {name}
 */
export function readSeparated(name: string, text: string): TableRow[] {
  if (text.trim() === '') throw new DomainError('target_import.empty')
  const options = {
    delimiter: separatorOf(text),
    relax_column_count: true,
    relax_quotes: true,
    bom: true,
    trim: true,
    ...atMost,
  }
  try {
    const rows: string[][] = parse(text, options)
    if (rows.some(({ length }) => length > columnsAtMost)) throw new RangeError('columns')
    return rows.map((cells, index) => ({ no: index + 1, cells }))
  } catch {
    // Whatever the parser minds (a quote that is never closed), the text is no table.
    throw new DomainError('target_import.broken', { name })
  }
}

function separatorOf(text: string): string {
  for (const line of text.split(/\r?\n/, 20)) {
    const [best] = separators
      .map((separator) => ({ separator, count: line.split(separator).length - 1 }))
      .filter(({ count }) => count > 0)
      .sort(
        (one, other) => Number(other.separator === '\t') - Number(one.separator === '\t') || other.count - one.count,
      )
    if (best) return best.separator
  }
  return ','
}
