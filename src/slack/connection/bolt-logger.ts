import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../log.ts'

/** Slack's libraries write plain ASCII of their own; what is quoted, or is not, is somebody's. */
function slackWords(line: string): string {
  return line.replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|[^\x20-\x7e]+/g, '…').slice(0, 300)
}

/** Bolt's own log lines, below warnings left out: they would carry people's texts at debug level. */
export function boltLogger(log: Log): Logger {
  const text = (parts: unknown[]) => slackWords(parts.map(String).join(' '))
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn({ from: 'slack' }, text(parts)),
    error: (...parts) => log.error({ from: 'slack' }, text(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
