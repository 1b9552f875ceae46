import type { KnownBlock, TableBlock } from '@slack/types'
import type { DigestTarget } from '../../domain/digest.ts'
import { DomainError } from '../../domain/errors.ts'
import type { MeasurementWords } from '../../domain/target-words.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ListedTarget, TargetList } from '../../usecases/target/list-targets.ts'
import type { MeasurementInput, MeasurementReceipt } from '../../usecases/target/record-measurement.ts'
import type { BaselineReceipt } from '../../usecases/target/set-baseline.ts'
import { button, buttons, clip, type Message, message, note, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { amount, countStandings, roundedAmount, signedAmount, standingWords, targetTable } from './table.ts'

const targetsAPage = 40
const choicesShown = 10
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
  return message(t(locale, 'target.list_title', { ...countStandings(targets), day }), [
    block,
    ...(pages.length > 1 ? [note(t(locale, 'target.page', counted))] : []),
    ...(targets.some(({ mayRecord }) => mayRecord) ? [buttons(record)] : []),
  ])
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

/** The receipt of a value, to the person alone: what was stored, what it was before, how the target stands by it. */
export function measurementMessage(locale: Locale, receipt: MeasurementReceipt): Message {
  const { target, value, day, periodEnd, previous, unit, kind } = receipt
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
    note(`${before} ${t(locale, 'target.from', { unit })}`),
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

/** Several targets may be meant by the words: a button for each, which records the value at once. */
export function whichTargetMessage(
  locale: Locale,
  words: MeasurementWords,
  candidates: readonly ListedTarget[],
): Message {
  const rest = candidates.length - choicesShown
  return message(t(locale, 'target.which', { given: clip(words.metric, 100), count: candidates.length }), [
    ...candidates.slice(0, choicesShown).map((target) => {
      const { metric, taskNo } = target
      const input = { targetId: target.id, value: words.value, day: words.day, unitId: null }
      return choice(t(locale, 'target.metric', { metric: clip(metric, 60), taskNo }), input)
    }),
    ...(rest > 0 ? [note(t(locale, 'target.which_more', { count: rest }))] : []),
  ])
}

/** A person of several units is asked which of them gives the value. */
export function whichUnitMessage(locale: Locale, target: ListedTarget, input: MeasurementInput): Message {
  return message(
    t(locale, 'target.which_unit', { metric: clip(target.metric, 200) }),
    target.units.slice(0, 40).map((unit) => choice(unit.name, { ...input, unitId: unit.id })),
  )
}

function choice(text: string, input: MeasurementInput): KnownBlock {
  return buttons(button(ids.target.choose, text, JSON.stringify(input)))
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
