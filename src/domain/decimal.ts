import { DomainError } from './errors.ts'

/**
 * An exact decimal as text: digits, at most 6 decimals, no trailing zeros, "-" where negative ("620", "-0.5"). What the
 * database keeps as numeric(24,6) and what every rule here computes with; never a float.
 */
export type Decimal = string

/** Decimals behind the point that are kept. */
export const DECIMAL_PLACES = 6
/** Digits before the point that are kept. */
export const INTEGER_DIGITS = 18

const SCALE = 10n ** BigInt(DECIMAL_PLACES)

/**
 * The number in millionths.
 * @throws DomainError `quantity.not_a_number` {given} where the text is no decimal of at most 18 + 6 digits
 */
export function toMillionths(decimal: Decimal): bigint {
  const match = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(decimal)
  const fraction = match?.[3]?.replace(/0+$/, '') ?? ''
  const whole = match?.[2]?.replace(/^0+(?=\d)/, '') ?? ''
  if (!match || whole.length > INTEGER_DIGITS || fraction.length > DECIMAL_PLACES) {
    throw new DomainError('quantity.not_a_number', { given: decimal.slice(0, 40) })
  }
  const size = BigInt(whole) * SCALE + BigInt(fraction.padEnd(DECIMAL_PLACES, '0'))
  return match[1] ? -size : size
}

/** The decimal of a number of millionths. */
export function fromMillionths(millionths: bigint): Decimal {
  const size = millionths < 0n ? -millionths : millionths
  const fraction = (size % SCALE).toString().padStart(DECIMAL_PLACES, '0').replace(/0+$/, '')
  const sign = millionths < 0n ? '-' : ''
  return `${sign}${size / SCALE}${fraction && `.${fraction}`}`
}

/** The canonical form: "007.50" → "7.5". @throws DomainError `quantity.not_a_number` */
export function normalizeDecimal(decimal: Decimal): Decimal {
  return fromMillionths(toMillionths(decimal))
}

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = toMillionths(a) - toMillionths(b)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** a + b, exactly. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return fromMillionths(toMillionths(a) + toMillionths(b))
}

/** a − b, exactly. */
export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return fromMillionths(toMillionths(a) - toMillionths(b))
}

/** The sum, "0" of none. */
export function sumDecimals(decimals: readonly Decimal[]): Decimal {
  return fromMillionths(decimals.reduce((sum, decimal) => sum + toMillionths(decimal), 0n))
}

/**
 * value × numerator ÷ denominator (whole numbers, denominator above 0), rounded once to 6 decimals, halves away from
 * zero.
 */
export function scaleDecimal(value: Decimal, numerator: number, denominator: number): Decimal {
  return fromMillionths(divideRounded(toMillionths(value) * BigInt(numerator), BigInt(denominator)))
}

/** part ÷ whole in whole percent, halves away from zero; null where whole is 0. */
export function percentOf(part: Decimal, whole: Decimal): number | null {
  const divisor = toMillionths(whole)
  if (divisor === 0n) return null
  const sign = divisor < 0n ? -1n : 1n
  return Number(divideRounded(toMillionths(part) * 100n * sign, divisor * sign))
}

/** Rounded to so many decimals (0 to 6), halves away from zero. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  const unit = 10n ** BigInt(DECIMAL_PLACES - places)
  return fromMillionths(divideRounded(toMillionths(value), unit) * unit)
}

/** For people: grouped by thousands, no trailing zeros, "−" for negative: "-12345.60" → "−12,345.6". */
export function formatDecimal(value: Decimal): string {
  const [whole = '', fraction] = normalizeDecimal(value).replace('-', '').split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${toMillionths(value) < 0n ? '−' : ''}${grouped}${fraction ? `.${fraction}` : ''}`
}

function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const half = denominator / 2n
  return (numerator < 0n ? numerator - half : numerator + half) / denominator
}
