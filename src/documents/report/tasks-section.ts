import type { FileChild } from 'docx'
import type { AcceptedReport, SectionProgress, TaskProgress } from '../../domain/compilation/report-content.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { ledParagraph, paragraph } from '../official/paragraphs.ts'
import { ruledTable } from '../official/tables.ts'
import { plainLine, plainLines } from '../package/plain-text.ts'
import type { MakeSection } from './section.ts'

/** What a participant reported stands in short, in so many characters. */
const participantLength = 100

/** 任务进展: all tasks in a table, then section by section what the leads reported, the participants in short. */
export const tasksSection: MakeSection = (locale, { sections }) => {
  const tasks = sections.flatMap((section) => section.tasks)
  const isShortened = tasks
    .flatMap(({ participants }) => participants)
    .some(({ summary }) => shortened(summary) !== plainLine(summary))
  return {
    title: t(locale, 'compilation.tasks'),
    children: [
      taskTable(locale, tasks),
      ...sections.flatMap((section, index) => sectionParagraphs(locale, section, index + 1)),
      ...(isShortened ? [paragraph(locale, 'Body', t(locale, 'compilation.shortened'))] : []),
    ],
  }
}

function taskTable(locale: Locale, tasks: readonly TaskProgress[]): FileChild {
  const columns = [
    { head: t(locale, 'compilation.column.task_no'), width: 14, centered: true },
    { head: t(locale, 'compilation.column.task'), width: 60 },
    { head: t(locale, 'compilation.column.lead'), width: 38 },
    { head: t(locale, 'compilation.column.status'), width: 24, centered: true },
    { head: t(locale, 'compilation.column.percent'), width: 20, centered: true },
  ]
  const rows = tasks.map(({ no, title, lead, report, missing }) => [
    String(no),
    title,
    lead ?? '—',
    report
      ? t(locale, `compilation.status.${report.status}`)
      : t(locale, `compilation.missing.${missing ?? 'unfiled'}`),
    report?.percent == null ? '—' : `${report.percent}%`,
  ])
  return ruledTable(locale, columns, rows, { whole: true })
}

function sectionParagraphs(locale: Locale, { no, title, counts, tasks }: SectionProgress, n: number): FileChild[] {
  return [
    paragraph(locale, 'Level2', t(locale, 'document.heading2', { n, title: title || no })),
    paragraph(locale, 'Body', t(locale, 'compilation.section_counts', counts)),
    ...tasks.flatMap((task) => taskParagraphs(locale, task)),
  ]
}

function taskParagraphs(locale: Locale, task: TaskProgress): FileChild[] {
  const { no, title, lead, report, missing, participants } = task
  const helpers = participants.length === 0 ? [] : [participantsParagraph(locale, participants)]
  if (!report) {
    const kind = t(locale, `compilation.missing.${missing ?? 'unfiled'}`)
    const head = t(locale, 'compilation.task_missing', { no, title, lead })
    return [ledParagraph(locale, head, t(locale, 'compilation.no_content', { kind })), ...helpers]
  }
  const { unit, percent, version, pending } = report
  const status = t(locale, `compilation.status.${report.status}`)
  const [first = '', ...others] = plainLines(report.summary)
  const later = pending === null ? [] : [t(locale, 'compilation.pending', { version, pending })]
  return [
    ledParagraph(locale, t(locale, 'compilation.task_lead', { no, title, lead: unit, status, percent }), first),
    ...[...others, ...later].map((line) => paragraph(locale, 'Body', line)),
    ...helpers,
  ]
}

function participantsParagraph(locale: Locale, participants: readonly AcceptedReport[]): FileChild {
  const each = participants.map(({ unit, status, summary }) =>
    t(locale, 'compilation.participant', {
      unit,
      status: t(locale, `compilation.status.${status}`),
      text: shortened(summary).replace(/[。；;.]$/, ''),
    }),
  )
  const separator = t(locale, 'compilation.participant_separator')
  return ledParagraph(
    locale,
    t(locale, 'compilation.participants'),
    `${each.join(separator)}${t(locale, 'document.sentence_end')}`,
  )
}

function shortened(text: string): string {
  const chars = [...plainLine(text)]
  return chars.length <= participantLength ? chars.join('') : `${chars.slice(0, participantLength - 1).join('')}…`
}
