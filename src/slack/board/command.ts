import { outcomeNumber } from '../../domain/decision-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { outcomeForm } from '../../usecases/decision/outcome-form.ts'
import { attendanceChoices, markAttendance } from '../../usecases/meeting/mark-attendance.ts'
import { recordOutcomeWords } from '../../usecases/meeting/record-outcome.ts'
import { runningMeetingNo, showBoard, startMeeting } from '../../usecases/meeting/start-meeting.ts'
import { takeItem } from '../../usecases/meeting/take-item.ts'
import { outcomeReceipt } from '../decision/messages.ts'
import { outcomeMetadata, outcomeModal } from '../decision/views.ts'
import type { FormRequest } from '../requests/request.ts'
import { finishMeeting } from './end.ts'
import { attendanceMarkedMessage, boardMessage, endedMessage } from './messages.ts'
import { attendanceModal, boardModal } from './views.ts'

/** `/meeting run [3]`: starts the meeting where it has not begun, and opens its board where it was. */
export async function runMeeting(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, channel, client, triggerId } = request
  const typed = /^(\d{1,6})?$/.exec(foldFullWidth(words).trim())
  if (!typed) throw new DomainError('board.words_unknown')
  const board = await startMeeting(context, actor, typed[1] ? Number(typed[1]) : null)
  const metadata = { planId: board.plan.id, meetingNo: board.meeting.no, channel }
  await client.views.open({ trigger_id: triggerId, view: boardModal(locale, board, metadata) })
}

/** `/meeting next [3]`: the next item. */
export async function nextItem(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { no } = await meetingAnd(request, words)
  const { board } = await showBoard(context, { ...actor, requestKey: null }, no)
  const [next] = board.coming
  if (!next) throw new DomainError('board.nothing_next', { no })
  await reply(boardMessage(locale, await takeItem(context, actor, no, next.no, board.current?.no ?? null)))
}

/** `/meeting take [3] #7`: takes an item up. */
export async function takeItemByWords(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { no, rest } = await meetingAnd(request, words)
  const issue = outcomeNumber(rest)
  if (!issue) throw new DomainError('board.words_unknown')
  await reply(boardMessage(locale, await takeItem(context, actor, no, issue.issueNo)))
}

/** `/meeting outcome [3] #7 …`: records an outcome in words; without them, its form. */
export async function recordByWords(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, channel, client, triggerId, reply } = request
  const { no, rest } = await meetingAnd(request, words)
  const issue = outcomeNumber(rest)
  if (!issue) throw new DomainError('board.words_unknown')
  const { issueNo } = issue
  if (issue.rest !== '') {
    const recorded = await recordOutcomeWords(context, actor, { meetingNo: no, issueNo }, issue.rest)
    return reply(outcomeReceipt(locale, recorded, recorded.dueOn))
  }
  const form = await outcomeForm(context, actor, { issueNo, meetingNo: no })
  const metadata = outcomeMetadata(form, { meetingNo: no, boardViewId: null, channel })
  await client.views.open({ trigger_id: triggerId, view: outcomeModal(locale, form, metadata) })
}

/** `/meeting attend [3] 市商务局、武汉海关`: marks who is there; without names, the form. */
export async function attendByWords(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, channel, client, triggerId, reply } = request
  const { no, rest } = await meetingAnd(request, words)
  const names = rest
    .split(/[、,;\uff0c\uff1b]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length > 0) return reply(attendanceMarkedMessage(locale, await markAttendance(context, actor, no, names)))
  const { planId, ...choices } = await attendanceChoices(context, actor, no)
  const metadata = { planId, meetingNo: no, channel, boardViewId: null }
  await client.views.open({ trigger_id: triggerId, view: attendanceModal(locale, choices, metadata) })
}

/** `/meeting end [3]`: ends the meeting. */
export async function endByWords(request: FormRequest, words: string): Promise<void> {
  const { no, rest } = await meetingAnd(request, words)
  if (rest !== '') throw new DomainError('board.words_unknown')
  await finishMeeting(request, no, (ended) => request.reply(endedMessage(request.locale, ended)))
}

/** The meeting's number at the head of words, or that of the meeting under way, and the rest. */
async function meetingAnd({ context, actor }: FormRequest, words: string): Promise<{ no: number; rest: string }> {
  const typed = /^(?:第\s?)?(\d{1,6})(?:次)?(?:\s+|$|(?=#))/.exec(foldFullWidth(words))
  if (typed) return { no: Number(typed[1]), rest: words.slice(typed[0].length).trim() }
  return { no: await runningMeetingNo(context, { ...actor, requestKey: null }), rest: words.trim() }
}
