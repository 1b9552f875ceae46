import { checkEvidence, checkReason } from '../../domain/action/action-report.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { askExtension } from '../../usecases/action/ask-extension.ts'
import { cancelAction } from '../../usecases/action/cancel-action.ts'
import { extendAction } from '../../usecases/action/extend-action.ts'
import { reportAction } from '../../usecases/action/report-action.ts'
import { returnAction } from '../../usecases/action/return-action.ts'
import { message, paragraph } from '../blocks.ts'
import { type Checked, checkedAt } from '../checked.ts'
import { refreshHome } from '../home/refresh-home.ts'
import { ids } from '../ids.ts'
import type { Fields, Request, SubmitRequest } from '../requests/request.ts'
import { dayOf } from './lines.ts'
import { extendedMessage, returnedMessage, settledMessage } from './messages.ts'
import type { ActionMetadata } from './views.ts'

type DayAndReason = { day: string; reason: string }

/** Checks the report of an action before its form closes. */
export function checkDone(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.todo.evidence, () => checkEvidence(fields[ids.todo.evidence]?.value ?? ''))
}

/** Checks the reason of a return or a cancellation before its form closes. */
export function checkReasonField(fields: Fields, locale: Locale): Checked<string> {
  return checkedAt(locale, ids.todo.reason, () => checkReason(fields[ids.todo.reason]?.value ?? ''))
}

/** Checks a later day and its reason before the form closes; whether the day is still to come is checked when it is stored. */
export function checkDay(fields: Fields, locale: Locale, metadata: Record<string, unknown>): Checked<DayAndReason> {
  const { dueOn } = metadata as ActionMetadata
  const day = fields[ids.todo.day]?.selected_date ?? ''
  const checkedDay = checkedAt(locale, ids.todo.day, () => {
    if (day === '') throw new DomainError('action.due_missing')
    if (day <= dueOn) throw new DomainError('action.day_not_later', { day, dueOn })
    return day
  })
  const reason = checkReasonField(fields, locale)
  if ('errors' in checkedDay) return checkedDay
  return 'errors' in reason ? reason : { input: { day: checkedDay.input, reason: reason.input } }
}

/** Reports what the form holds. */
export async function submitDone(request: SubmitRequest, evidence: string): Promise<void> {
  const { no, version } = metadataOf(request)
  await report(inPlanOf(request), no, evidence, version)
  await afterwards(request)
}

/** Asks for a later day, or sets it. */
export async function submitDay(request: SubmitRequest, { day, reason }: DayAndReason): Promise<void> {
  const { no, version, form } = metadataOf(request)
  await (form === 'ask' ? ask : extend)(inPlanOf(request), no, day, reason, version)
  await afterwards(request)
}

/** Returns or cancels, with the reason that the form holds. */
export async function submitReason(request: SubmitRequest, reason: string): Promise<void> {
  const { no, version, form } = metadataOf(request)
  await (form === 'cancel' ? cancel : giveBack)(inPlanOf(request), no, reason, version)
  await afterwards(request)
}

/** Reports an action done, with the receipt. */
export async function report(
  { context, actor, locale, reply }: Request,
  no: number,
  evidence: string,
  version: number | null = null,
): Promise<void> {
  const action = await reportAction(context, actor, no, evidence, version)
  await reply(message(t(locale, 'todo.reported', { no }), [paragraph(t(locale, 'todo.name', action))]))
}

/** Asks for a later day, with the receipt. */
export async function ask(
  { context, actor, locale, reply }: Request,
  no: number,
  day: string,
  why: string,
  version: number | null = null,
) {
  const { action, wantedOn } = await askExtension(context, actor, no, day, why, version)
  const days = { day: dayOf(locale, wantedOn), due: dayOf(locale, action.dueOn) }
  await reply(message(t(locale, 'todo.asked', { no, ...days }), [paragraph(t(locale, 'todo.name', action))]))
}

/** Sets a later day, with the receipt. */
export async function extend(
  { context, actor, locale, reply }: Request,
  no: number,
  day: string,
  why: string,
  version: number | null = null,
) {
  await reply(extendedMessage(locale, await extendAction(context, actor, no, day, why, version)))
}

/** Returns a report or declines a wish, with the receipt. */
export async function giveBack(
  { context, actor, locale, reply }: Request,
  no: number,
  why: string,
  version: number | null = null,
): Promise<void> {
  await reply(returnedMessage(locale, await returnAction(context, actor, no, why, version)))
}

/** Cancels an action, with the receipt. */
export async function cancel(
  { context, actor, locale, reply }: Request,
  no: number,
  why: string,
  version: number | null = null,
): Promise<void> {
  await reply(settledMessage(locale, 'cancelled', await cancelAction(context, actor, no, why, version)))
}

function metadataOf({ metadata }: SubmitRequest): ActionMetadata {
  return metadata as ActionMetadata
}

function inPlanOf(request: SubmitRequest): SubmitRequest {
  return { ...request, actor: { ...request.actor, planId: metadataOf(request).planId } }
}

async function afterwards(request: SubmitRequest): Promise<void> {
  if (metadataOf(request).home) await refreshHome(request)
}
