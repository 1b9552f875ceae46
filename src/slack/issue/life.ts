import type { KnownBlock } from '@slack/types'
import { DateTime } from 'luxon'
import type { LifeEvent } from '../../domain/issue-life.ts'
import { amount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ShownIssue } from '../../usecases/issue/list-issues.ts'
import { type Message, message, paragraphs, pieces, strong } from '../blocks.ts'
import { person } from '../person.ts'
import { standingWords } from '../target/table.ts'

/** Slack refuses a message of more than about 13,200 characters, some counted for each block. */
const charactersAMessage = 10_500
/** A longer line goes on in the next message. */
const charactersAPiece = 2900

/** One thing in an issue's life, with its day in the plan's zone: "2024年7月2日 第1次联席会议议定：「…」". */
export function lifeLine(locale: Locale, event: LifeEvent, zone: string): string {
  return t(locale, 'issue_life.line', { day: dayIn(zone, event.at), what: whatHappened(locale, event, zone) })
}

/** The targets of an issue's task, each with where it stands. */
export function targetLines(locale: Locale, { targets }: Pick<ShownIssue, 'targets'>): string[] {
  return targets.map((target) => {
    const { metric, value, unit, by, per, current, asOf } = target
    return t(locale, 'issue_life.target', {
      metric,
      goal: t(locale, 'target.goal', { amount: amount(locale, value, unit), by, yearly: per === 'year' }),
      current:
        current === null || asOf === null
          ? null
          : t(locale, 'target.current', { amount: amount(locale, current, unit), asOf }),
      standing: standingWords(locale, target),
    })
  })
}

/** Who raised an issue for no unit: rich text, because only Slack can show a person's name for their id. */
export function raisedBy(locale: Locale, userId: string): KnownBlock {
  const text = { type: 'text' as const, text: t(locale, 'issue_life.raised_by') }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [text, person(locale, userId)] }] }
}

/** A message with a life under it; what does not fit goes on in further messages, so nothing is cut. */
export function fillMessages(
  locale: Locale,
  first: Message,
  lines: readonly string[],
  titleOf: (part: number) => string,
): Message[] {
  const room = Math.max(0, charactersAMessage - JSON.stringify(first.blocks).length)
  const [head = [], ...parts] = shareOut(lines, room)
  return [
    head.length === 0
      ? first
      : { ...first, blocks: [...first.blocks, strong(t(locale, 'issue_life.title')), ...paragraphs(head)] },
    ...parts.map((part, index) => message(titleOf(index + 1), paragraphs(part))),
  ]
}

/** Lines in groups that each fit a message, the first of which has `room` characters left. */
function shareOut(lines: readonly string[], room: number): string[][] {
  const groups: string[][] = [[]]
  let left = room
  for (const line of lines.flatMap((one) => pieces(one, charactersAPiece))) {
    if (line.length + 1 > left) {
      groups.push([])
      left = charactersAMessage
    }
    groups.at(-1)?.push(line)
    left -= line.length + 1
  }
  return groups
}

function whatHappened(locale: Locale, event: LifeEvent, zone: string): string {
  const names = (units: readonly string[]) => units.join(t(locale, 'list.separator'))
  switch (event.kind) {
    case 'raised':
    case 'consulted':
      return event.kind === 'raised' ? t(locale, 'issue_life.raised', event) : t(locale, 'issue_life.consulted', event)
    case 'consultation':
      return t(locale, 'issue_life.consultation', {
        state: t(locale, `issue_life.consultation.${event.state}`),
        agreed: names(event.agreed),
        objected: names(event.objected.map((one) => t(locale, 'issue_life.objection', one))),
        silent: names(event.silent),
      })
    case 'scheduled': {
      const { meetingNo, position, meetsAt } = event
      return t(locale, 'issue_life.scheduled', { meetingNo, position, day: dayIn(zone, meetsAt) })
    }
    case 'outcome':
      return t(locale, `issue_life.outcome.${event.outcome}`, event)
    case 'action':
      return t(locale, 'issue_life.action', { ...event, helpers: names(event.coUnits) })
    case 'trail':
      return t(locale, `issue_life.trail.${event.what}`, event)
    default:
      return t(locale, `issue_life.${event.kind}`)
  }
}

function dayIn(zone: string, at: Date): string {
  return DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd')
}
