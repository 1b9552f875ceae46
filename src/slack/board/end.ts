import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { type EndedMeeting, endMeeting } from '../../usecases/meeting/end-meeting.ts'
import { draftMinutes, minutesPeople } from '../../usecases/minutes/draft-minutes.ts'
import { namesOf } from '../names.ts'
import type { Request } from '../requests/request.ts'

const linesAtMost = 40

/**
 * Ends a meeting, shows how it ended, and drafts its minutes.
 * @throws DomainError `minutes.draft_failed` {no, reason} once the meeting is over, and what `endMeeting` throws
 */
export async function finishMeeting(
  { context, actor, client }: Request,
  no: number,
  show: (ended: EndedMeeting) => Promise<void>,
): Promise<void> {
  await show(await endMeeting(context, actor, no))
  // The request was taken in with the meeting's end.
  const drafter = { ...actor, requestKey: null }
  try {
    await draftMinutes(context, drafter, no, await namesOf(client, await minutesPeople(context, drafter, no)))
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('minutes.draft_failed', { no, reason: String(error).slice(0, 200) })
  }
}

/** How a meeting ended, the point first. */
export function endedLines(locale: Locale, { meeting, items, carriedOver }: EndedMeeting): string[] {
  const count = (outcome: string) => items.filter((item) => item.decision?.outcome === outcome).length
  const outcomes = {
    decided: count('decided'),
    carried: count('deferred'),
    escalated: count('escalated'),
    withdrawn: count('withdrawn'),
  }
  const actions = items.reduce((sum, item) => sum + item.actions.length, 0)
  const rest = carriedOver.length - linesAtMost
  return [
    t(locale, 'board.ended', { no: meeting.no, actions, ...outcomes }),
    ...carriedOver.slice(0, linesAtMost).map((one) => t(locale, 'board.carried_line', one)),
    ...(rest > 0 ? [t(locale, 'board.carried_more', { count: rest })] : []),
    t(locale, 'board.minutes_coming'),
  ]
}
