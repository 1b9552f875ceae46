import { type FileChild, ImageRun, LineRuleType, Paragraph } from 'docx'
import { type Chart, chart } from '../../domain/chart.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { chartPicture, pictureSize } from '../charts/chart-picture.ts'
import { paragraph } from '../official/paragraphs.ts'
import { plainLine } from '../package/plain-text.ts'

/** 155 mm in pixels of 96 to the inch, the library's unit: as wide as the text. */
const width = 586
const height = Math.round((width * pictureSize.height) / pictureSize.width)

/**
 * A chart as a figure with its number and title beneath; its numbers are its alternative text. The number is also the
 * drawing's id, which the library would count on from one document to the next.
 */
export async function figure(locale: Locale, drawn: Chart, n: number): Promise<FileChild[]> {
  // Not cut silently by the drawing: what a chart cannot hold is no chart.
  const data = await chartPicture(chart.parse(drawn), locale)
  const title = t(locale, 'compilation.figure', { n, title: plainLine(drawn.title) })
  const image = new ImageRun({
    type: 'png',
    data,
    transformation: { width, height },
    altText: { id: String(n), name: title, title, description: plainLine(describe(locale, drawn)) },
  })
  return [
    new Paragraph({
      style: 'TableCentered',
      keepNext: true,
      // A line of an exact height would cut the picture to it.
      spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 120 },
      children: [image],
    }),
    paragraph(locale, 'TableCentered', title),
  ]
}

/** The chart's numbers in words, for who does not see it. */
function describe(locale: Locale, { title, unit, categories, series }: Chart): string {
  const separator = t(locale, 'list.separator')
  const values = categories.map((category, index) => {
    const own = series.map(({ name, values: all }) => `${name} ${all[index]}${unit}`)
    return `${category} ${own.join(separator)}`
  })
  return t(locale, 'compilation.figure_text', {
    title,
    values: values.join(t(locale, 'compilation.sentence_separator')),
  })
}
