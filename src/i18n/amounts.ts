import { type Decimal, roundDecimal } from '../domain/decimal.ts'
import type { Locale } from './locale.ts'
import { t } from './translate.ts'

/** A value with its unit: "1,000亿元", in English "RMB 100 billion (1,000亿元)". */
export function amount(locale: Locale, value: Decimal, unit: string): string {
  return t(locale, 'target.amount', { value, unit })
}

/** A computed value with its unit, to one decimal. */
export function roundedAmount(locale: Locale, value: Decimal, unit: string): string {
  return amount(locale, roundDecimal(value, 1), unit)
}

/** A difference with its sign and unit: "+266亿元", "−7家". */
export function signedAmount(locale: Locale, value: Decimal, unit: string): string {
  const rounded = roundDecimal(value, 1)
  return `${/^[1-9]|^0\./.test(rounded) ? '+' : ''}${amount(locale, rounded, unit)}`
}
