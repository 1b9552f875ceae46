import { Unzip, UnzipInflate } from 'fflate'
import { DomainError } from '../../domain/errors.ts'

/** What may be unpacked from one .docx, in bytes; the text of a long plan takes less than a tenth of it. */
const docxLimits = { part: 8 * 1024 * 1024, total: 16 * 1024 * 1024, entries: 2_000 } as const

/** Input is handed over in pieces so small that one piece cannot unfold to more than about 16 MB. */
const pieceSize = 16 * 1024
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\d?\.xml|word\/_rels\/[\w.]+\.rels)$/

/**
 * The text parts of a .docx by name, unpacked with a limit on what really comes out, whatever sizes it declares.
 * @throws DomainError `plan.file_too_large` { megabytes }, `plan.docx_broken`, `plan.file_not_docx`
 */
export function unpackDocx(name: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>()
  let total = 0
  let entries = 0
  const unzip = new Unzip((file) => {
    if (++entries > docxLimits.entries) throw new DomainError('plan.docx_broken', { name })
    if (!wanted.test(file.name)) return
    const chunks: Uint8Array[] = []
    let size = 0
    file.ondata = (error, chunk, final) => {
      if (error) throw error
      size += chunk.length
      total += chunk.length
      if (size > docxLimits.part || total > docxLimits.total) throw tooLarge(name)
      chunks.push(chunk)
      if (final) parts.set(file.name, Buffer.concat(chunks))
    }
    if ((file.originalSize ?? 0) > docxLimits.part) throw tooLarge(name)
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += pieceSize) {
      unzip.push(bytes.subarray(at, at + pieceSize), at + pieceSize >= bytes.length)
    }
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('plan.docx_broken', { name })
  }
  // what was cut off may hold the rest of the plan: a part of a plan is worse than none
  if (!hasDirectoryEnd(bytes)) throw new DomainError('plan.docx_broken', { name })
  if (!parts.has('word/document.xml')) throw new DomainError('plan.file_not_docx', { name })
  return parts
}

function tooLarge(name: string): DomainError {
  return new DomainError('plan.file_too_large', { name, megabytes: docxLimits.part / 1024 / 1024 })
}

/** Whether the end of the archive is there: its directory's last record, within the longest comment of the end. */
function hasDirectoryEnd(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(-65_557)).includes(Buffer.from([0x50, 0x4b, 5, 6]))
}
