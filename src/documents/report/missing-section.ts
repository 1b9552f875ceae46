import type { CompiledReport } from '../../domain/compilation/report-content.ts'
import { numberRanges } from '../../domain/number-ranges.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { leadIn, paragraph } from '../official/paragraphs.ts'
import { ruledTable } from '../official/tables.ts'
import type { MakeSection } from './section.ts'

/** 未报送和未采纳情况: what is not in the report, by name; who reported late. */
export const missingSection: MakeSection = (locale, report) => {
  const { counts, missing, participantGaps } = report
  const { total } = counts
  const gaps = participantGaps.map(({ unit, unfiled, submitted, returned }) =>
    t(locale, 'compilation.participant_gap', {
      unit,
      unfiled: numberRanges(unfiled),
      submitted: numberRanges(submitted),
      returned: numberRanges(returned),
    }),
  )
  const lines = [
    ...(gaps.length === 0 ? [] : [t(locale, 'compilation.participant_gaps'), ...gaps]),
    ...lateLines(locale, report),
  ]
  return {
    title: t(locale, 'compilation.missing'),
    children: [
      ...(missing.length === 0
        ? [paragraph(locale, 'Body', t(locale, 'compilation.missing_none', { total }))]
        : [
            leadIn(locale, t(locale, 'compilation.missing_intro', { total, missing: missing.length })),
            missingTable(locale, missing),
          ]),
      ...lines.map((line) => paragraph(locale, 'Body', line)),
    ],
  }
}

function missingTable(locale: Locale, missing: CompiledReport['missing']) {
  const columns = [
    { head: t(locale, 'compilation.column.task_no'), width: 14, centered: true },
    { head: t(locale, 'compilation.column.task'), width: 62 },
    { head: t(locale, 'compilation.column.lead'), width: 40 },
    { head: t(locale, 'compilation.column.situation'), width: 40 },
  ]
  const rows = missing.map(({ no, title, lead, kind }) => [
    String(no),
    title,
    lead ?? '—',
    t(locale, `compilation.missing.${kind}`),
  ])
  return ruledTable(locale, columns, rows, { whole: true })
}

function lateLines(locale: Locale, { late, period }: CompiledReport): string[] {
  if (late.length === 0) return []
  const units = late
    .map(({ unit, tasks }) => t(locale, 'compilation.late_unit', { unit, tasks: numberRanges(tasks) }))
    .join(t(locale, 'list.separator'))
  return [t(locale, 'compilation.late', { due: period.dueOn, count: late.length, units })]
}
