/** Round steps of an axis that covers every value and zero, in order. */
export function axisTicks(values: number[]): number[] {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  if (low === high) return [0, 1]
  const rough = (high - low) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough
  const first = Math.floor(low / step)
  const last = Math.ceil(high / step)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** The path of a pie slice from share `from` to share `to` of the circle, clockwise from the top. */
export function slicePath(from: number, to: number, x: number, y: number, radius: number): string {
  const point = (share: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2
    return `${(x + radius * Math.cos(angle)).toFixed(2)} ${(y + radius * Math.sin(angle)).toFixed(2)}`
  }
  if (to - from >= 0.9999) {
    return `M ${point(0)} A ${radius} ${radius} 0 1 1 ${point(0.5)} A ${radius} ${radius} 0 1 1 ${point(0)} Z`
  }
  return `M ${x} ${y} L ${point(from)} A ${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)} Z`
}

/** A label below an axis in as many lines as fit under its place (pixels, at 12 a character), two at most; what is longer ends in an ellipsis. */
export function labelLines(label: string, width: number): string[] {
  const lines: string[] = []
  let rest = [...label]
  while (rest.length > 0 && lines.length < 2) {
    const fits = Math.max(1, headOf(rest, width))
    lines.push(rest.slice(0, fits).join('').trim())
    rest = rest.slice(fits)
  }
  if (rest.length > 0) lines[1] = `${[...(lines[1] ?? '')].slice(0, -1).join('')}…`
  return lines
}

/** How many of the characters fit; Latin ones are about half as wide as Chinese ones. */
function headOf(characters: readonly string[], width: number): number {
  let used = 0
  const over = characters.findIndex((one) => {
    used += one < '\u2e80' ? 7 : 12
    return used > width
  })
  return over === -1 ? characters.length : over
}
