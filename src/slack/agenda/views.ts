import type { ModalView } from '@slack/types'
import { agendaModes } from '../../domain/agenda/agenda-words.ts'
import { MEETING_MINUTES } from '../../domain/agenda/meeting-start.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { MeetingSuggestion } from '../../usecases/agenda/suggest-meeting.ts'
import { input, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'

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
