import type { KnownBlock, ModalView } from '@slack/types'
import { MEETING_MINUTES } from '../../domain/agenda/meeting-start.ts'
import { LEAD_DAYS, MEETING_LIMITS, type MeetingSettings } from '../../domain/meeting/meeting-settings.ts'
import { ordinals, periods } from '../../domain/meeting/recurrence.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { MeetingForm, SettingsForm } from '../../usecases/meeting/list-meetings.ts'
import { input, option, paragraph } from '../blocks.ts'
import { ids } from '../ids.ts'
import { ruleWords, whenOf } from './phrases.ts'

/** What a form remembers: where it was opened, its plan, and the meeting or series it is about as it was shown. */
export type MeetingMetadata = {
  channel: string | null
  planId: number
  no: number | null
  /** Of a series, its settings; of a meeting, when (ISO) and where it is. */
  series?: MeetingSettings
  meeting?: { startsAt: string; minutes: number; place: string }
}

const usualTime = '15:00'

/** The form of a new series: its rule, then its settings. */
export function seriesModal(locale: Locale, form: SettingsForm, channel: string | null): ModalView {
  return modal(locale, ids.meeting.seriesModal, t(locale, 'meeting.new_series'), metadata(form, channel, null), [
    paragraph(t(locale, 'meeting.series_intro')),
    ...ruleFields(locale),
    timeField(locale, usualTime),
    ...settingFields(locale, usual(form)),
  ])
}

/** The form of a series' settings; its rule stays. */
export function settingsModal(locale: Locale, form: SettingsForm, channel: string | null): ModalView {
  const { series } = form
  const { no = null } = series ?? {}
  const remembered = { ...metadata(form, channel, no), ...(series ? { series: settingsOf(series) } : {}) }
  return modal(locale, ids.meeting.settingsModal, t(locale, 'meeting.settings_title'), remembered, [
    ...(series ? [paragraph(ruleWords(locale, series.rule))] : []),
    ...settingFields(locale, series ?? usual(form)),
  ])
}

/** The form of a single meeting. */
export function meetingModal(locale: Locale, form: SettingsForm, channel: string | null): ModalView {
  return modal(locale, ids.meeting.modal, t(locale, 'meeting.new'), metadata(form, channel, null), [
    dateField(locale, form.today),
    timeField(locale, usualTime),
    ...settingFields(locale, usual(form)),
  ])
}

/** The form that moves a meeting: its day, time, length and place as they are. */
export function moveModal(locale: Locale, { planId, meeting }: MeetingForm, channel: string | null): ModalView {
  const { no, startsAt, minutes, place } = meeting
  return modal(
    locale,
    ids.meeting.moveModal,
    t(locale, 'meeting.move_title'),
    { channel, planId, no, meeting: seenOf(meeting) },
    [
      paragraph(whenLine(locale, meeting)),
      // The instant is written in the plan's zone.
      dateField(locale, startsAt.slice(0, 10)),
      timeField(locale, startsAt.slice(11, 16)),
      minutesField(locale, minutes),
      placeField(locale, place),
    ],
  )
}

/** The form that cancels a meeting. */
export function cancelModal(locale: Locale, { planId, meeting }: MeetingForm, channel: string | null): ModalView {
  const { no } = meeting
  const blocks = [paragraph(whenLine(locale, meeting)), reasonField(locale)]
  const title = t(locale, 'meeting.cancel_title')
  const remembered = { channel, planId, no, meeting: seenOf(meeting) }
  return modal(locale, ids.meeting.cancelModal, title, remembered, blocks, t(locale, 'meeting.do_cancel'))
}

/** The form that ends a series. */
export function endModal(locale: Locale, form: SettingsForm, channel: string | null): ModalView {
  const { series } = form
  const { no = null } = series ?? {}
  const intro = series
    ? [paragraph(t(locale, 'meeting.end_intro', { no: series.no, rule: ruleWords(locale, series.rule) }))]
    : []
  const blocks = [...intro, reasonField(locale)]
  const title = t(locale, 'meeting.end_title')
  return modal(locale, ids.meeting.endModal, title, metadata(form, channel, no), blocks, t(locale, 'meeting.do_end'))
}

function seenOf({ startsAt, minutes, place }: MeetingForm['meeting']) {
  return { startsAt, minutes, place }
}

function settingsOf(from: MeetingSettings): MeetingSettings {
  const { minutes, place, channel, convener, callDays, draftDays, reminderDays } = from
  return { minutes, place, channel, convener, callDays, draftDays, reminderDays }
}

function whenLine(locale: Locale, meeting: MeetingForm['meeting']): string {
  return t(locale, 'meeting.line', {
    ...whenOf(locale, meeting),
    place: meeting.place,
    state: t(locale, `meeting_state.${meeting.state}`),
  })
}

function usual({ userId }: SettingsForm): MeetingSettings {
  return { minutes: MEETING_MINUTES.usual, place: '', channel: null, convener: userId, ...LEAD_DAYS }
}

function metadata({ planId }: SettingsForm, channel: string | null, no: number | null): MeetingMetadata {
  return { channel, planId, no }
}

function modal(
  locale: Locale,
  callbackId: string,
  title: string,
  remembered: MeetingMetadata,
  blocks: KnownBlock[],
  submit = t(locale, 'button.submit'),
): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: submit },
    close: { type: 'plain_text', text: t(locale, 'button.close') },
    private_metadata: JSON.stringify(remembered),
    blocks,
  }
}

function ruleFields(locale: Locale): KnownBlock[] {
  const every = periods.flatMap((everyMonths) =>
    Array.from({ length: everyMonths }, (_, index) =>
      option(`${everyMonths}/${index + 1}`, t(locale, 'meeting.every_option', { everyMonths, month: index + 1 })),
    ),
  )
  const select = (block: string, label: string, actionId: string, options: ReturnType<typeof option>[]) =>
    input(block, label, {
      type: 'static_select',
      action_id: actionId,
      options,
      ...(options[0] ? { initial_option: options[0] } : {}),
    })
  return [
    select('every', t(locale, 'meeting.field_every'), ids.meeting.every, every),
    select(
      'ordinal',
      t(locale, 'meeting.field_ordinal'),
      ids.meeting.ordinal,
      ordinals.map((one) => option(String(one), t(locale, 'meeting.ordinal_option', { ordinal: String(one) }))),
    ),
    select(
      'weekday',
      t(locale, 'meeting.field_weekday'),
      ids.meeting.weekday,
      [1, 2, 3, 4, 5, 6, 7].map((one) => option(String(one), t(locale, 'meeting.weekday_option', { weekday: one }))),
    ),
  ]
}

function settingFields(locale: Locale, settings: MeetingSettings): KnownBlock[] {
  const { minutes, place, channel, convener, callDays, draftDays, reminderDays } = settings
  return [
    minutesField(locale, minutes),
    placeField(locale, place),
    input(
      'channel',
      t(locale, 'meeting.field_channel'),
      {
        type: 'conversations_select',
        action_id: ids.meeting.channel,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
        ...(channel ? { initial_conversation: channel } : {}),
      },
      { optional: true },
    ),
    input('convener', t(locale, 'meeting.field_convener'), {
      type: 'users_select',
      action_id: ids.meeting.convener,
      initial_user: convener,
    }),
    daysField(locale, 'call', t(locale, 'meeting.field_call'), ids.meeting.callDays, callDays),
    daysField(locale, 'draft', t(locale, 'meeting.field_draft'), ids.meeting.draftDays, draftDays),
    daysField(locale, 'reminder', t(locale, 'meeting.field_reminder'), ids.meeting.reminderDays, reminderDays),
  ]
}

function dateField(locale: Locale, day: string): KnownBlock {
  return input('date', t(locale, 'meeting.field_date'), {
    type: 'datepicker',
    action_id: ids.meeting.date,
    initial_date: day,
  })
}

function timeField(locale: Locale, time: string): KnownBlock {
  return input('time', t(locale, 'meeting.field_time'), {
    type: 'timepicker',
    action_id: ids.meeting.time,
    initial_time: time,
  })
}

function minutesField(locale: Locale, minutes: number): KnownBlock {
  return input('minutes', t(locale, 'meeting.field_minutes'), {
    type: 'number_input',
    action_id: ids.meeting.minutes,
    is_decimal_allowed: false,
    min_value: String(MEETING_MINUTES.min),
    max_value: String(MEETING_MINUTES.max),
    initial_value: String(minutes),
  })
}

function placeField(locale: Locale, place: string): KnownBlock {
  const element = { type: 'plain_text_input', action_id: ids.meeting.place, max_length: MEETING_LIMITS.place } as const
  const start = place ? { initial_value: place } : {}
  return input('place', t(locale, 'meeting.field_place'), { ...element, ...start }, { optional: true })
}

function daysField(locale: Locale, block: string, label: string, actionId: string, days: number): KnownBlock {
  const max = MEETING_LIMITS.maxDays
  const element = {
    type: 'number_input',
    action_id: actionId,
    is_decimal_allowed: false,
    min_value: '0',
    max_value: String(max),
    initial_value: String(days),
  } as const
  return input(block, label, element, { hint: t(locale, 'meeting.days_hint', { max }) })
}

function reasonField(locale: Locale): KnownBlock {
  return input('reason', t(locale, 'meeting.field_reason'), {
    type: 'plain_text_input',
    action_id: ids.meeting.reason,
    max_length: MEETING_LIMITS.reason,
  })
}
