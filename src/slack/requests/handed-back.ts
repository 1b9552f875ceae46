import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'

/** The largest number that the database keeps in its integers. */
const largest = 2 ** 31 - 1
const day = z.iso.date()
const time = z.iso.time({ precision: -1 })

/**
 * A number that the bot wrote into a button, an option or a form and that Slack hands back: whole and not negative.
 * @throws DomainError `request.unreadable` for anything else, as from a message of another version
 */
export function wholeNumber(given: unknown): number {
  const number = optionalNumber(given)
  if (number === null) throw new DomainError('request.unreadable')
  return number
}

/** As {@link wholeNumber}, but null for anything else. */
export function optionalNumber(given: unknown): number | null {
  const number = typeof given === 'string' && /^\d{1,10}$/.test(given) ? Number(given) : given
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= largest ? number : null
}

/**
 * What a form was opened with.
 * @throws DomainError `request.unreadable` where it is no object, or holds a number, a day (`today`) or a `channel` that the bot never writes
 */
export function readMetadata(text: string | undefined): Record<string, unknown> {
  const metadata = parse(text || '{}')
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))
    throw new DomainError('request.unreadable')
  const read = metadata as Record<string, unknown>
  for (const value of Object.values(read)) if (typeof value === 'number') wholeNumber(value)
  if (read.today && !day.safeParse(read.today).success) throw new DomainError('request.unreadable')
  if (typeof read.channel === 'string' && !/^\w{1,40}$/.test(read.channel)) throw new DomainError('request.unreadable')
  return read
}

/**
 * Looks at the days and times of day chosen in a form.
 * @throws DomainError `request.unreadable` where one is none
 */
export function checkPicked(fields: Readonly<Record<string, Picked>>): void {
  const picked = z.object({ selected_date: day.nullish(), selected_time: time.nullish() })
  for (const field of Object.values(fields))
    if (!picked.safeParse(field).success) throw new DomainError('request.unreadable')
}

type Picked = { selected_date?: unknown; selected_time?: unknown }

/**
 * What the bot wrote into a button as JSON.
 * @throws DomainError `request.unreadable` where it is not of that shape
 */
export function readWritten<T>(text: string, shape: z.ZodType<T>): T {
  const read = shape.safeParse(parse(text))
  if (!read.success) throw new DomainError('request.unreadable')
  return read.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('request.unreadable')
  }
}
