import { foldFullWidth } from './full-width.ts'

/** From this likeness (0 to 1) on an issue is shown as similar. */
export const SIMILAR_FROM = 0.4
/** So many similar issues are shown. */
export const SIMILAR_SHOWN = 3

/**
 * How alike two titles are, 0 to 1: Dice's coefficient of their character pairs. Pairs need no word boundaries, so it
 * suits Chinese; width, case, blanks and punctuation do not count.
 */
export function titleLikeness(a: string, b: string): number {
  const left = pairs(a)
  const right = pairs(b)
  const total = count(left) + count(right)
  if (total === 0) return 0
  let shared = 0
  for (const [pair, times] of left) shared += Math.min(times, right.get(pair) ?? 0)
  return (2 * shared) / total
}

/** The candidates whose titles are most like `title`, at most three, the most alike first; ties keep their order. */
export function similarIssues<T extends { title: string }>(title: string, candidates: readonly T[]): T[] {
  return candidates
    .map((candidate) => ({ candidate, likeness: titleLikeness(title, candidate.title) }))
    .filter(({ likeness }) => likeness >= SIMILAR_FROM)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, SIMILAR_SHOWN)
    .map(({ candidate }) => candidate)
}

function pairs(text: string): Map<string, number> {
  const chars = [
    ...foldFullWidth(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ]
  const counts = new Map<string, number>()
  // A single character pairs with nothing: it stands for itself.
  const grams = chars.length === 1 ? chars : chars.slice(1).map((char, index) => `${chars[index]}${char}`)
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}

function count(counts: Map<string, number>): number {
  let total = 0
  for (const times of counts.values()) total += times
  return total
}
