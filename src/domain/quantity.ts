import { parseChineseNumeral } from './chinese-numeral.ts'
import { DECIMAL_PLACES, type Decimal, fromMillionths, INTEGER_DIGITS } from './decimal.ts'
import { DomainError } from './errors.ts'
import { foldFullWidth } from './full-width.ts'

/** Longest text that is read as a quantity. */
const MAX_LENGTH = 60

const vague = /左右|上下|以上|以下|不到|不足|大约|大概|将近|接近|突破|超过|至少|最多|若干|[约近多余超逾几数来许~～≈]/

const numberThenWord =
  /^(?:[\d,.]+[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+)[^\d,.零〇一二两三四五六七八九十百千万亿]/

const multiplier = '[十百千]?[万亿]|万亿|[十百千]'
const scaledUnit = /^(万亿|[十百千]?[万亿])(.*)$/
const arabic = new RegExp(`^(\\d+|\\d{1,3}(?:,\\d{3})+)(\\.\\d+)?(${multiplier})?$`)

/**
 * Reads a quantity as people type it and gives it in the target's unit, exactly: for 亿元, "620亿", "620 亿元",
 * "6,200,000万元", "62000000000元" and "620" are all "620". Full-width characters, thousands separators, 十百千万亿 and
 * exact Chinese numerals (三百五十) are understood. A number without 万 or 亿 and without a unit is in the target's unit.
 * @param unit the target's unit, such as "亿元", "家", "%"
 * @param signed whether it may be below nothing (a growth of −3 %)
 * @throws DomainError `quantity.missing`, `quantity.not_a_number` {given}, `quantity.not_exact` {given} (约620, 一千左右),
 *   `quantity.negative` {given}, `quantity.exponent` {given} (1e999), `quantity.unit_mismatch` {given, expected},
 *   `quantity.too_large` {given, digits}, `quantity.too_precise` {given, unit, places}
 */
export function parseQuantity(text: string, unit: string, signed = false): Decimal {
  const given = text.trim().slice(0, MAX_LENGTH)
  const typed = compact(text)
  if (typed === '') throw new DomainError('quantity.missing')
  if (text.length > MAX_LENGTH) throw new DomainError('quantity.not_a_number', { given })
  const size = /^[-−－负]/.test(typed) ? typed.slice(1) : typed
  if (size === typed || !/^[\d.零〇一二两三四五六七八九十百千万亿]/.test(size)) return readSize(typed, given, unit)
  const value = readSize(size, given, unit)
  if (value === '0') return value
  if (!signed) throw new DomainError('quantity.negative', { given })
  return `-${value}`
}

function readSize(typed: string, given: string, unit: string): Decimal {
  const expected = compact(unit)
  const { number, scale } = splitUnit(typed, expected)
  const value = readNumber(number, scale, unitScale(expected).scale)
  if (value) return inUnit(value, unitScale(expected).scale, given, unit)
  if (/^[\d.,]+e[-+]?\d/i.test(number)) throw new DomainError('quantity.exponent', { given })
  if (vague.test(number)) throw new DomainError('quantity.not_exact', { given })
  if (numberThenWord.test(number)) {
    throw new DomainError('quantity.unit_mismatch', { given, expected: unit })
  }
  throw new DomainError('quantity.not_a_number', { given })
}

/** digits ÷ 10^places, counted in the base unit (元, 家). */
type Rational = { digits: bigint; places: number }

const compact = (text: string) => foldFullWidth(text).replace(/\s+/g, '')

/** 亿元 → 元 counted by 100,000,000. */
function unitScale(unit: string): { base: string; scale: bigint } {
  const match = scaledUnit.exec(unit)
  return match ? { base: match[2] ?? '', scale: multiplierValue(match[1] ?? '') } : { base: unit, scale: 1n }
}

/** The text without its unit; `scale` is what one of the number counts, or null where no unit was typed. */
function splitUnit(typed: string, unit: string): { number: string; scale: bigint | null } {
  const { base, scale } = unitScale(unit)
  if (unit !== '' && typed.length > unit.length && typed.endsWith(unit)) {
    return { number: typed.slice(0, -unit.length), scale }
  }
  if (base !== '' && typed.length > base.length && typed.endsWith(base)) {
    return { number: typed.slice(0, -base.length), scale: 1n }
  }
  return { number: typed, scale: null }
}

function readNumber(number: string, typedScale: bigint | null, ownScale: bigint): Rational | null {
  const match = arabic.exec(number)
  const whole = match?.[1]?.replaceAll(',', '')
  const fraction = match?.[2]?.slice(1) ?? ''
  const numeral = match ? null : parseChineseNumeral(number)
  if (whole === undefined && numeral === null) return null
  // 亿 and 万 count the base unit (620亿 of 亿元 is 620); a bare number counts the target's own.
  const scale = typedScale ?? (/[万亿]/.test(number) ? 1n : ownScale)
  if (numeral !== null) return { digits: numeral * scale, places: 0 }
  return { digits: BigInt(`${whole}${fraction}`) * multiplierValue(match?.[3] ?? '') * scale, places: fraction.length }
}

function multiplierValue(text: string): bigint {
  const values: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n }
  return [...text].reduce((product, char) => product * (values[char] ?? 1n), 1n)
}

function inUnit(value: Rational, scale: bigint, given: string, unit: string): Decimal {
  const wanted = value.digits * 10n ** BigInt(DECIMAL_PLACES)
  const divisor = scale * 10n ** BigInt(value.places)
  const millionths = wanted / divisor
  const whole = (millionths / 10n ** BigInt(DECIMAL_PLACES)).toString()
  if (whole.length > INTEGER_DIGITS) throw new DomainError('quantity.too_large', { given, digits: INTEGER_DIGITS })
  if (wanted % divisor !== 0n) throw new DomainError('quantity.too_precise', { given, unit, places: DECIMAL_PLACES })
  return fromMillionths(millionths)
}
