import type { Decimal } from '../../domain/decimal.ts'
import { amount, roundedAmount, signedAmount } from '../../i18n/amounts.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import type { ShownTarget } from '../../usecases/target/show-target.ts'
import { standingWords } from './table.ts'

/** What the target asks for, by year too, and where it started. */
export function aboutLines(locale: Locale, { target }: ShownTarget): string[] {
  const { value, unit, by, per, baseline, yearly } = target
  const said = (decimal: Decimal) => amount(locale, decimal, unit)
  const goal = t(locale, 'target.goal', { amount: said(value), by, yearly: per === 'year' })
  return [
    t(locale, 'target_card.goal', { goal }),
    ...(yearly && Object.keys(yearly).length > 0
      ? [t(locale, 'target_card.yearly', { years: yearlyWords(locale, yearly, unit) })]
      : []),
    ...(baseline ? [t(locale, 'target_card.baseline', { amount: said(baseline.value), day: baseline.on })] : []),
  ]
}

/** The values of single years in one line. */
export function yearlyWords(locale: Locale, yearly: Readonly<Record<string, Decimal>>, unit: string): string {
  return Object.entries(yearly)
    .map(([year, value]) => t(locale, 'target_card.year', { year, amount: amount(locale, value, unit) }))
    .join(t(locale, 'list.separator'))
}

/** Where it stands, by whose numbers, what is due, the pace needed and where the trend leads. */
export function standingLines(locale: Locale, { target, standing, latest }: ShownTarget): string[] {
  const { unit } = target
  const { current, asOf, due, dueOn, gap, requiredPerMonth, endOn, projection } = standing
  const said = (decimal: Decimal) => amount(locale, decimal, unit)
  const isSum = target.kind === 'flow'
  return [
    ...(isSum && current && asOf ? [t(locale, 'target_card.sum', { amount: said(current), day: asOf })] : []),
    ...(latest
      ? [
          t(locale, isSum ? 'target_card.latest' : 'target_card.current', {
            amount: said(latest.value),
            day: latest.asOf,
            unit: latest.unit,
            source: latest.source,
          }),
        ]
      : []),
    ...(due && dueOn
      ? [
          gap
            ? t(locale, 'target_card.due', {
                amount: roundedAmount(locale, due, unit),
                day: dueOn,
                gap: signedAmount(locale, gap, unit),
              })
            : t(locale, 'target_card.due_only', { amount: roundedAmount(locale, due, unit), day: dueOn }),
        ]
      : []),
    ...(requiredPerMonth && endOn
      ? [t(locale, 'target_card.pace', { amount: roundedAmount(locale, requiredPerMonth, unit), day: endOn })]
      : []),
    ...(projection
      ? [
          t(locale, 'target_card.projection', {
            amount: said(projection.value),
            day: projection.on,
            points: projection.points,
            from: projection.from,
            to: projection.to,
          }),
        ]
      : standing.noProjection
        ? [t(locale, `target_card.${standing.noProjection}`)]
        : []),
  ]
}

/** The status by the numbers, and below it what each unit reported. */
export function claimLines(locale: Locale, { standing, claims }: ShownTarget): string[] {
  return [
    t(locale, 'target_card.computed', { status: standingWords(locale, standing) }),
    ...claims.map(({ unit, status, period, differs }) =>
      t(locale, 'target_card.claim', {
        unit,
        status: t(locale, `status.${status}`),
        period: t(locale, 'period.name', { key: period }),
        differs,
      }),
    ),
  ]
}
