import { refuseLong } from '../action/action-facts.ts'
import { checkMeetingMinutes } from '../agenda/meeting-start.ts'
import { DomainError } from '../errors.ts'

/** Bounds of what is typed for a meeting. Days are working days before it; 0 turns that message off. */
export const MEETING_LIMITS = { place: 200, reason: 300, maxDays: 30 } as const

/** Working days before a meeting: topics are called for, the draft agenda goes to the convener, each person is reminded. */
export const LEAD_DAYS = { callDays: 10, draftDays: 3, reminderDays: 1 } as const
export type LeadDays = { callDays: number; draftDays: number; reminderDays: number }

/** How a meeting, or each meeting of a series, is held. `channel` null: the plan's. */
export type MeetingSettings = LeadDays & {
  minutes: number
  /** A place or a link; empty where none was set. */
  place: string
  channel: string | null
  /** Slack's id of a person. */
  convener: string
}

/** Settings as a person says them; what is left out is as it was, or as usual. */
export type SettingsWish = Partial<MeetingSettings>

/**
 * The settings with what was wished, as they may be stored.
 * @throws DomainError `agenda.minutes_out_of_range`, `meeting.place_too_long` {max, length}, `meeting.days_out_of_range`
 *   {given, max}, `meeting.days_order` {call, draft} where topics would be called for after the draft
 */
export function settleSettings(start: MeetingSettings, wish: SettingsWish): MeetingSettings {
  const settings = { ...start, ...wish }
  const place = settings.place.replace(/\s+/g, ' ').trim()
  refuseLong('meeting.place_too_long', place, MEETING_LIMITS.place)
  for (const days of [settings.callDays, settings.draftDays, settings.reminderDays]) checkDays(days)
  const { callDays: call, draftDays: draft } = settings
  if (call > 0 && call <= draft) throw new DomainError('meeting.days_order', { call, draft })
  return { ...settings, place, minutes: checkMeetingMinutes(settings.minutes) }
}

/** @throws DomainError `meeting.days_out_of_range` {given, max} */
function checkDays(days: number): void {
  const max = MEETING_LIMITS.maxDays
  if (!(Number.isInteger(days) && days >= 0 && days <= max))
    throw new DomainError('meeting.days_out_of_range', { given: String(days), max })
}

/** Why a meeting is cancelled, as it may be stored. @throws DomainError `meeting.reason_missing`, `meeting.reason_too_long` {max, length} */
export function checkReason(reason: string): string {
  const text = reason.replace(/\s+/g, ' ').trim()
  if (text === '') throw new DomainError('meeting.reason_missing')
  refuseLong('meeting.reason_too_long', text, MEETING_LIMITS.reason)
  return text
}
