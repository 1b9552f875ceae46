import { type Logger, pino } from 'pino'
import { errorFacts } from './log-facts.ts'

/** The product's log: one JSON line an event, ids and never texts or tokens. */
export type Log = Logger

/** Where lines go: standard error, so that standard output stays the answer of a command. */
const standardError = () => pino.destination(2)

/** A log at the given level; `write` takes its lines in a test. */
export function createLog(level: string, write?: (line: string) => void): Log {
  const lines = write ? { write } : standardError()
  return pino(
    {
      level,
      base: null,
      serializers: { err: errorFacts },
      hooks: {
        // Of an error alone, pino would make its message the line's.
        logMethod(given, log) {
          const [first, ...rest] = given
          if (first instanceof Error && rest.length === 0) log.call(this, { err: first }, 'an error')
          else log.apply(this, given)
        },
      },
    },
    { write: (line: string) => void lines.write(maskSecrets(line)) },
  )
}

/** What lets its holder in: tokens, addresses that answer for the bot, tickets of sockets, passwords of databases. */
const secrets: readonly [RegExp, string][] = [
  [/\b(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]+/g, '[token]'],
  [/\bBearer\s+[\w.~+/-]+=*/gi, 'Bearer [token]'],
  [/(\bhooks\.slack(?:-gov)?\.com\/)[^\s"'\\)]+/g, '$1[address]'],
  [/(\bwss?:\/\/[^\s"'?\\]+\?)[^\s"'\\)]+/g, '$1[ticket]'],
  [/(\bpostgres(?:ql)?:\/\/[^\s:@/"'\\]*:)[^\s@"'\\]*@/g, '$1[password]@'],
]

/** A text with the secrets in it masked, by their shapes. */
export function maskSecrets(text: string): string {
  return secrets.reduce((masked, [shape, mask]) => masked.replace(shape, mask), text)
}
