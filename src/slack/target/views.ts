import type { ModalView } from '@slack/types'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ListedTarget, TargetList } from '../../usecases/target/list-targets.ts'
import { input, note, option } from '../blocks.ts'
import { ids } from '../ids.ts'

const optionsAtMost = 100

/** The value of a target's option: its id, and the unit its value is checked in before the form closes. */
function targetChoice(target: Pick<ListedTarget, 'id' | 'unit'>): string {
  return `${target.id}/${target.unit}`
}

/** Reads `targetChoice` back. */
export function parseTargetChoice(value: string): { targetId: number; unit: string } {
  const slash = value.indexOf('/')
  return { targetId: Number(value.slice(0, slash)), unit: value.slice(slash + 1) }
}

/** The form for a value of one of the targets the person may record; a person of several units says for which. */
export function targetModal(
  locale: Locale,
  list: TargetList,
  recordable: readonly ListedTarget[],
  channel: string | null,
): ModalView {
  const units = [...new Map(recordable.flatMap((target) => target.units).map((unit) => [unit.id, unit])).values()]
  const rest = recordable.length - optionsAtMost
  return {
    type: 'modal',
    callback_id: ids.target.modal,
    title: { type: 'plain_text', text: t(locale, 'target.title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify({ channel, today: list.asOf }),
    blocks: [
      input('target', t(locale, 'target.field.target'), {
        type: 'static_select',
        action_id: ids.target.target,
        options: recordable
          .slice(0, optionsAtMost)
          .map((target) => option(targetChoice(target), t(locale, 'target.metric', target))),
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
