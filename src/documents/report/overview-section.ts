import { statuses } from '../../domain/progress-report.ts'
import { t } from '../../i18n/translate.ts'
import { leadIn, paragraph } from '../official/paragraphs.ts'
import { ruledTable } from '../official/tables.ts'
import type { MakeSection } from './section.ts'

/** Words for the statuses are wider in English, names of sections in Chinese. In millimetres, 156 with four statuses. */
const tableWidths = {
  'zh-CN': { section: 52, total: 12, status: 17, missing: 24 },
  en: { section: 42, total: 15, status: 19, missing: 23 },
} as const

/** 概述: the four counts and the missing, overall and by section; targets and issues in a line each. */
export const overviewSection: MakeSection = (locale, report, figures) => {
  const { counts, asOf, targets, issues, actions, sections } = report
  const behind = targets.filter(({ standing }) => standing.status === 'behind').length
  const unknown = targets.filter(({ standing }) => standing.status === null).length
  const standings = { total: targets.length, behind, unknown, good: targets.length - behind - unknown }
  const open = issues.open.length
  const lines = [
    t(locale, 'compilation.overview_tasks', { ...counts, day: asOf }),
    ...(targets.length === 0 ? [] : [t(locale, 'compilation.overview_targets', standings)]),
    t(locale, 'compilation.overview_issues', {
      open,
      settled: issues.settled.length,
      overdue: actions.overdue.length,
    }),
  ]
  const widths = tableWidths[locale]
  const columns = [
    { head: t(locale, 'compilation.column.section'), width: widths.section },
    { head: t(locale, 'compilation.column.total'), width: widths.total, centered: true },
    ...statuses.map((status) => ({
      head: t(locale, `compilation.status.${status}`),
      width: widths.status,
      centered: true,
    })),
    { head: t(locale, 'compilation.column.missing'), width: widths.missing, centered: true },
  ]
  const row = (name: string, of: typeof counts) => [
    name,
    ...[of.total, ...statuses.map((status) => of[status]), of.missing].map(String),
  ]
  const rows = [
    ...sections.map((section) => row(section.title || section.no, section.counts)),
    row(t(locale, 'compilation.total'), counts),
  ]
  return {
    title: t(locale, 'compilation.overview'),
    children: [
      ...lines.map((line) => paragraph(locale, 'Body', line)),
      leadIn(locale, t(locale, 'compilation.by_section')),
      ruledTable(locale, columns, rows, { whole: true }),
      ...figures.sections,
    ],
  }
}
