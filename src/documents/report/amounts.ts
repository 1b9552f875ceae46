import { type Decimal, formatDecimal, roundDecimal } from '../../domain/decimal.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'

/** A value with its unit: "1,000亿元". */
export function amountText(locale: Locale, value: Decimal, unit: string): string {
  return t(locale, 'target.amount', { value: formatDecimal(value), unit })
}

/** A computed value with its unit, to one decimal. */
export function roundedText(locale: Locale, value: Decimal, unit: string): string {
  return amountText(locale, roundDecimal(value, 1), unit)
}

/** A difference with its sign and unit: "+266亿元", "−7家". */
export function signedText(locale: Locale, value: Decimal, unit: string): string {
  const rounded = roundDecimal(value, 1)
  return `${/^[1-9]|^0\./.test(rounded) ? '+' : ''}${amountText(locale, rounded, unit)}`
}
