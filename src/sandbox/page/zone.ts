/** The zone the workspace lives in: times are shown and entered in it, wherever the browser is. */
const ZONE = 'Asia/Shanghai'

const wallParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** The wall time of an instant (epoch ms) in the workspace's zone, `YYYY-MM-DDTHH:MM`. */
export function wallTime(epochMs: number): string {
  const part = Object.fromEntries(wallParts.formatToParts(epochMs).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

/** The instant (epoch ms) of a wall time `YYYY-MM-DDTHH:MM` in the workspace's zone; null where it is not one. */
export function instantOf(wall: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(wall)) return null
  const asUtc = Date.parse(`${wall.slice(0, 16)}:00Z`)
  if (Number.isNaN(asUtc)) return null
  const offset = Date.parse(`${wallTime(asUtc)}:00Z`) - asUtc
  const guess = asUtc - offset
  const drift = Date.parse(`${wallTime(guess)}:00Z`) - asUtc
  return guess - drift
}

/** The instant of a Slack timestamp (`seconds.microseconds`) in epoch ms. */
export function instantOfTs(ts: string): number {
  return Math.floor(Number(ts) * 1000)
}

// To make a formatter takes far longer than to use one, and a long channel asks for a thousand dates.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** Formats an instant (epoch ms) in the workspace's zone. */
export function formatInstant(epochMs: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const clock: Intl.DateTimeFormatOptions =
    locale === 'zh-CN' && options.hour ? { hourCycle: 'h23', hour: '2-digit' } : {}
  const key = `${locale} ${JSON.stringify(options)}`
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options, ...clock })
  formatters.set(key, formatter)
  return formatter.format(epochMs)
}
