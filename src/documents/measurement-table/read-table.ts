import { DomainError } from '../../domain/errors.ts'
import type { TableRow } from '../../domain/measurement-table.ts'
import { decodeText } from '../plan-file/decode-text.ts'
import { readSeparated } from './read-separated.ts'
import { readWorkbook } from './read-workbook.ts'

/** The largest file that is read, in bytes. */
export const largestTableFile = 1024 * 1024

/**
 * The rows of a table: the first sheet of an .xlsx, or text with separators in UTF-8, UTF-16 or GB18030, told apart by
 * content and not by name. Rows are numbered as the file shows them.
 * @throws DomainError with `name`: `target_import.too_large` {most: MB}, `target_import.empty`, `target_import.old_excel`,
 *   `target_import.not_table`, `target_import.broken`, and as the readers
 */
export async function readTableFile(name: string, bytes: Uint8Array): Promise<TableRow[]> {
  if (bytes.length > largestTableFile) throw new DomainError('target_import.too_large', { most: 1 })
  if (bytes.length === 0) throw new DomainError('target_import.empty')
  const begins = (...magic: number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new DomainError('target_import.old_excel', { name })
  if (begins(0x50, 0x4b)) return readWorkbook(name, bytes)
  return readSeparated(name, decode(name, bytes))
}

/** The rows of a table that was pasted. @throws DomainError as `readSeparated` */
export function readTableText(text: string): TableRow[] {
  return readSeparated('', text)
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(name, bytes)
  } catch (error) {
    if (error instanceof DomainError) throw new DomainError('target_import.not_table', { name })
    throw error
  }
}
