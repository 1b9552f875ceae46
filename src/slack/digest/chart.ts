import type { Chart } from '../../domain/chart.ts'
import { targetBars } from '../../domain/digest/bars.ts'
import type { DigestContent } from '../../domain/digest.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'

/**
 * 指标完成与时序进度: for each target what was done and what is due by now, in percent of what it is to reach; the table
 * below it has all the numbers. Null where there is nothing to draw, or another part of the digest has drawn it.
 */
export function digestChart(locale: Locale, { targets, bars, sections }: DigestContent): Chart | null {
  const drawn = sections.includes('targets') ? (bars ?? targetBars(targets)) : []
  if (drawn.length === 0) return null
  return {
    kind: 'bar',
    title: t(locale, 'digest.chart'),
    unit: '%',
    categories: drawn.map(({ metric }) => metric.slice(0, 100)),
    series: [
      { name: t(locale, 'digest.chart.done'), values: drawn.map(({ done }) => done) },
      { name: t(locale, 'digest.chart.due'), values: drawn.map(({ due }) => due) },
    ],
  }
}
