import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { DomainError } from '../../domain/errors.ts'
import { writeOutNumbers } from './docx-numbering.ts'
import { unpackDocx } from './docx-parts.ts'
import { htmlToLines } from './html-lines.ts'
import { isTooLong, slimDocument } from './slim-docx.ts'

/**
 * The text of a .docx: a line for each paragraph with its automatic number, a row of a table as `| a | b |`. Pictures,
 * other files inside it and external references are never opened.
 * @throws DomainError as `unpackDocx`, `plan.docx_entities` where its XML defines entities, `plan.docx_too_long`
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<string> {
  const parts = unpackDocx(name, bytes)
  const text = (part: string) => Buffer.from(parts.get(part) ?? []).toString('utf8')
  for (const part of parts.keys()) {
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text(part))) throw new DomainError('plan.docx_entities', { name })
  }
  const slim = slimDocument(text('word/document.xml'))
  const others = [...parts.keys()].filter((part) => part !== 'word/document.xml').map(text)
  if ([slim, ...others].some(isTooLong)) {
    throw new DomainError('plan.docx_too_long', { name })
  }
  const numbered = writeOutNumbers(slim, text('word/numbering.xml'), text('word/styles.xml'))
  parts.set('word/document.xml', Buffer.from(numbered))
  try {
    const archive = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }))
    const ignoreImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer: archive }, { convertImage: ignoreImage })
    return htmlToLines(value)
  } catch {
    // mammoth and its XML reader throw many kinds of errors; all mean that the file is not what it claims to be
    throw new DomainError('plan.docx_broken', { name })
  }
}
