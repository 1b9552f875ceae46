import { type AgendaWords, parseAgendaWords } from '../agenda/agenda-words.ts'
import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import type { SettingsWish } from './meeting-settings.ts'
import { takeSettingWords } from './setting-words.ts'

/** A meeting's start as a person says it, with what they say of its settings. */
export type MeetingWords = Pick<AgendaWords, 'day' | 'time'> & { settings: SettingsWish }

/**
 * Reads `2024-07-11 15:00 120 地点：…`: day, time and length as of an agenda, then labelled settings.
 * @throws DomainError `meeting.words_unknown` {given}, also for an order of items, which is no part of it;
 *   `agenda.no_such_time` {given}, and what `takeSettingWords` throws
 */
export function parseMeetingWords(text: string): MeetingWords {
  const { rest, settings } = takeSettingWords(text)
  const { day, time, minutes, mode } = readStart(rest)
  if (mode !== null) throw new DomainError('meeting.words_unknown', { given: rest.slice(0, 40) })
  return { day, time, settings: minutes === null ? settings : { ...settings, minutes } }
}

/**
 * Takes the number off the head of a line: `3 2024-07-12 15:00`, `第3次 …`, `#3`.
 * @throws DomainError `meeting.number_missing`
 */
export function takeNumber(text: string): { no: number; rest: string } {
  const match = /^\s*(?:第\s*|#|系列\s*|例会\s*|series\s*)?(\d{1,6})(?!\d|\s?[-/.年月:点])\s*(?:次|号)?[\s,:、]*/i.exec(
    foldFullWidth(text),
  )
  if (!match) throw new DomainError('meeting.number_missing')
  return { no: Number(match[1]), rest: text.slice(match[0].length).trim() }
}

function readStart(text: string): AgendaWords {
  try {
    return parseAgendaWords(text)
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'agenda.words_unknown')) throw error
    throw new DomainError('meeting.words_unknown', error.params)
  }
}
