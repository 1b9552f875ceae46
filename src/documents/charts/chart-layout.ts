import type { Chart } from '../../domain/chart.ts'

/** The drawing's measures in its own units; the picture has more pixels for each. */
export const drawing = { width: 800, height: 420, margin: 30, legendWidth: 220 } as const

/** The face all of a chart is written in. */
export const chartFace = 'Noto Sans SC'

/** Sizes of a chart's letters, in the drawing's units. */
export const fontSizes = { title: 20, text: 15, axis: 13, number: 12 } as const

/** What stands left of the first category. */
const axisWidth = 70
/** Beside a legend's name: its mark and the room to the next. */
const legendMark = 45
/** A label that stands aslant is cut to so many units; its full name is in the text beside the chart. */
const aslantWidth = 150

/** How many lines a title takes. */
export function titleLines(title: string): number {
  return Math.ceil(widthOf(title, fontSizes.title) / (drawing.width - 2 * drawing.margin))
}

/** How many rows the legend takes. */
export function legendRows(series: Chart['series']): number {
  const full = drawing.width - 2 * drawing.margin
  let rows = 1
  let used = 0
  for (const { name } of series) {
    const width = Math.min(widthOf(name, fontSizes.text), drawing.legendWidth) + legendMark
    if (used > 0 && used + width > full) {
      rows += 1
      used = 0
    }
    used += width
  }
  return rows
}

/** How categories are written under a chart: level, in two lines at most, or aslant where they have no room for that. */
export function categoryLabels(categories: readonly string[]) {
  const slot = Math.floor((drawing.width - 2 * drawing.margin - axisWidth) / categories.length) - 8
  const fontSize = categories.length > 8 ? fontSizes.number : 14
  const level = categories.every((one) => widthOf(one, fontSize) <= 1.7 * slot)
  return level
    ? { interval: 0, fontSize, width: slot, overflow: 'break' as const }
    : { interval: 0, fontSize, width: aslantWidth, overflow: 'truncate' as const, rotate: 30 }
}

/** About: a Han character is as wide as it is high, a Latin one a little more than half. */
function widthOf(text: string, fontSize: number): number {
  let width = 0
  for (const char of text) width += (char.codePointAt(0) ?? 0) < 0x1100 ? 0.58 : 1
  return width * fontSize
}
