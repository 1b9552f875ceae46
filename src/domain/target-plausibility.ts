import { compareDecimals, type Decimal, scaleDecimal } from './decimal.ts'
import { DomainError } from './errors.ts'

/** A value above so many times what the plan asks for is taken for a slip of the unit (620亿 for a target in 家). */
const PLAUSIBLE_TIMES = 1000

/**
 * The value, if it can be meant.
 * @throws DomainError `target.implausible` {metric, given, unit, times} where it cannot
 */
export function checkPlausible(
  value: Decimal,
  target: { metric: string; value: Decimal; unit: string; baseline: { value: Decimal } | null },
): Decimal {
  const { metric, unit, baseline } = target
  const size = (decimal: Decimal) => decimal.replace('-', '')
  const largest = [target.value, baseline?.value ?? '0'].map(size).reduce((a, b) => (compareDecimals(a, b) > 0 ? a : b))
  const isPlausible = compareDecimals(largest, '0') === 0 || compareDecimals(size(value), boundOf(largest)) <= 0
  if (!isPlausible) throw new DomainError('target.implausible', { metric, given: value, unit, times: PLAUSIBLE_TIMES })
  return value
}

/** `PLAUSIBLE_TIMES` × the value, within what a decimal can hold. */
function boundOf(value: Decimal): Decimal {
  const whole = value.split('.')[0] ?? ''
  return whole.length > 14 ? '999999999999999999' : scaleDecimal(value, PLAUSIBLE_TIMES, 1)
}
