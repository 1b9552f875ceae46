import { outcomeForm } from '../../usecases/decision/outcome-form.ts'
import { attendanceChoices, markAttendance } from '../../usecases/meeting/mark-attendance.ts'
import { takeItem } from '../../usecases/meeting/take-item.ts'
import { outcomeMetadata, outcomeModal } from '../decision/views.ts'
import { ids } from '../ids.ts'
import { readMetadata, wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Fields, SubmitRequest } from '../requests/request.ts'
import { endedLines, finishMeeting } from './end.ts'
import { attendanceMarkedMessage } from './messages.ts'
import { refreshBoard } from './refresh.ts'
import { attendanceModal, type BoardMetadata, boardNoteModal } from './views.ts'

/** 记录结果 or 更改: the form of the item's outcome, above the board. */
export async function openOutcome(request: ActionRequest): Promise<void> {
  const { context, locale, client, triggerId, value } = request
  const { actor, metadata, viewId } = boardOf(request)
  const { meetingNo, channel } = metadata
  const form = await outcomeForm(context, actor, { issueNo: wholeNumber(value), meetingNo })
  const view = outcomeModal(locale, form, outcomeMetadata(form, { meetingNo, channel, boardViewId: viewId }))
  await client.views.push({ trigger_id: triggerId, view })
}

/** 下一项: from the item that the board shows to the next. */
export async function stepOn(request: ActionRequest): Promise<void> {
  const [from, to] = request.value.split('/')
  await take(request, wholeNumber(to), from ? wholeNumber(from) : null)
}

/** 讨论此项: any item. */
export async function takeUpItem(request: ActionRequest): Promise<void> {
  await take(request, wholeNumber(request.value))
}

/** 刷新 */
export async function refresh(request: ActionRequest): Promise<void> {
  const { metadata, viewId } = boardOf(request)
  await refreshBoard(request, metadata, viewId, async () => undefined)
}

/** 点名: the form of attendance, above the board. */
export async function openAttendance(request: ActionRequest): Promise<void> {
  const { context, locale, client, triggerId } = request
  const { actor, metadata, viewId } = boardOf(request)
  const units = await attendanceChoices(context, actor, metadata.meetingNo)
  const view = attendanceModal(locale, units, { ...metadata, boardViewId: viewId })
  await client.views.push({ trigger_id: triggerId, view })
}

/** The units that were chosen, by id. */
export function readAttendance(fields: Fields): { input: number[] } {
  return { input: (fields[ids.board.present]?.selected_options ?? []).map((one) => wholeNumber(one.value)) }
}

/** Marks attendance, and brings the board below up to date; where that is over, says so. */
export async function submitAttendance(request: SubmitRequest, present: number[]): Promise<void> {
  const { context, locale, reply } = request
  const { boardViewId, ...metadata } = request.metadata as BoardMetadata & { boardViewId: string | null }
  const actor = { ...request.actor, planId: metadata.planId }
  const mark = () => markAttendance(context, actor, metadata.meetingNo, present)
  if (boardViewId === null) return reply(attendanceMarkedMessage(locale, await mark()))
  let marked: Awaited<ReturnType<typeof mark>> | undefined
  const shown = await refreshBoard(request, metadata, boardViewId, async () => {
    marked = await mark()
  })
  if (!shown && marked) await reply(attendanceMarkedMessage(locale, marked))
}

/** 结束会议 */
export async function endFromBoard(request: ActionRequest): Promise<void> {
  const { locale, client } = request
  const { actor, metadata, viewId } = boardOf(request)
  await finishMeeting({ ...request, actor }, metadata.meetingNo, async (ended) => {
    const [title = '', ...lines] = endedLines(locale, ended)
    await client.views
      .update({ view_id: viewId, view: boardNoteModal(locale, metadata.meetingNo, title, lines) })
      .catch(() => undefined)
  })
}

async function take(request: ActionRequest, issueNo: number, from?: number | null): Promise<void> {
  const { actor, metadata, viewId } = boardOf(request)
  await refreshBoard(request, metadata, viewId, () =>
    takeItem(request.context, actor, metadata.meetingNo, issueNo, from),
  )
}

function boardOf({ body, actor }: ActionRequest) {
  const metadata = readMetadata(body.view?.private_metadata) as BoardMetadata
  // A board that does not know its meeting is none.
  const [planId] = [wholeNumber(metadata.planId), wholeNumber(metadata.meetingNo)]
  return { metadata, viewId: body.view?.id ?? '', actor: { ...actor, planId } }
}
