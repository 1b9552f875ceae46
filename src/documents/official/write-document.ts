import { AlignmentType, Document, type FileChild, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { plainLine } from '../package/plain-text.ts'
import { repack } from '../package/repack.ts'
import { coreProperties } from './core-properties.ts'
import { fontTable } from './fonts.ts'
import { page, pt } from './measures.ts'
import { paragraph } from './paragraphs.ts'
import { officialStyles } from './styles.ts'

/** What a document is besides its text. */
export type DocumentFacts = { locale: Locale; title: string; creator: string; draft: boolean }

/**
 * An official document (.docx) in the layout of GB/T 9704-2012, the same bytes for the same content: its parts hold no
 * time and no random id, and the package is zipped anew with fixed times.
 */
export async function writeDocument(facts: DocumentFacts, children: readonly FileChild[]): Promise<Buffer> {
  const { locale, draft } = facts
  const mark = draft
    ? new Header({ children: [paragraph(locale, 'DraftMark', t(locale, 'document.draft_mark'))] })
    : null
  const document = new Document({
    styles: officialStyles(locale),
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { ...page.margin, header: page.header, footer: page.footer, gutter: 0 },
          },
        },
        ...(mark ? { headers: { default: mark, even: mark } } : {}),
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children,
      },
    ],
  })
  const packed = await Packer.toBuffer(document)
  return repack(packed, (path) => {
    if (path === 'word/fontTable.xml') return fontTable()
    if (path === 'docProps/core.xml')
      return coreProperties(plainLine(facts.title.replaceAll('\n', '')), plainLine(facts.creator), locale)
    return undefined
  })
}

/** — 1 — in 四号宋体, one character in from the right on odd pages and from the left on even ones (7.5). */
function pageNumber(side: 'odd' | 'even'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: pt(14) } : { left: pt(14) },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}
