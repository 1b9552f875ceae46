import { parseAgendaWords } from '../../domain/agenda/agenda-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { checkReason, LEAD_DAYS, type SettingsWish, settleSettings } from '../../domain/meeting/meeting-settings.ts'
import type { MeetingWords } from '../../domain/meeting/meeting-words.ts'
import { recurrenceRule } from '../../domain/meeting/recurrence.ts'
import type { SeriesWords } from '../../domain/meeting/series-words.ts'
import type { Locale } from '../../i18n/locale.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { ids } from '../ids.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { Fields, SubmitRequest } from '../requests/request.ts'
import { cancelOne, changeOne, createOne, endOne, moveOne, planOne } from './change.ts'
import type { MeetingMetadata } from './views.ts'

/** Checks the form of a new series; what is wrong is said at the field. */
export function checkSeries(fields: Fields, locale: Locale): Checked<SeriesWords> {
  return checkedAt(locale, fieldOf, () => {
    const [everyMonths, month] = chosen(fields, ids.meeting.every).split('/').map(wholeNumber)
    const { hour, minute } = clockOf(fields)
    const ordinal = chosen(fields, ids.meeting.ordinal)
    const rule = recurrenceRule.safeParse({
      everyMonths,
      month,
      ordinal: ordinal === 'last' ? ordinal : wholeNumber(ordinal),
      weekday: wholeNumber(chosen(fields, ids.meeting.weekday)),
      hour,
      minute,
    })
    if (!rule.success) throw new DomainError('request.unreadable')
    return { rule: rule.data, settings: settingsOf(fields) }
  })
}

/** Checks the form of a single meeting, or of the meeting that is moved. */
export function checkMeeting(fields: Fields, locale: Locale): Checked<MeetingWords> {
  return checkedAt(locale, fieldOf, () => {
    const { day } = parseAgendaWords(fields[ids.meeting.date]?.selected_date ?? '')
    return { day, time: clockOf(fields), settings: settingsOf(fields) }
  })
}

/** Checks the form of a series' settings. */
export function checkSettings(fields: Fields, locale: Locale): Checked<SettingsWish> {
  return checkedAt(locale, fieldOf, () => settingsOf(fields))
}

/** Checks why a meeting is cancelled or a series ended. */
export function checkCancel(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, fieldOf, () => checkReason(fields[ids.meeting.reason]?.value ?? ''))
}

/** Sets up the series of the form. */
export async function submitSeries(request: SubmitRequest, words: SeriesWords): Promise<void> {
  await createOne(inItsPlan(request), words)
}

/** Plans the meeting of the form. */
export async function submitMeeting(request: SubmitRequest, words: MeetingWords): Promise<void> {
  await planOne(inItsPlan(request), words)
}

/** Moves the meeting as the form says. */
export async function submitMove(request: SubmitRequest, words: MeetingWords): Promise<void> {
  await moveOne(inItsPlan(request), numberOf(request), words, seenIn(request))
}

/** Changes the settings of the series. */
export async function submitSettings(request: SubmitRequest, wish: SettingsWish): Promise<void> {
  const { series = null } = request.metadata as MeetingMetadata
  await changeOne(inItsPlan(request), numberOf(request), wish, series)
}

/** Cancels the meeting. */
export async function submitCancel(request: SubmitRequest, reason: string): Promise<void> {
  await cancelOne(inItsPlan(request), numberOf(request), reason, seenIn(request))
}

/** Ends the series. */
export async function submitEnd(request: SubmitRequest, reason: string): Promise<void> {
  await endOne(inItsPlan(request), numberOf(request), reason)
}

function inItsPlan(request: SubmitRequest): SubmitRequest {
  const { planId } = request.metadata as MeetingMetadata
  return { ...request, actor: { ...request.actor, planId } }
}

function numberOf(request: SubmitRequest): number {
  return (request.metadata as MeetingMetadata).no ?? 0
}

/** When and where the meeting was as the form showed it. */
function seenIn(request: SubmitRequest) {
  const { meeting } = request.metadata as MeetingMetadata
  return meeting ? { ...meeting, startsAt: new Date(meeting.startsAt) } : null
}

/** The settings that the form has fields for, within their bounds. */
function settingsOf(fields: Fields): SettingsWish {
  const number = (name: 'callDays' | 'draftDays' | 'reminderDays' | 'minutes') => {
    const value = fields[ids.meeting[name]]?.value
    return value === undefined || value === null ? {} : { [name]: Number(value) }
  }
  const convener = fields[ids.meeting.convener]?.selected_user
  const channel = fields[ids.meeting.channel]
  const wish: SettingsWish = {
    ...number('minutes'),
    place: fields[ids.meeting.place]?.value ?? '',
    ...(channel ? { channel: channel.selected_conversation ?? null } : {}),
    ...(convener ? { convener } : {}),
    ...number('callDays'),
    ...number('draftDays'),
    ...number('reminderDays'),
  }
  settleSettings({ minutes: 0, place: '', channel: null, convener: '', ...LEAD_DAYS }, wish)
  return wish
}

function clockOf(fields: Fields): { hour: number; minute: number } {
  const [hour = 0, minute = 0] = (fields[ids.meeting.time]?.selected_time ?? '').split(':').map(Number)
  return { hour, minute }
}

function chosen(fields: Fields, actionId: string): string {
  return fields[actionId]?.selected_option?.value ?? ''
}

function fieldOf(code: string): string {
  if (code.startsWith('agenda.minutes')) return ids.meeting.minutes
  if (code.startsWith('meeting.place')) return ids.meeting.place
  if (code.startsWith('meeting.days')) return ids.meeting.callDays
  if (code.startsWith('meeting.reason')) return ids.meeting.reason
  return ids.meeting.date
}
