import type { KnownBlock } from '@slack/types'
import { targetChart } from '../../domain/target-chart.ts'
import type { SourceConflict } from '../../domain/target-history.ts'
import { amount, roundedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { targetChartWords } from '../../i18n/target-chart-words.ts'
import { t } from '../../i18n/translate.ts'
import type { ShownTarget } from '../../usecases/target/show-target.ts'
import { button, buttons, clip, type Message, message, note, paragraphs, strong } from '../blocks.ts'
import { chartBlock } from '../chart-block.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { aboutLines, claimLines, standingLines } from './card-lines.ts'
import { standingWords } from './table.ts'

const conflictsShown = 3
const sourcesShown = 5
const unitsNamed = 8

/** A target in full: where it stands, by what and whose numbers, what its units claim, its chart, what can be done. */
export function targetCardMessage(
  locale: Locale,
  shown: ShownTarget,
  chart: 'with_chart' | 'without_chart' = 'with_chart',
): Message {
  const { target, standing, planId } = shown
  const value = inPlan(planId, String(target.id))
  const record = button(ids.target.open, t(locale, 'target_card.record'), value)
  const history = button(ids.target.history, t(locale, 'target_card.history'), inPlan(planId, `${target.id}/1`))
  return message(titleOf(locale, shown), [
    ...paragraphs([...aboutLines(locale, shown), ...standingLines(locale, shown)]),
    ...paragraphs(claimLines(locale, shown)),
    ...(shown.disagrees ? [strong(t(locale, 'target_card.disagrees'))] : []),
    ...conflictBlocks(locale, shown),
    ...(chart === 'with_chart' ? chartBlocks(locale, shown) : [note(t(locale, 'target_card.no_chart'))]),
    ...(standing.reason === 'no_baseline'
      ? [note(t(locale, 'target.baseline_hint', { metric: clip(target.metric, 200) }))]
      : []),
    note(recordersLine(locale, shown.recorders)),
    shown.mayRecord ? buttons(record, history) : buttons(history),
  ])
}

function titleOf(locale: Locale, { target, standing }: ShownTarget): string {
  const { current, due } = standing
  return t(locale, 'target_card.title', {
    metric: t(locale, 'target.metric', { metric: clip(target.metric, 200), taskNo: target.taskNo }),
    current: current && amount(locale, current, target.unit),
    due: due && roundedAmount(locale, due, target.unit),
    status: standingWords(locale, standing),
  })
}

function conflictBlocks(locale: Locale, { conflicts, target }: ShownTarget): KnownBlock[] {
  if (conflicts.length === 0) return []
  const rest = conflicts.length - conflictsShown
  return [
    ...paragraphs(conflicts.slice(0, conflictsShown).map((one) => conflictLine(locale, one, target.unit))),
    ...(rest > 0 ? [note(t(locale, 'target_card.more_conflicts', { count: rest }))] : []),
  ]
}

function conflictLine(locale: Locale, { asOf, values }: SourceConflict, unit: string): string {
  // The last counts, so of many the latest are shown.
  const shown = values.slice(-sourcesShown)
  const more = values.length - shown.length
  const said = shown.map((one, index) =>
    t(locale, 'target_card.conflict_value', {
      amount: amount(locale, one.value, unit),
      unit: one.unit,
      source: one.source,
      counts: index === shown.length - 1,
    }),
  )
  return t(locale, 'target_card.conflict', { day: asOf, values: said, more })
}

function chartBlocks(locale: Locale, { target, measurements, asOf }: ShownTarget): KnownBlock[] {
  const chart = targetChart(target, measurements, asOf, targetChartWords(locale, target.metric))
  return chart ? [chartBlock(chart)] : []
}

function recordersLine(locale: Locale, recorders: readonly string[]): string {
  const named = recorders.slice(0, unitsNamed)
  const more = recorders.length - named.length
  return t(locale, 'target_card.recorders', { units: named.join(t(locale, 'list.separator')), more })
}
