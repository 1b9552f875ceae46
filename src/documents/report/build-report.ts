import { AlignmentType, type FileChild, Paragraph } from 'docx'
import type { Chart } from '../../domain/chart.ts'
import type { CompiledReport } from '../../domain/compilation/report-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { pt } from '../official/measures.ts'
import { paragraph, run, titleParagraphs } from '../official/paragraphs.ts'
import { writeDocument } from '../official/write-document.ts'
import { burdenSection } from './burden-section.ts'
import { figure } from './figure.ts'
import { issuesSection } from './issues-section.ts'
import { missingSection } from './missing-section.ts'
import { nextStepsSection } from './next-steps-section.ts'
import { overviewSection } from './overview-section.ts'
import { practicesSection } from './practices-section.ts'
import { reportCharts } from './report-charts.ts'
import type { Figures, MakeSection } from './section.ts'
import { stepsSection } from './steps-section.ts'
import { targetsSection } from './targets-section.ts'
import { tasksSection } from './tasks-section.ts'

/** The parts of the body in their order; one that has nothing to say is left out, and the others number on. */
const sections: readonly MakeSection[] = [
  overviewSection,
  targetsSection,
  tasksSection,
  stepsSection,
  issuesSection,
  practicesSection,
  missingSection,
  burdenSection,
  nextStepsSection,
]

/**
 * The report of a period on the whole plan as a .docx in the layout of GB/T 9704-2012, its charts as pictures. The same
 * content gives the same bytes.
 */
export async function buildReport(locale: Locale, report: CompiledReport): Promise<Buffer> {
  const period = t(locale, 'period.name', { key: report.period.key })
  const title = t(locale, 'compilation.title', { plan: report.planTitle, period })
  const office = t(locale, 'compilation.office')
  const figures = await makeFigures(locale, report)
  const parts = sections.map((section) => section(locale, report, figures)).filter((section) => section !== null)
  return writeDocument({ locale, title, creator: office, draft: false }, [
    ...titleParagraphs(locale, title),
    paragraph(locale, 'Subtitle', t(locale, 'compilation.as_of', { day: report.asOf })),
    ...parts.flatMap(({ title: heading, children }, index) => [
      paragraph(locale, 'Level1', t(locale, 'document.heading1', { n: index + 1, title: heading })),
      ...children,
    ]),
    ...signature(locale, office, t(locale, 'document.day', { day: report.on })),
  ])
}

/** The figures, numbered through the document in the order they stand in it. */
async function makeFigures(locale: Locale, report: CompiledReport): Promise<Figures> {
  const charts = reportCharts(locale, report)
  let n = 0
  const drawn = async (all: readonly Chart[]) => {
    const figures: FileChild[] = []
    for (const one of all) figures.push(...(await figure(locale, one, ++n)))
    return figures
  }
  return {
    sections: await drawn(charts.sections),
    targets: await drawn(charts.targets),
    trends: await drawn(charts.trends),
    undrawn: charts.undrawn,
  }
}

/** The office and the day (成文日期), four characters in from the right (GB/T 9704-2012, 7.3.5). */
function signature(locale: Locale, office: string, day: string): Paragraph[] {
  return [office, day].map(
    (text, index) =>
      new Paragraph({
        style: 'Body',
        alignment: AlignmentType.RIGHT,
        indent: { right: pt(64), firstLine: 0 },
        keepLines: true,
        ...(index === 0 ? { keepNext: true, spacing: { before: pt(28) } } : {}),
        children: [run(locale, text)],
      }),
  )
}
