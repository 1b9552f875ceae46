/** Items to be ordered exactly, between what stands before them and what stands behind. Sets of items are bit masks. */
export type Block = {
  minutes: readonly number[]
  urgency: readonly number[]
  /** `begun`: the unit has an item before the block; `needed`: it has one behind it. */
  units: readonly { delegates: number; mask: number; begun: boolean; needed: boolean }[]
  predecessors: readonly number[]
  earliest: readonly number[]
  latest: readonly number[]
  /** The minute the block starts at. */
  startAt: number
  /** What a minute of waiting counts beside urgency × start. */
  scale: number
}

/** Most items of a block: 2^22 sets take about 70 MB for a moment. */
export const MAX_BLOCK = 22

/**
 * The best order of a block, by least waiting × scale + urgency × start; null where none is allowed. A dynamic programme
 * over sets of items already treated. While an item is treated, all wait who are not at it but for those who are through
 * and those who have not begun; both depend on the set alone, never on its order, and are one table look-up each.
 * Steps: items × 2^items ÷ 2.
 */
export function solveBlock(block: Block): number[] | null {
  const count = block.minutes.length
  if (count > MAX_BLOCK) throw new RangeError(`a block has at most ${MAX_BLOCK} items`)
  const full = 2 ** count - 1
  const through = subsetSums(
    count,
    block.units.filter((unit) => !unit.needed),
  )
  const unbegun = block.units.some((unit) => unit.begun !== unit.needed)
    ? subsetSums(
        count,
        block.units.filter((unit) => !unit.begun),
      )
    : through
  const start = setStarts(block)
  // Typed copies: the loop below runs items × 2^items ÷ 2 times.
  const minutes = Float64Array.from(block.minutes)
  const weight = minutes.map((length) => length * block.scale)
  const absent = Float64Array.from(minutes, (_, item) => delegatesNotAt(block, 1 << item))
  const urgency = Float64Array.from(block.urgency)
  const before = Int32Array.from(block.predecessors)
  const earliest = Float64Array.from(block.earliest)
  const latest = Float64Array.from(block.latest)
  const best = new Float64Array(full + 1).fill(Number.POSITIVE_INFINITY)
  const last = new Int8Array(full + 1)
  best[0] = 0
  for (let set = 0; set < full; set++) {
    const base = best[set] as number
    if (base === Number.POSITIVE_INFINITY) continue
    const now = start[set] as number
    const gone = through[set] as number
    const rest = full ^ set
    for (let left = rest; left !== 0; left &= left - 1) {
      const bit = left & -left
      const item = 31 - Math.clz32(bit)
      if (((before[item] as number) & rest) !== 0 || now < (earliest[item] as number)) continue
      if (now + (minutes[item] as number) > (latest[item] as number)) continue
      const waiting = (absent[item] as number) - gone - (unbegun[rest ^ bit] as number)
      const cost = base + (weight[item] as number) * waiting + (urgency[item] as number) * now
      const next = set | bit
      if (cost < (best[next] as number)) {
        best[next] = cost
        last[next] = item
      }
    }
  }
  return best[full] === Number.POSITIVE_INFINITY ? null : backwards(last, full)
}

function backwards(last: Int8Array, full: number): number[] {
  const order: number[] = []
  for (let set = full; set !== 0; ) {
    const item = last[set] as number
    order.unshift(item)
    set ^= 1 << item
  }
  return order
}

/** For each set the delegates of the units whose items all lie in it. */
function subsetSums(count: number, units: readonly { delegates: number; mask: number }[]): Int32Array {
  const sums = new Int32Array(2 ** count)
  for (const { mask, delegates } of units) sums[mask] = (sums[mask] as number) + delegates
  for (let bit = 1; bit < sums.length; bit <<= 1) {
    for (let block = bit; block < sums.length; block += 2 * bit) {
      for (let set = block; set < block + bit; set++) sums[set] = (sums[set] as number) + (sums[set - bit] as number)
    }
  }
  return sums
}

/** For each set the minute at which it is through. */
function setStarts({ minutes, startAt }: Block): Int32Array {
  const starts = new Int32Array(2 ** minutes.length)
  starts[0] = startAt
  for (let set = 1; set < starts.length; set++) {
    const item = 31 - Math.clz32(set)
    starts[set] = (starts[set ^ (1 << item)] as number) + (minutes[item] as number)
  }
  return starts
}

function delegatesNotAt({ units }: Block, bit: number): number {
  return units.reduce((sum, { mask, delegates }) => (mask & bit ? sum : sum + delegates), 0)
}
