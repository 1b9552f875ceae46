import type { Chart } from '../../domain/chart.ts'
import type { CompiledReport, TargetProgress } from '../../domain/compilation/report-content.ts'
import { roundDecimal } from '../../domain/decimal.ts'
import { statuses } from '../../domain/progress-report.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { plainLine } from '../package/plain-text.ts'

/** More columns than these stand too close on a page. */
const sectionsAtMost = 8
const targetsAtMost = 10
const targetChartsAtMost = 4
const trendsAtMost = 6

/** The charts of a report, in the order they stand in it. */
export type ReportCharts = { sections: Chart[]; targets: Chart[]; trends: Chart[]; undrawn: number }

/** What of a report is drawn: tasks by section, targets against their due, and the way of targets that are behind. */
export function reportCharts(locale: Locale, { sections, targets }: CompiledReport): ReportCharts {
  const drawable = targets.flatMap((target) => shareOf(target) ?? [])
  const parts = inParts(drawable, targetsAtMost)
  const trends = targets.filter(({ trend }) => trend.length > 0)
  return {
    sections: inParts(sections, sectionsAtMost).map((part) => sectionChart(locale, part)),
    targets: parts.slice(0, targetChartsAtMost).map((part) => targetChart(locale, part)),
    trends: trends.slice(0, trendsAtMost).map((target) => trendChart(locale, target)),
    undrawn: parts.slice(targetChartsAtMost).flat().length + Math.max(trends.length - trendsAtMost, 0),
  }
}

function sectionChart(locale: Locale, sections: CompiledReport['sections']): Chart {
  const named = [...statuses.map((status) => ({ key: status, name: t(locale, `compilation.status.${status}`) }))]
  const all = [...named, { key: 'missing' as const, name: t(locale, 'compilation.column.missing') }]
  return {
    kind: 'bar',
    title: t(locale, 'compilation.chart.sections'),
    unit: t(locale, 'compilation.chart.tasks_unit'),
    categories: sections.map(({ title, no }) => nameOf(title || no)),
    series: all.map(({ key, name }) => ({ name, values: sections.map(({ counts }) => counts[key]) })),
  }
}

type Share = { metric: string; current: number; due: number }

/** A target's value and due in percent of its goal; null where one of them is not known. */
function shareOf({ metric, value, standing: { current, due } }: TargetProgress): Share | null {
  if (current === null || due === null || Number(value) === 0) return null
  const share = (part: string) => Math.round((Number(part) / Number(value)) * 1000) / 10
  return { metric, current: share(current), due: share(due) }
}

function targetChart(locale: Locale, targets: readonly Share[]): Chart {
  return {
    kind: 'bar',
    title: t(locale, 'compilation.chart.targets'),
    unit: '%',
    categories: targets.map(({ metric }) => nameOf(metric)),
    series: [
      { name: t(locale, 'compilation.chart.current'), values: targets.map(({ current }) => current) },
      { name: t(locale, 'compilation.chart.due'), values: targets.map(({ due }) => due) },
    ],
  }
}

function trendChart(locale: Locale, { metric, unit, trend }: TargetProgress): Chart {
  return {
    kind: 'line',
    title: t(locale, 'compilation.chart.trend', { metric: nameOf(metric) }),
    unit: plainLine(unit),
    categories: trend.map(({ on }) => t(locale, 'compilation.chart.day', { day: on })),
    series: [
      {
        name: t(locale, 'compilation.chart.current'),
        values: trend.map(({ current }) => Number(roundDecimal(current, 1))),
      },
      { name: t(locale, 'compilation.chart.due'), values: trend.map(({ due }) => Number(roundDecimal(due, 1))) },
    ],
  }
}

/** A name as a chart may hold it, at most 100 characters; the whole one stands in the table. */
function nameOf(text: string): string {
  const line = plainLine(text)
  if (line === '') return '—'
  return line.length <= 100 ? line : `${line.slice(0, 99).toWellFormed().replaceAll('\ufffd', '')}…`
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size))
}
