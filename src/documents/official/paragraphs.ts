import { Paragraph, Tab, TextRun } from 'docx'
import type { Locale } from '../../i18n/locale.ts'
import { plainLines, plainText, unbroken } from '../package/plain-text.ts'
import { faces } from './fonts.ts'
import { pt } from './measures.ts'
import { fontOf, type StyleId } from './styles.ts'

/** How a stretch of text looks. */
export type Look = { bold?: boolean; face?: string }

/**
 * A stretch of text. It is always given as `text`: among a run's children the library reads some words, CURRENT for
 * one, as fields.
 */
export function run(locale: Locale, text: string, { bold, face }: Look = {}): TextRun {
  return new TextRun({
    text: unbroken(plainText(text)),
    ...(bold ? { bold } : {}),
    ...(face ? { font: fontOf(locale)(face) } : {}),
  })
}

/** A paragraph of one style. */
export function paragraph(locale: Locale, style: StyleId, text: string): Paragraph {
  return new Paragraph({ style, children: [run(locale, text)] })
}

/** A paragraph that stands on the page of what follows it, such as a table. */
export function leadIn(locale: Locale, text: string): Paragraph {
  return new Paragraph({ style: 'Body', keepNext: true, children: [run(locale, text)] })
}

/** A title, a line of it a paragraph, with an empty line's room above and most of one below (7.3.1). */
export function titleParagraphs(locale: Locale, title: string): Paragraph[] {
  const lines = plainLines(title)
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: 'DocumentTitle',
        spacing: {
          ...(index === 0 ? { before: pt(28) } : {}),
          ...(index === lines.length - 1 ? { after: pt(20) } : {}),
        },
        children: [run(locale, line)],
      }),
  )
}

/** A paragraph that opens with a bold word, the third level of headings (GB/T 9704-2012, 7.3.3). */
export function ledParagraph(locale: Locale, lead: string, text: string): Paragraph {
  return new Paragraph({ style: 'Body', children: [run(locale, lead, { bold: true }), run(locale, text)] })
}

/** A label in 黑体 and its values, each on a line under the first (10.3); nothing where there are none. */
export function labelled(locale: Locale, label: string, values: readonly string[]): Paragraph[] {
  return values.map((value, index) =>
    index === 0
      ? new Paragraph({
          style: 'Labelled',
          children: [
            run(locale, label.trimEnd(), { face: faces.heading }),
            // Chinese labels are as wide as the indent; Latin ones are brought to it.
            ...(locale === 'zh-CN' ? [] : [new TextRun({ children: [new Tab()] })]),
            run(locale, value),
          ],
        })
      : paragraph(locale, 'Continued', value),
  )
}
