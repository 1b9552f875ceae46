import { compareDecimals, type Decimal } from './decimal.ts'
import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'
import { parseQuantity } from './quantity.ts'
import { isAnnualAmount, isSigned, type TargetFacts } from './target.ts'
import { checkPlausible } from './target-plausibility.ts'

const pair = /(?<!\d)(?<year>(?:19|20)\d\d)\s*年?\s*[:=]\s*(?<value>[^\s;]+)/g

/**
 * Takes `年进口贸易量 2024:850 2025:1000` apart: whose values, and each year's as typed. Also 2024年=850亿, full-width
 * signs, and commas between.
 * @throws DomainError `target.yearly_words` where there is no target or no year
 */
export function splitYearlyWords(text: string): { metric: string; years: [year: string, value: string][] } {
  // A comma between three digits groups a number; any other parts two years.
  const folded = foldFullWidth(text).replace(/[、;]|,(?!\d{3}(?!\d))/g, ' ')
  const years = [...folded.matchAll(pair)].map((match): [string, string] => [
    match.groups?.year ?? '',
    match.groups?.value ?? '',
  ])
  const metric = folded.slice(0, folded.search(pair)).trim()
  const rest = folded.slice(folded.search(pair)).replace(pair, '').trim()
  if (metric === '' || years.length === 0 || rest !== '') throw new DomainError('target.yearly_words')
  return { metric, years }
}

/**
 * A target's values by year, as they may be set.
 * @throws DomainError `target.yearly_twice` {year}, `target.yearly_late` {year, by}, `target.yearly_early` {year, day},
 *   `target.yearly_end` {year, value, unit} where the deadline's year is to reach another value than the target,
 *   `target.yearly_many_digits` {given}, and as `parseQuantity` and `checkPlausible`
 */
export function checkYearly(target: TargetFacts, years: readonly (readonly [string, string])[]) {
  const yearly: Record<string, Decimal> = {}
  for (const [year, typed] of years) {
    if (year in yearly) throw new DomainError('target.yearly_twice', { year })
    yearly[year] = checkYear(target, year, checkPlausible(parseQuantity(typed, target.unit, isSigned(target)), target))
  }
  return yearly
}

function checkYear(target: TargetFacts, year: string, value: Decimal): Decimal {
  const { by, baseline, per, unit } = target
  const end = by?.slice(0, 4)
  if (by && end && year > end) throw new DomainError('target.yearly_late', { year, by })
  const first = baseline && (isAnnualAmount(target) ? `${baseline.on.slice(0, 4)}-12-31` : baseline.on)
  if (baseline && first && per !== 'year' && `${year}-12-31` <= first) {
    throw new DomainError('target.yearly_early', { year, day: baseline.on })
  }
  if (year === end && per !== 'year' && compareDecimals(value, target.value) !== 0) {
    throw new DomainError('target.yearly_end', { year, value: target.value, unit })
  }
  // The plan's own file holds them as JSON numbers.
  if (String(Number(value)) !== value) throw new DomainError('target.yearly_many_digits', { given: value })
  return value
}
