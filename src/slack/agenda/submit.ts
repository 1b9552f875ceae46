import { type AgendaWords, parseAgendaWords } from '../../domain/agenda/agenda-words.ts'
import { type AgendaChange, ITEM_MINUTES } from '../../domain/agenda/fixes.ts'
import { checkMeetingMinutes } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import { changeAgenda } from '../../usecases/agenda/change-agenda.ts'
import { draftAgenda } from '../../usecases/agenda/draft-agenda.ts'
import { ids } from '../ids.ts'
import { replacing } from '../reply.ts'
import { wholeNumber } from '../requests/handed-back.ts'
import type { FieldErrors, Fields, SubmitRequest } from '../requests/request.ts'
import type { ControlValue } from './draft-controls.ts'
import { changedMessage, draftMessage } from './messages.ts'

/** Checks the form before it closes; what is wrong is said at the field. */
export function checkAgenda(fields: Fields, locale: Locale): { errors: FieldErrors } | { input: AgendaWords } {
  const date = fields[ids.agenda.date]?.selected_date ?? ''
  const time = fields[ids.agenda.time]?.selected_time ?? ''
  const minutes = fields[ids.agenda.minutes]?.value ?? ''
  const mode = fields[ids.agenda.mode]?.selected_option?.value ?? ''
  const errors: FieldErrors = {}
  const check = <T>(field: string, read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      errors[field] = describeError(locale, error)
      return null
    }
  }
  const start = check(ids.agenda.date, () => parseAgendaWords(`${date} ${time} ${mode}`))
  const length = check(ids.agenda.minutes, () => checkMeetingMinutes(minutes === '' ? null : Number(minutes)))
  return start && length !== null ? { input: { ...start, minutes: length } } : { errors }
}

/** Drafts the meeting that the form holds and answers with the draft, to the convener alone. */
export async function submitAgenda(request: SubmitRequest, input: AgendaWords): Promise<void> {
  const { context, actor, locale, reply } = request
  await reply(draftMessage(locale, await draftAgenda(context, actor, input)))
}

/** What the forms under a draft remember: the draft, and where its message can be replaced. */
export type ControlMetadata = ControlValue & { responseUrl: string | null }

/** Checks the minutes of an item before the form closes. */
export function checkItemMinutes(fields: Fields, locale: Locale): { errors: FieldErrors } | { input: number } {
  const given = fields[ids.agenda.itemMinutes]?.value ?? ''
  const minutes = Number(given)
  const { min, max } = ITEM_MINUTES
  if (Number.isInteger(minutes) && minutes >= min && minutes <= max) return { input: minutes }
  const error = new DomainError('agenda.item_minutes', { given, min, max })
  return { errors: { [ids.agenda.itemMinutes]: describeError(locale, error) } }
}

/** Gives an item of a draft other minutes. */
export async function submitItemMinutes(request: SubmitRequest, minutes: number): Promise<void> {
  const { no } = request.metadata as ControlMetadata
  await changeDraft(request, { kind: 'minutes', no, minutes })
}

/** The issue chosen to be added. */
export function chosenIssue(fields: Fields): { input: number } {
  return { input: wholeNumber(fields[ids.agenda.issue]?.selected_option?.value) }
}

/** Adds an issue to a draft. */
export async function submitAddIssue(request: SubmitRequest, no: number): Promise<void> {
  await changeDraft(request, { kind: 'add', no })
}

async function changeDraft(request: SubmitRequest, change: AgendaChange): Promise<void> {
  const { context, actor, locale, reply } = request
  const { planId, pick, responseUrl } = request.metadata as ControlMetadata
  const changed = await changeAgenda(context, planId > 0 ? { ...actor, planId } : actor, pick, change)
  await replacing(responseUrl, reply)(changedMessage(locale, changed))
}
