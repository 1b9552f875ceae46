import { slipLabel } from '../../domain/supervision/slip.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { LiaisonPart } from '../../usecases/home/liaison-part.ts'
import { slipName } from '../supervision/lines.ts'

type Slip = LiaisonPart['slips'][number]

/** A slip in a line: its level, its number where it has one, whose it is, and what for. */
export function slipLine(locale: Locale, slip: Slip): string {
  const { level, unit, kind, subject, dueOn } = slip
  const named = subject.slice(subject.indexOf('/') + 1)
  return t(locale, 'home.slip', {
    name: slipName(locale, { level, slip: slipLabel(slip) }),
    unit,
    what:
      kind === 'report'
        ? t(locale, 'home.slip_reports', { period: t(locale, 'period.name', { key: named }) })
        : t(locale, 'home.slip_other', { kind, no: named }),
    due: t(locale, `owed.due.${kind}`, { day: t(locale, 'day.short', { day: dueOn }) }),
  })
}
