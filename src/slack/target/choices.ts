import type { KnownBlock } from '@slack/types'
import type { MeasurementWords } from '../../domain/target-words.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ListedTarget } from '../../usecases/target/list-targets.ts'
import type { MeasurementInput } from '../../usecases/target/record-measurement.ts'
import { button, buttons, clip, type Message, message, note } from '../blocks.ts'
import { ids } from '../ids.ts'
import { inPlan } from '../plan-value.ts'

const choicesShown = 10
const unitsShown = 40

/** Several targets may be meant by the words: a button for each, which records the value at once. */
export function whichTargetMessage(
  locale: Locale,
  planId: number,
  words: MeasurementWords & { source: string },
  candidates: readonly ListedTarget[],
): Message {
  const title = t(locale, 'target.which', { given: clip(words.metric, 100), count: candidates.length })
  const { value, day, source } = words
  return choicesMessage(locale, title, candidates, (target, name) =>
    choice(planId, name, { targetId: target.id, value, day, source, unitId: null }),
  )
}

/** Several targets may be meant by a name: a button for each, which shows it. */
export function whichCardMessage(
  locale: Locale,
  planId: number,
  given: string,
  candidates: readonly ListedTarget[],
): Message {
  const title = t(locale, 'target_card.choose', { given: clip(given, 100), count: candidates.length })
  return choicesMessage(locale, title, candidates, (target, name) =>
    buttons(button(ids.target.show, name, inPlan(planId, String(target.id)))),
  )
}

/** A person of several units is asked which of them gives the value. */
export function whichUnitMessage(
  locale: Locale,
  planId: number,
  target: ListedTarget,
  input: MeasurementInput,
): Message {
  return message(
    t(locale, 'target.which_unit', { metric: clip(target.metric, 200) }),
    target.units.slice(0, unitsShown).map((unit) => choice(planId, unit.name, { ...input, unitId: unit.id })),
  )
}

function choicesMessage(
  locale: Locale,
  title: string,
  candidates: readonly ListedTarget[],
  blockOf: (target: ListedTarget, name: string) => KnownBlock,
): Message {
  const rest = candidates.length - choicesShown
  return message(title, [
    ...candidates.slice(0, choicesShown).map((target) => {
      const { metric, taskNo } = target
      return blockOf(target, t(locale, 'target.metric', { metric: clip(metric, 60), taskNo }))
    }),
    ...(rest > 0 ? [note(t(locale, 'target.which_more', { count: rest }))] : []),
  ])
}

function choice(planId: number, text: string, input: MeasurementInput): KnownBlock {
  return buttons(button(ids.target.choose, text, inPlan(planId, JSON.stringify(input))))
}
