import type { ModalView } from '@slack/types'
import { agendaModes } from '../../domain/agenda/agenda-words.ts'
import { ITEM_MINUTES } from '../../domain/agenda/fixes.ts'
import { MEETING_MINUTES } from '../../domain/agenda/meeting-start.ts'
import type { AgendaNotice } from '../../domain/agenda/notice.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { MeetingSuggestion } from '../../usecases/agenda/suggest-meeting.ts'
import { choices, input, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { leftOutOptions } from './draft-controls.ts'
import type { ControlMetadata } from './submit.ts'

/** The form of a joint meeting: day, time, length and order, filled with the usual next meeting. */
export function agendaModal(
  locale: Locale,
  suggestion: MeetingSuggestion,
  metadata: Record<string, unknown>,
): ModalView {
  // The instant is written in the plan's zone.
  const [date = '', time = ''] = [suggestion.startsAt.slice(0, 10), suggestion.startsAt.slice(11, 16)]
  const { min, max } = MEETING_MINUTES
  const modes = agendaModes.map((mode) => option(mode, t(locale, `agenda.mode.${mode}`)))
  const [first] = modes
  return {
    type: 'modal',
    callback_id: ids.agenda.modal,
    title: { type: 'plain_text', text: t(locale, 'agenda.title') },
    submit: { type: 'plain_text', text: t(locale, 'agenda.draft_button') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [
      paragraph(
        t(locale, 'agenda.intro', { open: suggestion.openIssues, day: t(locale, 'day.short', { day: date }), time }),
      ),
      input('date', t(locale, 'agenda.date'), {
        type: 'datepicker',
        action_id: ids.agenda.date,
        initial_date: date,
      }),
      input('time', t(locale, 'agenda.time'), {
        type: 'timepicker',
        action_id: ids.agenda.time,
        initial_time: time,
      }),
      input(
        'minutes',
        t(locale, 'agenda.minutes'),
        {
          type: 'number_input',
          action_id: ids.agenda.minutes,
          is_decimal_allowed: false,
          min_value: String(min),
          max_value: String(max),
          initial_value: String(suggestion.minutes),
        },
        { hint: t(locale, 'agenda.minutes_hint', { min, max }) },
      ),
      input('mode', t(locale, 'agenda.mode'), {
        type: 'radio_buttons',
        action_id: ids.agenda.mode,
        options: modes,
        ...(first ? { initial_option: first } : {}),
      }),
    ],
  }
}

/** The form for the minutes of one item, filled with those it has. */
export function itemMinutesModal(
  locale: Locale,
  minutes: number | null,
  metadata: ControlMetadata & { channel: string | null },
): ModalView {
  const { min, max } = ITEM_MINUTES
  return smallForm(locale, ids.agenda.minutesModal, t(locale, 'agenda.item_minutes_title'), metadata, [
    input(
      'minutes',
      t(locale, 'agenda.item_minutes_label', { no: metadata.no }),
      {
        type: 'number_input',
        action_id: ids.agenda.itemMinutes,
        is_decimal_allowed: false,
        min_value: String(min),
        max_value: String(max),
        ...(minutes === null ? {} : { initial_value: String(minutes) }),
      },
      { hint: t(locale, 'agenda.minutes_hint', { min, max }) },
    ),
  ])
}

/** The form that adds one of the issues left out. */
export function addIssueModal(
  locale: Locale,
  notice: AgendaNotice,
  metadata: ControlMetadata & { channel: string | null },
): ModalView {
  const element = {
    type: 'static_select' as const,
    action_id: ids.agenda.issue,
    ...choices(leftOutOptions(notice, String)),
  }
  return smallForm(locale, ids.agenda.addModal, t(locale, 'agenda.add_title'), metadata, [
    input('issue', t(locale, 'agenda.add_issue'), element, { hint: t(locale, 'agenda.add_hint') }),
  ])
}

function smallForm(
  locale: Locale,
  callbackId: string,
  title: string,
  metadata: object,
  blocks: ModalView['blocks'],
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks,
  }
}
