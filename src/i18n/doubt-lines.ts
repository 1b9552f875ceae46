import type { Doubt } from '../domain/plan-document/parsed-plan.ts'
import type { Locale } from './locale.ts'
import { t } from './translate.ts'

/** What a doubt says, without its line. */
export function describeDoubt(locale: Locale, { code, params }: Doubt): string {
  return t(locale, `doubt.${code}`, params)
}

/** Doubts, a line each with the line of the document. */
export function doubtLines(locale: Locale, doubts: readonly Doubt[]): string[] {
  return doubts.map((doubt) => t(locale, 'import.doubt_line', { line: doubt.line, text: describeDoubt(locale, doubt) }))
}
