import { type AgendaWords, parseAgendaWords } from '../../domain/agenda/agenda-words.ts'
import { checkMeetingMinutes } from '../../domain/agenda/meeting-start.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Locale } from '../../i18n/locale.ts'
import { describeError } from '../../i18n/translate.ts'
import { draftAgenda } from '../../usecases/agenda/draft-agenda.ts'
import { ids } from '../ids.ts'
import type { FieldErrors, Fields, SubmitRequest } from '../listen.ts'
import { draftMessage } from './messages.ts'

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
