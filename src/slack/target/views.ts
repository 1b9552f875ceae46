import type { ModalView } from '@slack/types'
import { MAX_SOURCE } from '../../domain/measurement-source.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ListedTarget, TargetList } from '../../usecases/target/list-targets.ts'
import { input, note, option } from '../blocks.ts'
import { ids } from '../ids.ts'
import { wholeNumber } from '../requests/handed-back.ts'

const optionsAtMost = 100

/** The value of a target's option: its id, the unit its value is checked in, and ± where it may be below nothing. */
function targetChoice(target: Pick<ListedTarget, 'id' | 'unit' | 'signed'>): string {
  return `${target.id}${target.signed ? '±' : ''}/${target.unit}`
}

/** Reads `targetChoice` back. */
export function parseTargetChoice(value: string): { targetId: number; unit: string; signed: boolean } {
  const slash = value.indexOf('/')
  const id = value.slice(0, slash)
  return { targetId: wholeNumber(id.replace('±', '')), unit: value.slice(slash + 1), signed: id.endsWith('±') }
}

/**
 * The form for a value of one of the targets the person may record, of which `chosen` is chosen at first; a person of
 * several units says for which.
 */
export function targetModal(
  locale: Locale,
  list: TargetList,
  recordable: readonly ListedTarget[],
  channel: string | null,
  chosen: number | null = null,
): ModalView {
  const offered = recordable.slice(0, optionsAtMost)
  const first = offered.find(({ id }) => id === chosen)
  const optionOf = (target: ListedTarget) => option(targetChoice(target), t(locale, 'target.metric', target))
  const units = [...new Map(recordable.flatMap((target) => target.units).map((unit) => [unit.id, unit])).values()]
  const rest = recordable.length - optionsAtMost
  return {
    type: 'modal',
    callback_id: ids.target.modal,
    title: { type: 'plain_text', text: t(locale, 'target.title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify({ channel, today: list.asOf, planId: list.planId }),
    blocks: [
      input('target', t(locale, 'target.field.target'), {
        type: 'static_select',
        action_id: ids.target.target,
        options: offered.map(optionOf),
        ...(first ? { initial_option: optionOf(first) } : {}),
      }),
      ...(rest > 0 ? [note(t(locale, 'target.more', { count: rest }))] : []),
      input(
        'value',
        t(locale, 'target.field.value'),
        { type: 'plain_text_input', action_id: ids.target.value, max_length: 60 },
        { hint: t(locale, 'target.field.value_hint') },
      ),
      input('day', t(locale, 'target.field.day'), {
        type: 'datepicker',
        action_id: ids.target.day,
        initial_date: list.asOf,
      }),
      input(
        'source',
        t(locale, 'target.field.source'),
        { type: 'plain_text_input', action_id: ids.target.source, max_length: MAX_SOURCE },
        { hint: t(locale, 'target.field.source_hint'), optional: true },
      ),
      ...(units.length > 1
        ? [
            input('unit', t(locale, 'target.field.unit'), {
              type: 'static_select',
              action_id: ids.target.unit,
              options: units.slice(0, optionsAtMost).map(({ id, name }) => option(String(id), name)),
            }),
          ]
        : []),
    ],
  }
}
