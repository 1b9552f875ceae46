import { DomainError } from '../../domain/errors.ts'
import { foldFullWidth } from '../../domain/full-width.ts'
import { t } from '../../i18n/translate.ts'
import type { Actor } from '../../usecases/context.ts'
import { amendMinutes } from '../../usecases/minutes/amend-minutes.ts'
import { draftMinutes, minutesPeople } from '../../usecases/minutes/draft-minutes.ts'
import { showMinutes } from '../../usecases/minutes/show-minutes.ts'
import { signMinutes } from '../../usecases/minutes/sign-minutes.ts'
import { type MinutesReference, submitMinutes } from '../../usecases/minutes/submit-minutes.ts'
import { escapeText, message } from '../blocks.ts'
import { uploadFiles } from '../delivery/upload-files.ts'
import { namesOf } from '../names.ts'
import { ofPlan } from '../plan-value.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { ActionRequest, FormRequest, Request } from '../requests/request.ts'
import { minutesMessage } from './messages.ts'

/** `/meeting minutes 3`: the minutes with their files; a convener's first look drafts them. */
export async function showMinutesByWords(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, client, reply } = request
  const { no } = numberAnd(words)
  const seen = await showMinutes(context, actor, no)
  if (seen.rows.length === 0) return draft(request, actor, no)
  await reply(minutesMessage(locale, seen))
  const files = seen.rows.flatMap((row) => (row.file ? [row.file] : []))
  if (files.length === 0) return
  const text = escapeText(t(locale, 'minutes.sending', { no }))
  await client.chat.postMessage({
    channel: actor.userId,
    text: [text, ...(await uploadFiles(client, files))].join('\n'),
  })
}

/** `/meeting submit 3`: puts the draft that stands before the leaders. */
export async function submitByWords(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { no } = numberAnd(words)
  await reply(message(t(locale, 'minutes.submitted', await submitMinutes(context, actor, { no }))))
}

/** `/meeting sign 3`: a leader signs the draft that stands. */
export async function signByWords(request: FormRequest, words: string): Promise<void> {
  await sign(request, request.actor, numberAnd(words).no, null)
}

/** `/meeting amend 3 …`: drafts an amendment of signed minutes. */
export async function amendByWords(request: FormRequest, words: string): Promise<void> {
  const { context, actor, locale, reply } = request
  const { no, rest } = numberAnd(words)
  await reply(message(t(locale, 'minutes.drafted', await amendMinutes(context, actor, no, rest))))
}

/** 送签 under a draft. */
export async function submitFromButton(request: ActionRequest): Promise<void> {
  const { context, locale, reply } = request
  const { actor, reference } = referenceOf(request)
  await reply(message(t(locale, 'minutes.submitted', await submitMinutes(context, actor, reference))))
}

/** 重新生成 under a draft. */
export async function redraftFromButton(request: ActionRequest): Promise<void> {
  const { actor, reference } = referenceOf(request)
  await draft(request, actor, reference.no)
}

/** 签发 under a draft. */
export async function signFromButton(request: ActionRequest): Promise<void> {
  const { actor, reference } = referenceOf(request)
  await sign(request, actor, reference.no, reference)
}

async function draft({ context, locale, client, reply }: Request, actor: Actor, no: number): Promise<void> {
  const names = await namesOf(client, await minutesPeople(context, actor, no))
  const drafted = await draftMinutes(context, actor, no, names)
  await reply(message(t(locale, drafted.unchanged ? 'minutes.unchanged' : 'minutes.drafted', drafted)))
}

async function sign(request: Request, actor: Actor, no: number, reference: MinutesReference | null): Promise<void> {
  const { context, locale, client, reply } = request
  const names = await namesOf(client, [actor.userId])
  const name = names[actor.userId] ?? t(locale, 'role.leader')
  await reply(message(t(locale, 'minutes.signed', await signMinutes(context, actor, no, reference, name))))
}

function referenceOf({ actor, value }: ActionRequest): { actor: Actor; reference: MinutesReference } {
  const { planId, value: own } = ofPlan(value)
  const [no, number, version] = own.split('/')
  const reference = { no: wholeNumber(no), number: wholeNumber(number), version: wholeNumber(version) }
  return { actor: { ...actor, planId }, reference }
}

/** The meeting's number at the head of words, and the rest. */
function numberAnd(words: string): { no: number; rest: string } {
  const typed = /^(?:第\s?)?(\d{1,6})(?:次)?(?:\s+|$)/.exec(foldFullWidth(words))
  if (!typed) throw new DomainError('minutes.number_missing')
  return { no: Number(typed[1]), rest: words.slice(typed[0].length).trim() }
}
