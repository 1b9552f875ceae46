import { refuseLong } from '../action/action-facts.ts'
import { DomainError } from '../errors.ts'

/** Longest text of an amendment. */
const AMENDMENT_TEXT = 2000

/** The text of an amendment as it may be stored. @throws DomainError `minutes.text_missing`, `minutes.text_too_long` */
export function checkAmendmentText(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new DomainError('minutes.text_missing')
  refuseLong('minutes.text_too_long', trimmed, AMENDMENT_TEXT)
  return trimmed
}
