import { foldFullWidth } from '../full-width.ts'
import type { AgendaChange } from './fixes.ts'

/** A change as typed; a window names its unit and the times of day, null where open. */
export type AgendaChangeWords =
  | Exclude<AgendaChange, { kind: 'window' }>
  | { kind: 'window_of'; unit: string; from: string | null; until: string | null }

const placeWords: readonly [RegExp, 'up' | 'down' | 'first' | 'last' | 'free' | 'add' | 'defer'][] = [
  [/^(?:up|上移)$/i, 'up'],
  [/^(?:down|下移)$/i, 'down'],
  [/^(?:first|固定首位|首位)$/i, 'first'],
  [/^(?:last|固定末位|末位)$/i, 'last'],
  [/^(?:free|取消固定)$/i, 'free'],
  [/^(?:add|加议题|加入|列入|加)$/i, 'add'],
  [/^(?:defer|延期)$/i, 'defer'],
]
const placed = /^(\S+)\s*#?(\d{1,6})$/
const minutesWords = /^(?:minutes|改时长|时长)\s*#?(\d{1,6})\s+(\d{1,4})\s*(?:分钟|分|min|minutes)?$/i
const beforeWords = /^(?:before\s*#?(\d{1,6})\s+#?(\d{1,6})|#?(\d{1,6})\s*在\s*#?(\d{1,6})\s*之?前)$/i
const windowWords =
  /^(?:window|时段)\s+(.+?)\s+(?:(\d{1,2}:\d{2})\s*[-–—~到至]\s*(\d{1,2}:\d{2})?|[-–—~到至]\s*(\d{1,2}:\d{2}))$/i
const againWords = /^(?:again|resolve|重排)$/i

/** Reads `first 7`, `上移 #7`, `minutes 7 20`, `7 在 9 之前`, `window 市财政局 15:30-16:30`; null where it is no change. */
export function parseAgendaChange(text: string): AgendaChangeWords | null {
  const words = foldFullWidth(text).trim()
  if (againWords.test(words)) return { kind: 'again' }
  const minutes = minutesWords.exec(words)
  if (minutes) return { kind: 'minutes', no: Number(minutes[1]), minutes: Number(minutes[2]) }
  const before = beforeWords.exec(words)
  if (before) return { kind: 'before', no: Number(before[1] ?? before[3]), other: Number(before[2] ?? before[4]) }
  const window = windowWords.exec(words)
  if (window) {
    const [, unit = '', from, to, until] = window
    return { kind: 'window_of', unit, from: from ?? null, until: to ?? until ?? null }
  }
  const [, word = '', no] = placed.exec(words) ?? []
  const kind = placeWords.find(([pattern]) => pattern.test(word))?.[1]
  return kind ? { kind, no: Number(no) } : null
}
