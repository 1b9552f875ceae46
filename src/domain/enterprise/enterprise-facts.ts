import { DomainError } from '../errors.ts'
import { foldFullWidth } from '../full-width.ts'

/** Bounds of what is kept of key enterprises, in characters and months. */
export const ENTERPRISE_LIMITS = {
  minName: 2,
  name: 100,
  notes: 2000,
  minMonths: 1,
  maxMonths: 24,
  /** So many of a plan are kept in touch with at a time. */
  standing: 500,
  visitNotes: 2000,
  reason: 500,
} as const

/** Months between visits where nothing was said. */
export const USUAL_MONTHS = 3

/** What is said of a key enterprise itself. */
export type EnterpriseFacts = { name: string; everyMonths: number; notes: string }

/**
 * The facts as they may be stored: the name on one line, texts trimmed.
 * @throws DomainError `enterprise.name_too_short` {min}, `enterprise.name_too_long` {max, length},
 *   `enterprise.notes_too_long` {max, length}, `enterprise.months_out_of_range` {given, min, max}
 */
export function checkEnterpriseFacts({ name, everyMonths, notes }: EnterpriseFacts): EnterpriseFacts {
  const { minName, name: maxName, notes: maxNotes, minMonths: min, maxMonths: max } = ENTERPRISE_LIMITS
  const checked = { name: name.replace(/\s+/g, ' ').trim(), everyMonths, notes: notes.trim() }
  const length = lengthOf(checked.name)
  if (length < minName) throw new DomainError('enterprise.name_too_short', { min: minName })
  if (length > maxName) throw new DomainError('enterprise.name_too_long', { max: maxName, length })
  if (lengthOf(checked.notes) > maxNotes)
    throw new DomainError('enterprise.notes_too_long', { max: maxNotes, length: lengthOf(checked.notes) })
  if (!(Number.isInteger(everyMonths) && everyMonths >= min && everyMonths <= max))
    throw new DomainError('enterprise.months_out_of_range', { given: String(everyMonths), min, max })
  return checked
}

/**
 * Why something of an enterprise is ended, corrected or removed, trimmed.
 * @throws DomainError `enterprise.reason_missing`, `enterprise.reason_too_long` {max, length}
 */
export function checkEnterpriseReason(text: string): string {
  const reason = text.trim()
  const max = ENTERPRISE_LIMITS.reason
  if (reason === '') throw new DomainError('enterprise.reason_missing')
  if (lengthOf(reason) > max) throw new DomainError('enterprise.reason_too_long', { max, length: lengthOf(reason) })
  return reason
}

/**
 * Do two names say the same enterprise? Widths, blanks and small letters do not matter, nor whether the legal form is
 * written out (有限责任公司) or short (有限公司); otherwise they must be equal, as 股份有限公司 is another form.
 */
export function isSameEnterprise(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

const folded = (name: string) =>
  foldFullWidth(name)
    .normalize('NFC')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/有限责任公司$/, '有限公司')
    .replace(/,?(?:co\.?,?ltd\.?|companylimited)$/, 'co.,ltd.')

const lengthOf = (text: string) => [...text].length
