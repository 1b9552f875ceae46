import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { LiaisonPart } from '../../usecases/home/liaison-part.ts'

type Slip = LiaisonPart['slips'][number]

/** The number of a slip as people write it, 2024-031; null where it waits for a leader to have one. */
export function slipNumber({ year, no }: Pick<Slip, 'year' | 'no'>): string | null {
  return year === null || no === null ? null : `${year}-${String(no).padStart(3, '0')}`
}

/** A slip in a line: its level, its number where it has one, whose it is, and what for. */
export function slipLine(locale: Locale, slip: Slip): string {
  const { level, unit, kind, subject, dueOn } = slip
  const named = subject.slice(subject.indexOf('/') + 1)
  return t(locale, 'home.slip', {
    level,
    number: slipNumber(slip),
    unit,
    what:
      kind === 'report'
        ? t(locale, 'home.slip_reports', { period: t(locale, 'period.name', { key: named }) })
        : t(locale, 'home.slip_other', { kind, no: named }),
    due: t(locale, 'day.short', { day: dueOn }),
  })
}
