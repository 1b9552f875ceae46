import { AlignmentType, type FileChild, Paragraph } from 'docx'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { faces } from './fonts.ts'
import { red } from './measures.ts'
import { paragraph, run, titleParagraphs } from './paragraphs.ts'
import { openTable } from './tables.ts'

/** What a document's head names. */
export type MastheadFacts = { mark: string; number: string; office: string; signedBy: string | null; title: string }

/**
 * The head of minutes (GB/T 9704-2012, 10.3): the mark in red 小标宋, the number, the issuing office with the signer
 * (签发人, 7.2.6), a red rule as wide as the text (7.2.7), the title.
 */
export function masthead(locale: Locale, { mark, number, office, signedBy, title }: MastheadFacts): FileChild[] {
  const right = locale === 'zh-CN' ? 44 : 66
  const signer = signedBy ?? t(locale, 'document.not_signed')
  const signature = [run(locale, t(locale, 'document.approved_by')), run(locale, signer, { face: faces.script })]
  return [
    paragraph(locale, 'Mark', mark),
    paragraph(locale, 'Number', number),
    openTable(
      [
        [
          { width: 156 - right, child: paragraph(locale, 'HeadLine', office) },
          {
            width: right,
            child: new Paragraph({ style: 'HeadLine', alignment: AlignmentType.RIGHT, children: signature }),
          },
        ],
      ],
      { above: 0, between: 0, below: 16, color: red },
    ),
    ...titleParagraphs(locale, title),
  ]
}
