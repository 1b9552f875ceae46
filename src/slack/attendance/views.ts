import type { ModalView } from '@slack/types'
import type { MeetingFacts } from '../../domain/meeting/invitation.ts'
import { REPLY_LIMITS } from '../../domain/meeting/reply-words.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { input, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { clockOf, dayOf } from '../meeting-times.ts'

/** What the forms remember: the meeting, its plan, and where they were opened. */
export type ReplyMetadata = { planId: number; no: number; startsAt: string; minutes: number; channel: string | null }

/** How a unit cannot come as planned. */
const cannotKinds = ['cannot', 'from', 'until'] as const

/** The form that asks who comes instead. */
export function deputyModal(locale: Locale, meeting: MeetingFacts, channel: string | null): ModalView {
  return form(locale, meeting, channel, ids.attendance.deputyModal, t(locale, 'attendance.deputy_title'), [
    input('name', t(locale, 'attendance.deputy_name'), {
      type: 'plain_text_input',
      action_id: ids.attendance.name,
      max_length: REPLY_LIMITS.deputy,
    }),
  ])
}

/** The form that asks how a unit cannot come: not at all, or only from or until a time. */
export function cannotModal(locale: Locale, meeting: MeetingFacts, channel: string | null): ModalView {
  const kinds = cannotKinds.map((kind) => option(kind, t(locale, `attendance.kind.${kind}`)))
  const [first] = kinds
  const hint = t(locale, 'attendance.time_hint', { from: clockOf(meeting, 0), to: clockOf(meeting, meeting.minutes) })
  return form(locale, meeting, channel, ids.attendance.cannotModal, t(locale, 'attendance.cannot_title'), [
    input('kind', t(locale, 'attendance.cannot_kind'), {
      type: 'radio_buttons',
      action_id: ids.attendance.kind,
      options: kinds,
      ...(first ? { initial_option: first } : {}),
    }),
    input(
      'time',
      t(locale, 'attendance.time'),
      { type: 'timepicker', action_id: ids.attendance.time },
      { optional: true, hint },
    ),
    input(
      'remark',
      t(locale, 'attendance.remark'),
      { type: 'plain_text_input', action_id: ids.attendance.remark, max_length: REPLY_LIMITS.remark },
      { optional: true },
    ),
  ])
}

function form(
  locale: Locale,
  meeting: MeetingFacts,
  channel: string | null,
  callbackId: string,
  title: string,
  blocks: ModalView['blocks'],
): ModalView {
  const { planId, no, minutes } = meeting
  const metadata: ReplyMetadata = { planId, no, startsAt: clockOf(meeting, 0), minutes, channel }
  const facts = { day: dayOf(locale, meeting), time: clockOf(meeting, 0), no }
  return {
    type: 'modal',
    callback_id: callbackId,
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: t(locale, 'button.submit') },
    close: { type: 'plain_text', text: t(locale, 'button.cancel') },
    private_metadata: JSON.stringify(metadata),
    blocks: [paragraph(t(locale, 'attendance.form_meeting', facts)), ...blocks],
  }
}
