import type { AgendaNotice } from '../domain/agenda/notice.ts'
import type { Locale } from './locale.ts'
import { t } from './translate.ts'

/** Why an issue was left out of an agenda, and what would go or come for it. */
export function leftOutReason(
  locale: Locale,
  { why, missing, minutes, exchange }: AgendaNotice['leftOut'][number],
): string {
  if (why === 'deferred' || why === 'absent') return t(locale, `agenda.why.${why}`)
  if (why !== 'less_worth') return t(locale, `agenda.why.${why}`, { missing, minutes })
  if (!exchange) return t(locale, 'agenda.why.less_worth', { missing })
  const numbers = (nos: readonly number[]) => nos.map((no) => `#${no}`).join(t(locale, 'agenda.comma'))
  const { goes, comes, loss } = exchange
  return t(locale, 'agenda.why.exchange', { missing, goes: numbers(goes), comes: numbers(comes), loss })
}
