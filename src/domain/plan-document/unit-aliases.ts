import type { Doubt, ParsedUnit } from './parsed-plan.ts'
import { shortenUnitName } from './unit-abbreviations.ts'

/** A name as the document writes it, with the line it first stands on. */
export type SeenName = { name: string; line: number }

/** The units of a plan in the order they first appear, and for each name seen the one name of its unit. */
export type ResolvedUnits = { units: ParsedUnit[]; canonical: Map<string, string>; doubts: Doubt[] }

const suffixes = /(?:管委会|人民政府|政府)$/

/**
 * Makes one unit of the names that surely mean one body: known abbreviations, with or without the city's name, or
 * with 管委会, 人民政府, 局, 委员会 added. The fullest name the document uses stays. Names that only look alike are
 * offered as a doubt.
 * @param city the plan's own city (武汉), whose name may stand before or be left off; null if unknown
 */
export function resolveUnits(seen: readonly SeenName[], city: string | null): ResolvedUnits {
  const groups = new Map<string, SeenName[]>()
  for (const one of seen) {
    const key = keyOf(one.name, city)
    const group = groups.get(key) ?? []
    if (!group.some((other) => other.name === one.name)) group.push(one)
    groups.set(key, group)
  }
  mergeSuffixed(groups)
  const result: ResolvedUnits = { units: [], canonical: new Map(), doubts: [] }
  for (const group of groups.values()) {
    const name = group.reduce((fullest, one) => (one.name.length > fullest.length ? one.name : fullest), '')
    const aliases = group.map((one) => one.name).filter((other) => other !== name)
    result.units.push({ name, aliases })
    for (const one of group) result.canonical.set(one.name, name)
    const [, ...later] = [...group].sort((a, b) => a.line - b.line)
    for (const alias of aliases) {
      const line = group.find((one) => one.name === alias)?.line ?? 1
      result.doubts.push({
        line: Math.max(line, later[0]?.line ?? line),
        code: 'units_merged',
        params: { name, alias },
      })
    }
  }
  result.doubts.push(...findSimilar(result.units, seen))
  return result
}

function keyOf(name: string, city: string | null): string {
  let key = name
  if (city && key.startsWith(`${city}市`)) key = key.slice(city.length)
  key = shortenUnitName(key)
  const bare = key.replace(suffixes, '')
  return bare.length >= 2 && bare !== '市' && bare !== '省' && /[区县市旗镇乡街道)]$/.test(bare) ? bare : key
}

/** 市商务 and 市商务局: a name that is another with its kind of body added. */
function mergeSuffixed(groups: Map<string, SeenName[]>): void {
  for (const [key, group] of [...groups]) {
    for (const suffix of ['员会', '委员会', '局', '公室', '办公室', '管委会']) {
      const shorter = key.endsWith(suffix) ? key.slice(0, -suffix.length) : ''
      const target = shorter.length >= 3 ? groups.get(shorter) : undefined
      if (!target) continue
      target.push(...group)
      groups.delete(key)
      break
    }
  }
}

function findSimilar(units: readonly ParsedUnit[], seen: readonly SeenName[]): Doubt[] {
  const doubts: Doubt[] = []
  const firstLine = new Map<string, number>()
  for (const one of seen) if (!firstLine.has(one.name)) firstLine.set(one.name, one.line)
  for (const [index, unit] of units.entries()) {
    for (const other of units.slice(0, index)) {
      if (!lookAlike(unit.name, other.name)) continue
      const line = Math.max(firstLine.get(unit.name) ?? 1, firstLine.get(other.name) ?? 1)
      doubts.push({ line, code: 'units_similar', params: { name: other.name, other: unit.name } })
    }
  }
  return doubts
}

function lookAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 3) return false
  if (isSubsequence(short, long) && long.length <= short.length * 3) return true
  return short.length >= 6 && long.length - short.length <= 1 && differsByOne(short, long)
}

function isSubsequence(short: string, long: string): boolean {
  let position = 0
  for (const char of long) if (char === short[position]) position++
  return position === short.length
}

function differsByOne(short: string, long: string): boolean {
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  const rest = long.length === short.length ? short.slice(start + 1) : short.slice(start)
  return long.slice(start + 1) === rest
}
