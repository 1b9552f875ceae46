import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { DomainError } from '../../domain/errors.ts'
import { decodeText } from './decode-text.ts'
import { readDocx } from './read-docx.ts'

/** The largest file that is read, in bytes. */
export const largestPlanFile = 10 * 1024 * 1024

const refused: readonly (readonly [string, readonly number[]])[] = [
  ['plan.file_old_word', [0xd0, 0xcf, 0x11, 0xe0]],
  ['plan.file_pdf', [0x25, 0x50, 0x44, 0x46]],
  ['plan.file_rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/**
 * The text of a plan's document: .docx, or text in UTF-8, UTF-16 or GB18030, told apart by content and not by name. A
 * paragraph of a .docx is one line, a row of a table one line with `|`.
 * @throws DomainError with `name`: `plan.empty`, `plan.file_too_large` { megabytes }, `plan.file_old_word`, `plan.file_pdf`,
 * `plan.file_rtf`, `plan.file_not_text`, `plan.file_not_docx`, `plan.docx_broken`, `plan.docx_entities`, `plan.docx_too_long`
 */
export async function readPlanFile(name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length > largestPlanFile) throw tooLarge(name)
  if (bytes.length === 0) throw new DomainError('plan.empty', { name })
  for (const [code, magic] of refused) {
    if (magic.every((byte, index) => bytes[index] === byte)) throw new DomainError(code, { name })
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
  const text = isZip ? await readDocx(name, bytes) : decodeText(name, bytes)
  if (text.trim() === '') throw new DomainError('plan.empty', { name })
  return text
}

/**
 * `readPlanFile` of a path; a file over the limit is refused before it is read.
 * @throws DomainError `plan.file_missing` where there is no such file, and as `readPlanFile`
 */
export async function readPlanPath(path: string): Promise<string> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new DomainError('plan.file_missing', { name })
  if (found.size > largestPlanFile) throw tooLarge(name)
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) throw new DomainError('plan.file_missing', { name })
  return readPlanFile(name, bytes)
}

function tooLarge(name: string): DomainError {
  return new DomainError('plan.file_too_large', { name, megabytes: largestPlanFile / 1024 / 1024 })
}
