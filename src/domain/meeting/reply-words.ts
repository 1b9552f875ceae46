import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'
import type { Reply } from './reply.ts'

/** What a unit answers; times of day where it is there for a part only, null where not. */
export type ReplyWish = {
  reply: Reply
  deputy: string
  remark: string
  from: string | null
  until: string | null
}

/** Bounds of what is typed. */
export const REPLY_LIMITS = { deputy: 50, remark: 200 } as const

/** An answer of one word. */
export const plainReply = (reply: Reply): ReplyWish => ({ reply, deputy: '', remark: '', from: null, until: null })

const words: readonly [RegExp, Reply][] = [
  [/^(?:参加|attend|yes)$/i, 'attend'],
  [/^(?:委派|deputy)(?:\s+(?<rest>.*))?$/is, 'deputy'],
  [/^(?:不能参加|不参加|cannot|no)(?:\s+(?<rest>.*))?$/is, 'cannot'],
]
const fromWords = /^(?:from\s+(\d{1,2}:\d{2})|(\d{1,2}:\d{2})\s*(?:以后|之后|后))\s*(.*)$/is
const untilWords = /^(?:until\s+(\d{1,2}:\d{2})|(\d{1,2}:\d{2})\s*(?:以前|之前|前))\s*(.*)$/is

/** Reads `参加`, `委派 张三`, `不能参加 出差`, `15:30 以后`, `until 16:00`; null where it is no answer. */
export function parseReply(text: string): ReplyWish | null {
  const typed = text.trim()
  const folded = foldFullWidth(typed)
  const from = fromWords.exec(folded)
  if (from) return { ...plainReply('cannot'), from: from[1] ?? from[2] ?? null, remark: from[3] ?? '' }
  const until = untilWords.exec(folded)
  if (until) return { ...plainReply('cannot'), until: until[1] ?? until[2] ?? null, remark: until[3] ?? '' }
  for (const [pattern, reply] of words) {
    const match = pattern.exec(typed)
    if (!match) continue
    const rest = match.groups?.rest ?? ''
    return { ...plainReply(reply), ...(reply === 'deputy' ? { deputy: rest } : { remark: rest }) }
  }
  return null
}

/**
 * An answer as it may be stored: texts trimmed, times as minutes of a meeting that starts at `startsAt` (`HH:mm`).
 * @throws DomainError `attendance.deputy_missing`, `attendance.too_long` {max, length}, `attendance.time_outside` {given,
 *   from, to}
 */
export function checkReply(wish: ReplyWish, meeting: { startsAt: string; minutes: number }) {
  const deputy = wish.reply === 'deputy' ? wish.deputy.trim() : ''
  const remark = wish.remark.replace(/\s+/g, ' ').trim()
  if (wish.reply === 'deputy' && deputy === '') throw new DomainError('attendance.deputy_missing')
  for (const [text, max] of [
    [deputy, REPLY_LIMITS.deputy],
    [remark, REPLY_LIMITS.remark],
  ] as const) {
    if ([...text].length > max) throw new DomainError('attendance.too_long', { max, length: [...text].length })
  }
  return {
    reply: wish.reply,
    deputy,
    remark,
    fromMinute: wish.from === null ? null : minuteOf(wish.from, meeting),
    untilMinute: wish.until === null ? null : minuteOf(wish.until, meeting),
  }
}

function minuteOf(given: string, { startsAt, minutes }: { startsAt: string; minutes: number }): number {
  const start = minutesOfDay(startsAt)
  const at = minutesOfDay(given) - start
  if (Number.isInteger(at) && at > 0 && at < minutes) return at
  throw new DomainError('attendance.time_outside', { given, from: startsAt, to: clock(start + minutes) })
}

function minutesOfDay(time: string): number {
  const [hour, minute] = time.split(':').map(Number)
  return hour !== undefined && minute !== undefined && hour < 24 && minute < 60 ? hour * 60 + minute : Number.NaN
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
