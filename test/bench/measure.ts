/** A number found, and what it must be at least or at most, where that is promised. */
export type Finding = {
  what: string
  value: number
  unit: 'ms' | '×' | '%' | 'MB'
  atLeast?: number
  atMost?: number
}

/** A bench: what it finds, and what no machine could beat, in words to read the numbers by. */
export type Bench = { name: string; limit: string; run: () => Promise<Finding[]> }

/** The middle of the times of several rounds, in ms; a first, unmeasured round lets the machine warm up. */
export function medianMs(rounds: number, work: () => unknown): number {
  work()
  const times = Array.from({ length: rounds }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return median(times)
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
}

/** Was what is promised of a finding met? */
export function isMet({ value, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Finding) {
  return value >= atLeast && value <= atMost
}
