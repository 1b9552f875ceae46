import type { ChartWords } from '../domain/target-chart.ts'
import type { Locale } from './locale.ts'
import { t } from './translate.ts'

/** What the chart of a target says in a language, whoever draws it. */
export function targetChartWords(locale: Locale, metric: string): ChartWords {
  return {
    title: t(locale, 'target_chart.title', { metric }),
    actual: t(locale, 'target_chart.actual'),
    due: t(locale, 'target_chart.due'),
    day: (day) => t(locale, 'target_chart.day', { day }),
  }
}
