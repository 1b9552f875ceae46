import type { KnownBlock, ModalView } from '@slack/types'
import { memberRoles } from '../../domain/membership.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { input, note, option } from '../blocks.ts'
import { ids } from '../ids.ts'

/** Slack takes 100 options. */
const optionsAtMost = 100

/** The form that gives or takes a role: people or a user group, the role, and the unit of liaisons. */
export function membersModal(locale: Locale, units: readonly string[], metadata: Record<string, unknown>): ModalView {
  const actions = [option('add', t(locale, 'members.add')), option('remove', t(locale, 'members.remove'))]
  const roles = memberRoles.map((role) => option(role, t(locale, `role.${role}`)))
  const unitOptions = units.slice(0, optionsAtMost).map((unit, index) => option(String(index), unit))
  const blocks: KnownBlock[] = [
    input('action', t(locale, 'members.action'), {
      type: 'radio_buttons',
      action_id: ids.members.action,
      options: actions,
      ...(actions[0] && { initial_option: actions[0] }),
    }),
    input(
      'people',
      t(locale, 'members.people'),
      { type: 'multi_users_select', action_id: ids.members.people },
      { optional: true },
    ),
    input(
      'group',
      t(locale, 'members.group'),
      { type: 'plain_text_input', action_id: ids.members.group, max_length: 80 },
      { optional: true, hint: t(locale, 'members.group_hint') },
    ),
    input('role', t(locale, 'members.role'), {
      type: 'radio_buttons',
      action_id: ids.members.role,
      options: roles,
      ...(roles[0] && { initial_option: roles[0] }),
    }),
    ...(unitOptions.length > 0
      ? [
          input(
            'unit',
            t(locale, 'members.unit'),
            { type: 'static_select', action_id: ids.members.unit, options: unitOptions },
            { optional: true },
          ),
        ]
      : []),
    ...(units.length > optionsAtMost
      ? [note(t(locale, 'members.unit_more', { count: units.length - optionsAtMost }))]
      : []),
  ]
  return {
    type: 'modal',
    callback_id: ids.members.modal,
    title: { type: 'plain_text', text: t(locale, 'members.modal_title') },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}
