import { DomainError } from '../../src/domain/errors.ts'
import { everyObject } from '../../src/sandbox/block-kit/walk.ts'
import type { Bot, Deal, Line } from './bot.ts'
import type { Call } from './slack.ts'

/** Something that must not be: what it is, the same for the same fault, and what is known of it. */
export type Finding = { what: string; detail: string }

/** What Slack may refuse without a fault of the bot: what was named is gone, foreign or was never there. */
const forgivable = new Set([
  ...[
    'channel_not_found',
    'user_not_found',
    'users_not_found',
    'not_in_channel',
    'file_not_found',
    'message_not_found',
    'cant_update_message',
  ],
  ...[
    'expired_trigger_id',
    // A form that stood open for long: its answer then goes the other way.
    'expired_url',
    'exchanged_trigger_id',
    'not_found',
    'no_such_subteam',
    'HTTP 404',
    'hash_conflict',
    'view_not_found',
    'push_limit_reached',
    'user_not_in_channel',
    'method_not_supported_for_channel_type',
  ],
])
/** Said of messages to places that the bot cannot reach. */
const unreachable = new Set([
  'Slack refuses a message for now',
  'a message was given up',
  'messages do not reach a place',
])

/** What the bot's log, its calls and its transactions since the last look show; forgets them. */
export function takeFindings(bot: Bot, strict: boolean): Finding[] {
  const lines = bot.lines.splice(0)
  const deals = bot.deals.splice(0)
  const calls = [...bot.slack.calls]
  const problems = [...unforeseen.splice(0)]
  if (strict) problems.push(...lines.flatMap(ofLine), ...ofDeals(deals), ...calls.flatMap(ofCall))
  return problems
}

/** What nobody caught since the last look: a process would have died of it. */
const unforeseen: Finding[] = []

/** From now on, what nobody catches is a finding instead of the end of the process. */
export function watchProcess(): void {
  const note = (how: string) => (error: unknown) =>
    unforeseen.push({ what: `${how}: ${headline(error)}`, detail: stackOf(error) })
  process.on('unhandledRejection', note('unhandled rejection'))
  process.on('uncaughtException', note('uncaught exception'))
}

/** The first line of an error without what differs from time to time. */
export function headline(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [lines[0], ...(lines.length > 1 ? [lines.at(-1)] : [])].join(' … ').replaceAll(/\d+/g, '#').slice(0, 240)
}

/** An error with where it came from. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return `${error.stack ?? error.message}${error.cause ? `\ncaused by ${stackOf(error.cause)}` : ''}`.slice(0, 3000)
}

function ofLine({ level, what, text }: Line): Finding[] {
  if (level === 'warn') return []
  const { err, refusal, reason } = what
  if (unreachable.has(text) && forgivable.has(String(refusal ?? reason))) return []
  // The step over HTTP is judged by its answer; this line comes three seconds later.
  if (isUnanswered(err) || /not acknowledged within/.test(text)) return []
  if (what.from === 'slack') return [{ what: `Bolt says: ${headline(text)}`, detail: text }]
  return [
    {
      what: `${text}: ${err ? headline(err) : String(refusal ?? reason)}`,
      detail: err ? stackOf(err) : JSON.stringify(what),
    },
  ]
}

/** Nobody can be told anything where the person is not known to Slack. */
function isUnanswered(error: unknown): boolean {
  return (
    error instanceof Error && error.name === 'AnswerError' && /channel_not_found|user_not_found/.test(stackOf(error))
  )
}

/**
 * A repeated request; App Home notes that it was opened before it asks which plan is meant, and whether it is theirs;
 * a board whose meeting is over is not brought up to date.
 */
const harmless = new Set(['request.repeated', 'plan.choose', 'access.not_a_member', 'board.held'])

function ofDeals(deals: readonly Deal[]): Finding[] {
  const early = deals.some(({ acked }) => !acked)
    ? [{ what: 'worked before the ack', detail: `${deals.length} transactions` }]
    : []
  const saved = deals.findIndex(({ kept, wrote }) => kept && wrote)
  const failed = deals.findIndex(
    ({ kept, error }, place) => place > saved && !kept && !(error instanceof DomainError && harmless.has(error.code)),
  )
  const half =
    saved >= 0 && failed >= 0
      ? [{ what: `half saved: ${headline(deals[failed]?.error)}`, detail: stackOf(deals[failed]?.error) }]
      : []
  return [...early, ...half]
}

function ofCall({ path, given, refusal, problems }: Call): Finding[] {
  if (refusal !== null && !forgivable.has(refusal)) {
    const shown = JSON.stringify(problems)
    return [
      {
        what: `Slack refuses ${path}: ${refusal} ${shown.replaceAll(/\d+/g, '#').slice(0, 160)}`,
        detail: `${shown}\n${JSON.stringify(given).slice(0, 2000)}`,
      },
    ]
  }
  return wrongTexts(given).map((text) => ({
    what: `said in ${path}: ${text.pattern}`,
    detail: text.text.slice(0, 500),
  }))
}

const wrong = [/\bundefined\b/, /\bNaN\b/, /\[object Object\]/, /Invalid (DateTime|Date)\b/, /(^|[^\w"'“])null\b/]
/** What Slack would make a mention or a link of, where people's words stand. */
const alive = /<(!channel|!here|!everyone|!subteam|https:\/\/evil|javascript:)/

function wrongTexts(given: unknown): { pattern: string; text: string }[] {
  const found: { pattern: string; text: string }[] = []
  for (const [object] of everyObject(given)) {
    for (const [key, text] of Object.entries(object)) {
      if (typeof text !== 'string' || !/^(text|title|label|hint|placeholder|initial_comment)$/.test(key)) continue
      for (const pattern of wrong) if (pattern.test(text)) found.push({ pattern: String(pattern), text })
      const isMarkup = object.type === 'mrkdwn' || (key === 'text' && object.type === undefined)
      if (isMarkup && alive.test(text)) found.push({ pattern: String(alive), text })
    }
  }
  return found
}
