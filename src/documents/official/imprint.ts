import { AlignmentType, type FileChild, Paragraph } from 'docx'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { pt } from './measures.ts'
import { paragraph, run } from './paragraphs.ts'
import { openTable } from './tables.ts'

/** Who gets a document, who issues it, and when; null: not issued yet. */
export type ImprintFacts = {
  sentTo: readonly string[]
  copiedTo: readonly string[]
  office: string
  issuedOn: string | null
}

/**
 * The imprint (版记, GB/T 9704-2012, 7.4): 主送, 抄送, and the issuing office with the day of issue, in 四号仿宋 between
 * rules of 0.35 mm, and of 0.25 mm inside. What nobody gets has no line.
 */
export function imprint(locale: Locale, { sentTo, copiedTo, office, issuedOn }: ImprintFacts): FileChild[] {
  const issued =
    issuedOn === null ? t(locale, 'document.not_issued') : t(locale, 'document.issued_on', { day: issuedOn })
  const left = new Paragraph({ style: 'Imprint', indent: { left: pt(14) }, children: [run(locale, office)] })
  const right = new Paragraph({
    style: 'Imprint',
    alignment: AlignmentType.RIGHT,
    indent: { right: pt(14) },
    children: [run(locale, issued)],
  })
  return [
    paragraph(locale, 'Body', ''),
    openTable(
      [
        ...receivers(locale, t(locale, 'document.sent_to'), sentTo),
        ...receivers(locale, t(locale, 'document.copied_to'), copiedTo),
        [
          { width: 86, child: left },
          { width: 70, child: right },
        ],
      ],
      { above: 8, between: 6, below: 8, color: '000000' },
    ),
  ]
}

function receivers(locale: Locale, label: string, names: readonly string[]) {
  if (names.length === 0) return []
  const text = `${names.join(t(locale, 'document.name_separator'))}${t(locale, 'document.sentence_end')}`
  const hanging = locale === 'zh-CN' ? pt(42) : pt(56)
  return [
    [
      {
        width: 156,
        child: new Paragraph({
          style: 'Imprint',
          indent: { left: pt(14) + hanging, right: pt(14), hanging },
          children: [run(locale, label), run(locale, text)],
        }),
      },
    ],
  ]
}
