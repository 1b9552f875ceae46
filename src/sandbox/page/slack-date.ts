import type { Words } from './words-zh.ts'
import { formatInstant, wallTime } from './zone.ts'

const shapes: Record<string, Intl.DateTimeFormatOptions> = {
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  date_long_full: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
}

/** How a date is to be said: in which language, and on which day (epoch ms). */
export type DateSpeech = { locale: string; words: Words; now: number }

/**
 * Fills the tokens of Slack's date format (`{date_num}`, `{date_short_pretty}`, `{time}` …) for an instant in epoch ms.
 * Unknown tokens stay as they are. See https://docs.slack.dev/messaging/formatting-message-text#date-formatting.
 */
export function fillDateFormat(format: string, at: number, speech: DateSpeech): string {
  return format.replace(/\{([a-z_]+)\}/g, (whole, token: string) => {
    if (token === 'date_num') return wallTime(at).slice(0, 10)
    if (token === 'ago') return ago(at, speech)
    const pretty = /^(date|date_short|date_long)_pretty$/.exec(token)
    const near = pretty && nearDay(at, speech)
    if (near) return near
    const shape = shapes[pretty?.[1] ?? token]
    return shape ? formatInstant(at, speech.locale, shape) : whole
  })
}

const dayOf = (instant: number) => Date.parse(`${wallTime(instant).slice(0, 10)}T00:00:00Z`) / 86_400_000

function nearDay(at: number, { words, now }: DateSpeech): string | undefined {
  return { '-1': words.yesterday, '0': words.today, '1': words.tomorrow }[String(dayOf(at) - dayOf(now))]
}

function ago(at: number, { locale, now }: DateSpeech): string {
  const minutes = Math.round((at - now) / 60_000)
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute')
  if (Math.abs(minutes) < 1440) return relative.format(Math.round(minutes / 60), 'hour')
  return relative.format(Math.round(minutes / 1440), 'day')
}
