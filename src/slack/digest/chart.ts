import type { Chart } from '../../domain/chart.ts'
import { percentOf } from '../../domain/decimal.ts'
import type { DigestContent } from '../../domain/digest.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'

/** Slack takes 20 categories a chart. */
const barsAtMost = 20

/**
 * 指标完成与时序进度: for each target what was done and what is due by now, in percent of what it is to reach. Of more than
 * a chart takes, those behind come first; the table beside it has them all. Null where no target has both.
 */
export function digestChart(locale: Locale, { targets, sections }: DigestContent): Chart | null {
  if (!sections.includes('targets')) return null
  const bars = targets.flatMap(({ metric, value, current, due, status }) => {
    const done = current === null ? null : percentOf(current, value)
    const wanted = due === null ? null : percentOf(due, value)
    return done === null || wanted === null ? [] : [{ metric, done, wanted, behind: status === 'behind' }]
  })
  if (bars.length === 0) return null
  const drawn = bars.length <= barsAtMost ? bars : bars.toSorted((a, b) => Number(b.behind) - Number(a.behind))
  const shown = drawn.slice(0, barsAtMost)
  return {
    kind: 'bar',
    title: t(locale, 'digest.chart'),
    unit: '%',
    categories: shown.map(({ metric }) => metric.slice(0, 100)),
    series: [
      { name: t(locale, 'digest.chart.done'), values: shown.map(({ done }) => done) },
      { name: t(locale, 'digest.chart.due'), values: shown.map(({ wanted }) => wanted) },
    ],
  }
}
