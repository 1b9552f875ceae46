import { DomainError } from '../../domain/errors.ts'
import { UnpackError, unpackParts } from '../package/unpack-parts.ts'

/** What may be unpacked from one .docx, in bytes; the text of a long plan takes less than a tenth of it. */
const docxLimits = { part: 8 * 1024 * 1024, total: 16 * 1024 * 1024, entries: 2_000 } as const

const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\d?\.xml|word\/_rels\/[\w.]+\.rels)$/

/**
 * The text parts of a .docx by name, unpacked with a limit on what really comes out, whatever sizes it declares.
 * @throws DomainError `plan.file_too_large` { megabytes }, `plan.docx_broken`, `plan.file_not_docx`
 */
export function unpackDocx(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = unpack(name, bytes)
  if (!parts.has('word/document.xml')) throw new DomainError('plan.file_not_docx', { name })
  return parts
}

function unpack(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unpackParts(bytes, (part) => wanted.test(part), docxLimits)
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error
    if (error.reason === 'broken') throw new DomainError('plan.docx_broken', { name })
    throw new DomainError('plan.file_too_large', { name, megabytes: docxLimits.part / 1024 / 1024 })
  }
}
