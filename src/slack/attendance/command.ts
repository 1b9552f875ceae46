import { DomainError } from '../../domain/errors.ts'
import type { MeetingFacts } from '../../domain/meeting/invitation.ts'
import { parseReply, plainReply, type ReplyWish } from '../../domain/meeting/reply-words.ts'
import { changeAgenda } from '../../usecases/agenda/change-agenda.ts'
import { replyForm, replyToMeeting, showRoster } from '../../usecases/meeting/reply-to-meeting.ts'
import { changedMessage } from '../agenda/messages.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, Request } from '../requests/request.ts'
import { repliedMessage, rosterMessage } from './messages.ts'
import { cannotModal, deputyModal } from './views.ts'

/** `/meeting rsvp 3 委派 张三`: an answer in words; `words` is what follows the meeting's number. */
export async function replyByWords(request: Request, no: number, words: string): Promise<void> {
  const wish = parseReply(words)
  if (!wish) throw new DomainError('attendance.words_unknown', { no })
  await answer(request, no, wish)
}

/** `/meeting roster 3`: who comes. */
export async function showRosterOf({ context, actor, locale, reply }: Request, no: number): Promise<void> {
  await reply(rosterMessage(locale, await showRoster(context, actor, no)))
}

/** “Attend” under an invitation. */
export async function attendFromButton(request: ActionRequest): Promise<void> {
  const { inItsPlan, no } = target(request)
  await answer(inItsPlan, no, plainReply('attend'))
}

/** “Send a deputy”: asks who. */
export async function openDeputy(request: ActionRequest): Promise<void> {
  await openForm(request, deputyModal)
}

/** “Cannot”: asks whether at all, or only from or until a time. */
export async function openCannot(request: ActionRequest): Promise<void> {
  await openForm(request, cannotModal)
}

/** “Re-solve by the answers” under a roster: the agenda anew, as a draft to the convener alone. */
export async function resolveFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { inItsPlan, no } = target(request)
  await reply(
    changedMessage(locale, await changeAgenda(context, inItsPlan.actor, { meetingNo: no }, { kind: 'again' })),
  )
}

/** Stores an answer and tells the person. */
export async function answer({ context, actor, locale, reply }: Request, no: number, wish: ReplyWish): Promise<void> {
  await reply(repliedMessage(locale, await replyToMeeting(context, actor, no, wish)))
}

type Form = (locale: Request['locale'], meeting: MeetingFacts, channel: string | null) => ReturnType<typeof deputyModal>

async function openForm(request: ActionRequest, form: Form): Promise<void> {
  const { context, client, locale, triggerId, channel } = request
  const { inItsPlan, no } = target(request)
  const meeting = await replyForm(context, inItsPlan.actor, no)
  await client.views.open({ trigger_id: triggerId, view: form(locale, meeting, channel) })
}

function target(request: ActionRequest): { inItsPlan: ActionRequest; no: number } {
  const { planId, value } = ofPlan(request.value)
  return { inItsPlan: { ...request, actor: { ...request.actor, planId } }, no: wholeNumber(value) }
}
