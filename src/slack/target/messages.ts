import type { KnownBlock, StaticSelect, TableBlock } from '@slack/types'
import type { DigestTarget } from '../../domain/digest.ts'
import { DomainError } from '../../domain/errors.ts'
import { amount, roundedAmount, signedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ListedTarget, TargetList } from '../../usecases/target/list-targets.ts'
import type { MeasurementReceipt } from '../../usecases/target/record-measurement.ts'
import type { BaselineReceipt } from '../../usecases/target/set-baseline.ts'
import type { YearlyReceipt } from '../../usecases/target/set-yearly.ts'
import type { UndoReceipt } from '../../usecases/target/undo-measurement.ts'
import { button, buttons, clip, type Message, message, note, option, paragraph } from '../blocks.ts'
import { changeWords } from '../change-words.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'
import { yearlyWords } from './card-lines.ts'
import { countStandings, standingWords, targetTable } from './table.ts'

const targetsAPage = 40
const tableBudget = 9000

/**
 * One page (from 1) of the targets as a table, with a button to record a value for those who may.
 * @throws DomainError `target.no_page` {pages} for a page that is not there
 */
export function targetListMessage(locale: Locale, list: TargetList, page: number): Message {
  const { targets, asOf: day } = list
  if (targets.length === 0) return message(t(locale, 'target.none'))
  const pages = tablesOf(locale, targets)
  const current = pages[page - 1]
  if (!current) throw new DomainError('target.no_page', { pages: pages.length })
  const { block, from, to } = current
  const counted = { from, to, total: targets.length, next: page < pages.length ? page + 1 : null }
  const record = button(ids.target.open, t(locale, 'target.record'), 'open')
  const look = showMenu(locale, list.planId, targets.slice(from - 1, to))
  return message(t(locale, 'target.list_title', { ...countStandings(targets), day }), [
    block,
    ...(pages.length > 1 ? [note(t(locale, 'target.page', counted))] : []),
    {
      type: 'actions',
      elements: targets.some(({ mayRecord }) => mayRecord) ? [record, look] : [look],
    },
  ])
}

/** The choice of a target to be seen in full. */
function showMenu(locale: Locale, planId: number, targets: readonly ListedTarget[]): StaticSelect {
  return {
    type: 'static_select',
    action_id: ids.target.show,
    placeholder: { type: 'plain_text', text: t(locale, 'target_card.show') },
    options: targets.map(({ id, metric, taskNo }) =>
      option(inPlan(planId, String(id)), t(locale, 'target.metric', { metric: clip(metric, 60), taskNo })),
    ),
  }
}

/** The targets in tables that each fit a message, every target in one of them; `from` and `to` count from 1. */
function tablesOf(locale: Locale, targets: readonly ListedTarget[]) {
  const columns = ['metric', 'goal', 'current', 'due', 'gap', 'status', 'source'] as const
  const pages: { block: TableBlock; from: number; to: number }[] = []
  for (let done = 0; done < targets.length; done = pages.at(-1)?.to ?? targets.length) {
    const { block, shown } = targetTable(locale, targets.slice(done, done + targetsAPage), columns, tableBudget)
    pages.push({ block, from: done + 1, to: done + shown })
  }
  return pages
}

/**
 * The receipt of a value, to the person alone: what was stored, what it was before, how the target stands by it; `names` of people
 * by their ids.
 */
export function measurementMessage(
  locale: Locale,
  receipt: MeasurementReceipt,
  names: Readonly<Record<string, string>> = {},
): Message {
  const { target, value, day, periodEnd, previous, superseded, unit, kind, source, planId, measurementId } = receipt
  const { metric } = target
  const said = (decimal: string) => amount(locale, decimal, target.unit)
  const title = t(locale, 'target.recorded', { metric: clip(metric, 200), amount: said(value), day })
  const before =
    previous === null
      ? t(locale, 'target.first')
      : previous.asOf === day
        ? t(locale, 'target.superseded', { amount: said(previous.value) })
        : t(locale, 'target.previous', { amount: said(previous.value), asOf: previous.asOf })
  return message(title, [
    ...(periodEnd ? [paragraph(t(locale, 'target.recorded_early', { periodEnd, day }))] : []),
    ...standingBlocks(locale, target, kind === 'flow'),
    note(`${before} ${t(locale, 'target.source_from', { unit, source })}`),
    ...(superseded ? [note(t(locale, 'target.superseded_from', changeWords(locale, superseded, names)))] : []),
    ...(previous?.asOf === day
      ? [buttons(button(ids.target.undo, t(locale, 'target.undo'), inPlan(planId, String(measurementId))))]
      : [note(t(locale, 'target.correct_hint'))]),
  ])
}

/** The receipt of a baseline. */
export function baselineMessage(locale: Locale, receipt: BaselineReceipt): Message {
  const { target, value, on, previous } = receipt
  const said = (decimal: string) => amount(locale, decimal, target.unit)
  const { metric } = target
  return message(t(locale, 'target.baseline_set', { metric: clip(metric, 200), amount: said(value), day: on }), [
    ...standingBlocks(locale, target, false),
    note(
      previous
        ? t(locale, 'target.previous', { amount: said(previous.value), asOf: previous.on })
        : t(locale, 'target.baseline_first'),
    ),
  ])
}

/** What counts again after a correction was taken back. */
export function undoneMessage(locale: Locale, receipt: UndoReceipt): Message {
  const { target, day, value, undone } = receipt
  const said = (decimal: string) => amount(locale, decimal, target.unit)
  const words = { metric: clip(target.metric, 200), amount: said(value), undone: said(undone), day }
  return message(t(locale, 'target.undone', words), standingBlocks(locale, target, false))
}

/** The receipt of the values of single years. */
export function yearlyMessage(locale: Locale, receipt: YearlyReceipt): Message {
  const { target, yearly, previous } = receipt
  const { metric, unit } = target
  const said = { metric: clip(metric, 200), years: yearlyWords(locale, yearly, unit) }
  return message(t(locale, 'target.yearly_set', said), [
    ...standingBlocks(locale, target, false),
    note(
      previous
        ? t(locale, 'target.yearly_before', { years: yearlyWords(locale, previous, unit) })
        : t(locale, 'target.yearly_first'),
    ),
  ])
}

function standingBlocks(locale: Locale, target: DigestTarget, sum: boolean): KnownBlock[] {
  const { current, due, gap, unit, status, metric } = target
  if (status && current !== null && due !== null && gap !== null) {
    const standing = {
      current: amount(locale, current, unit),
      due: roundedAmount(locale, due, unit),
      gap: signedAmount(locale, gap, unit),
      status: standingWords(locale, target),
      sum,
    }
    return [paragraph(t(locale, 'target.standing', standing))]
  }
  return [
    paragraph(standingWords(locale, target)),
    ...(target.reason === 'no_baseline' ? [note(t(locale, 'target.baseline_hint', { metric }))] : []),
  ]
}
