import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import type { WantedStart } from './meeting-start.ts'

/** How items are ordered: so that units wait least (按等候), or by score (按重要程度). */
export const agendaModes = ['waiting', 'score'] as const
export type AgendaMode = (typeof agendaModes)[number]

/** A meeting as typed in one line; null where not said. */
export type AgendaWords = WantedStart & { minutes: number | null; mode: AgendaMode | null }

type Reader = { pattern: RegExp; read: (found: AgendaWords, groups: Record<string, string | undefined>) => boolean }

const daysAhead: Readonly<Record<string, number>> = { 今天: 0, 明天: 1, 后天: 2, today: 0, tomorrow: 1 }

const readers: readonly Reader[] = [
  {
    pattern: /^(?<word>今天|明天|后天|today|tomorrow)/i,
    read: (found, { word = '' }) => {
      if (found.day) return false
      found.day = { inDays: daysAhead[word.toLowerCase()] ?? 0 }
      return true
    },
  },
  {
    pattern:
      /^(?:(?<year>20\d\d)\s?[-/.年]\s?)?(?<month>\d{1,2})\s?[-/.月]\s?(?<day>\d{1,2})(?:\s?[日号]|(?!\d|\s?(?:[:点时]|个?小时|h)))/i,
    read: (found, { year, month, day }) => {
      if (found.day) return false
      found.day = { year: year ? Number(year) : null, month: Number(month), day: Number(day) }
      return true
    },
  },
  {
    pattern:
      /^(?<half>上午|下午|晚上|am|pm)?\s?(?<hour>\d{1,2})\s?(?:[:点时](?:(?<minute>\d{1,2})\s?分?|(?<thirty>半))?|(?=\s?[ap]m))\s?(?<after>am|pm)?(?!\d)/i,
    read: (found, { half, hour, minute, thirty, after }) => {
      if (found.time) return false
      found.time = readClock(half ?? after, Number(hour), thirty ? 30 : Number(minute ?? 0))
      return true
    },
  },
  {
    pattern:
      /^[-~—–至到]\s?(?<half>上午|下午|晚上)?\s?(?<hour>\d{1,2})\s?[:点时](?:(?<minute>\d{1,2})\s?分?|(?<thirty>半))?(?!\d)/,
    read: (found, { half, hour, minute, thirty }) => {
      if (!found.time || found.minutes !== null) return false
      // In 下午3点到5点 the afternoon is said once.
      const implied = found.time.hour >= 12 && Number(hour) < 12 ? '下午' : undefined
      const end = readClock(half ?? implied, Number(hour), thirty ? 30 : Number(minute ?? 0))
      found.minutes = (end.hour - found.time.hour) * 60 + end.minute - found.time.minute
      return true
    },
  },
  {
    pattern: /^(?<count>\d{1,4}(?:\.\d)?)(?:\s?(?<unit>个?小时|hours?|h|分钟?|minutes?|mins?|m)|(?![\d.\p{L}]))/iu,
    read: (found, { count, unit }) => {
      if (found.minutes !== null) return false
      found.minutes = Number(count) * (unit && /小时|h/i.test(unit) ? 60 : 1)
      return true
    },
  },
  { pattern: /^(?:按?等候(?:最少)?|waiting|wait)/i, read: (found) => readMode(found, 'waiting') },
  { pattern: /^(?:按?重要(?:程度)?|按?分数|score)/i, read: (found) => readMode(found, 'score') },
]
const separator = /^(?:[\s,;、。]|t(?=\d)|(?:周|星期|礼拜)[一二三四五六日天]|\([^()]{1,8}\))+/i

/**
 * Reads `2024-07-02 15:00 120`, `7月2日 下午3点 2小时`, `7月2日15:00-17:00 按重要程度`: day, time, length and order,
 * each at most once, in that or another order; full-width digits and punctuation will do. A weekday beside the day is
 * passed over.
 * @throws DomainError `agenda.words_unknown` {given} for what makes no sense, `agenda.no_such_time` {given}
 */
export function parseAgendaWords(text: string): AgendaWords {
  const found: AgendaWords = { day: null, time: null, minutes: null, mode: null }
  for (let rest = foldFullWidth(text).trim(); rest !== ''; ) {
    const length = separator.exec(rest)?.[0].length || readWord(rest, found)
    if (length === 0) throw new DomainError('agenda.words_unknown', { given: rest.slice(0, 40) })
    rest = rest.slice(length)
  }
  return found
}

/** What {@link parseAgendaWords} reads back: "2024-07-02 15:00 120 score". */
export function formatAgendaWords(start: string, minutes: number, mode: AgendaMode): string {
  return `${start.slice(0, 10)} ${start.slice(11, 16)} ${minutes} ${mode}`
}

function readWord(text: string, found: AgendaWords): number {
  for (const { pattern, read } of readers) {
    const match = pattern.exec(text)
    if (match && read(found, match.groups ?? {})) return match[0].length
  }
  return 0
}

function readMode(found: AgendaWords, mode: AgendaMode): boolean {
  if (found.mode) return false
  found.mode = mode
  return true
}

function readClock(half: string | undefined, hour: number, minute: number): { hour: number; minute: number } {
  const afternoon = half !== undefined && /下午|晚上|pm/i.test(half) && hour < 12
  const midnight = half !== undefined && /am/i.test(half) && hour === 12
  const local = afternoon ? hour + 12 : midnight ? 0 : hour
  if (local > 23 || minute > 59)
    throw new DomainError('agenda.no_such_time', { given: `${hour}:${String(minute).padStart(2, '0')}` })
  return { hour: local, minute }
}
