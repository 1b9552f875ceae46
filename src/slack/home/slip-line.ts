import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { LiaisonPart } from '../../usecases/home/liaison-part.ts'

/** A slip in a line: its level, its number where it has one, whose it is, and what for. */
export function slipLine(
  locale: Locale,
  { level, year, no, unit, kind, subject, dueOn }: LiaisonPart['slips'][number],
): string {
  const named = subject.slice(subject.indexOf('/') + 1)
  return t(locale, 'home.slip', {
    level,
    number: year === null || no === null ? null : `${year}-${String(no).padStart(3, '0')}`,
    unit,
    what:
      kind === 'report'
        ? t(locale, 'home.slip_reports', { period: t(locale, 'period.name', { key: named }) })
        : t(locale, 'home.slip_other', { kind, no: named }),
    due: t(locale, 'day.short', { day: dueOn }),
  })
}
