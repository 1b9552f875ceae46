import { zipSync } from 'fflate'
import { type CellValue, readSheet } from 'read-excel-file/node'
import { DomainError } from '../../domain/errors.ts'
import type { TableRow } from '../../domain/measurement-table.ts'
import { UnpackError, unpackParts } from '../package/unpack-parts.ts'

/** What may be unpacked from one workbook, in bytes: 2,000 rows of six cells take less than a tenth of it. */
const limits = { part: 8 * 1024 * 1024, total: 16 * 1024 * 1024, entries: 500 } as const
/** Cells are laid out from the first to the last of them, so one far away would cost the memory of all between. */
const furthest = { row: 5_000, columnLetters: 2 } as const
const mostElements = 200_000

const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[\w-]+\.xml)$/

/**
 * The rows of the first sheet of an .xlsx, with the values that its formulas had when it was saved; days as ISO dates,
 * numbers to the 15 digits that Excel shows. Pictures, macros and external references are never opened.
 * @throws DomainError `target_import.broken` {name}, `target_import.too_large_inside` {name}, `target_import.too_many_rows`
 *   {most}
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<TableRow[]> {
  const parts = unpack(name, bytes)
  for (const part of parts.values()) checkPart(name, Buffer.from(part).toString('utf8'))
  try {
    const archive = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }))
    const rows = await readSheet(archive, { parseNumber: (text) => text })
    return rows.map((cells, index) => ({ no: index + 1, cells: cells.map(cellText) }))
  } catch {
    // The reader throws many kinds of errors; all mean that the file is not what it claims to be.
    throw new DomainError('target_import.broken', { name })
  }
}

function unpack(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unpackParts(bytes, (part) => wanted.test(part), limits)
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error
    throw new DomainError(error.reason === 'broken' ? 'target_import.broken' : 'target_import.too_large_inside', {
      name,
    })
  }
}

function checkPart(name: string, xml: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new DomainError('target_import.broken', { name })
  let elements = 0
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) if (xml[at + 1] !== '/') elements++
  if (elements > mostElements) throw new DomainError('target_import.too_large_inside', { name })
  for (const [, letters = '', row = ''] of xml.matchAll(/\sr\s*=\s*["']\s*([A-Za-z]*)(\d+)/g)) {
    if (Number(row) > furthest.row || letters.length > furthest.columnLetters) {
      throw new DomainError('target_import.too_many_rows', { most: furthest.row })
    }
  }
}

function cellText(cell: CellValue | string | null): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  const text = String(cell ?? '').trim()
  return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text) ? plainNumber(text) : text
}

/** Without the noise of binary fractions (0.30000000000000004) and without an exponent; what is too long stays. */
function plainNumber(text: string): string {
  if (/^-?\d{1,15}$/.test(text)) return text
  const number = Number(text)
  if (!(Math.abs(number) < 1e15) || (number !== 0 && Math.abs(number) < 1e-6)) return text
  const places = Math.max(0, 15 - Math.trunc(Math.abs(number)).toString().length)
  return number.toFixed(places).replace(/\.?0+$/, '')
}
