import { type Decimal, formatDecimal, scaleDecimal } from '../../domain/decimal.ts'

/** Amounts of money that English counts by other powers of ten: before the number, after it, and how many make one. */
const money: Readonly<Record<string, [currency: string, word: string, divisor: number]>> = {
  亿元: ['RMB', 'billion', 10],
  亿元人民币: ['RMB', 'billion', 10],
  万元: ['RMB', 'million', 100],
  元: ['RMB', '', 1],
  亿美元: ['US$', 'billion', 10],
  万美元: ['US$', 'million', 100],
}

/** What is counted, for one and for more. */
const counted: Readonly<Record<string, [one: string, more: string]>> = {
  家: ['company', 'companies'],
  户: ['household', 'households'],
  人: ['person', 'people'],
  人次: ['visit', 'visits'],
  个: ['', ''],
  项: ['item', 'items'],
  次: ['time', 'times'],
  列: ['train', 'trains'],
  吨: ['tonne', 'tonnes'],
  标箱: ['TEU', 'TEU'],
}

const powers: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/**
 * An amount as English counts it. Where that is another number than the plan's, the plan's own stands behind it:
 * "RMB 36.1 billion (361亿元)", "120,000 tonnes (12万吨)"; a unit that has no English word here stays as it is.
 */
export function englishAmount(value: Decimal, unit: string): string {
  const own = `${formatDecimal(value)}${unit}`
  const currency = money[unit]
  if (currency) {
    const [name, word, divisor] = currency
    const converted = formatDecimal(scaleDecimal(value, 1, divisor))
    const sign = converted.startsWith('−') ? '−' : ''
    const said = [`${sign}${name}`, converted.slice(sign.length), word].filter((part) => part !== '').join(' ')
    return divisor === 1 ? said : `${said} (${own})`
  }
  if (unit === '%') return own
  const power = powers[unit.slice(0, 1)] ?? 1
  const words = counted[power === 1 ? unit : unit.slice(1)]
  if (!words) return `${formatDecimal(value)} ${unit}`.trim()
  const number = formatDecimal(scaleDecimal(value, power, 1))
  const said = `${number} ${/^[−]?1$/.test(number) ? words[0] : words[1]}`.trim()
  return power === 1 ? said : `${said} (${own})`
}
