import { DomainError } from '../domain/errors.ts'
import type { Locale } from '../i18n/locale.ts'
import { describeError } from '../i18n/translate.ts'
import type { FieldErrors } from './requests/request.ts'

/** What checking a form gives: what is wrong at which field, or what to work on. */
export type Checked<T> = { errors: FieldErrors } | { input: T }

/** What `read` gives, or its refusal in words at a field, by the action id of its input; of several, the one of the code. */
export function checkedAt<T>(locale: Locale, field: string | ((code: string) => string), read: () => T): Checked<T> {
  try {
    return { input: read() }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const at = typeof field === 'string' ? field : field(error.code)
    return { errors: { [at]: describeError(locale, error) } }
  }
}
