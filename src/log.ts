import { type Logger, pino } from 'pino'

/** The product's log: one JSON line an event, ids and never texts or tokens. */
export type Log = Logger

/** A log at the given level, to standard error so that standard output stays the answer of a command. */
export function createLog(level: string): Log {
  return pino({ level, base: null, redact: ['*.token', '*.botToken', '*.appToken'] }, pino.destination(2))
}
