const digits = '零一二三四五六七八九'
const places: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n }
const groups: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }

/**
 * The whole number that an exact Chinese numeral means, up to 九千九百九十九亿…: 三百五十 → 350, 一千零二 → 1002,
 * 两万 → 20000. Null for anything else, also for the colloquial 一千二, which can be read two ways.
 */
export function parseChineseNumeral(text: string): bigint | null {
  const numeral = text.replaceAll('〇', '零').replaceAll('两', '二')
  if (!/^[零一二三四五六七八九十百千万亿]{1,24}$/.test(numeral)) return null
  let total = 0n
  let group = 0n
  let digit = 0n
  for (const char of numeral) {
    const place = places[char]
    const power = groups[char]
    if (place) {
      group += (digit || 1n) * place
      digit = 0n
    } else if (power) {
      total += (group + digit) * power
      group = 0n
      digit = 0n
    } else {
      digit = BigInt(digits.indexOf(char))
    }
  }
  const value = total + group + digit
  // Reading is lenient; what does not come out as it went in is no proper numeral.
  const spellings = [spellChineseNumeral(value), spellChineseNumeral(value).replace(/^十/, '一十')]
  return spellings.includes(numeral) ? value : null
}

/** The numeral of a whole number from 0 up to 9,999 亿 9,999 万 9,999: 350 → 三百五十. */
export function spellChineseNumeral(value: bigint): string {
  if (value === 0n) return '零'
  const parts = [
    { count: value / 100_000_000n, suffix: '亿' },
    { count: (value / 10_000n) % 10_000n, suffix: '万' },
    { count: value % 10_000n, suffix: '' },
  ]
  let spelled = ''
  let gap = false
  for (const { count, suffix } of parts) {
    if (count === 0n) {
      gap = spelled !== ''
      continue
    }
    if (spelled !== '' && (gap || count < 1000n)) spelled += '零'
    spelled += spellThousands(count) + suffix
    gap = false
  }
  return spelled.replace(/^一十/, '十')
}

function spellThousands(count: bigint): string {
  let spelled = ''
  let gap = false
  for (const [place, suffix] of [
    [1000n, '千'],
    [100n, '百'],
    [10n, '十'],
    [1n, ''],
  ] as const) {
    const digit = (count / place) % 10n
    if (digit === 0n) {
      gap = spelled !== ''
      continue
    }
    spelled += (gap ? '零' : '') + digits[Number(digit)] + suffix
    gap = false
  }
  return spelled
}
