import { html } from 'htm/preact'
import type { ComponentChild, VNode } from 'preact'
import { axisTicks, labelLines, slicePath } from './chart-scale.ts'
import { Unknown } from './element.ts'
import { plainText } from './inline.ts'
import { useScene } from './surface.ts'
import type { Block, Chart } from './wire.ts'

const WIDTH = 620
const HEIGHT = 260
const plot = { left: 56, right: 612, top: 12, bottom: 216 }

/** A `data_visualization` block (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block), with its numbers as a table for those who cannot see it. */
export function ChartBlock({ block }: { block: Block }): ComponentChild {
  const { chart } = block
  const title = plainText(block.title)
  const drawn = chart && (chart.type === 'pie' ? drawPie(chart) : drawAxes(chart))
  if (!chart || !drawn) return html`<${Unknown} type=${`data_visualization ${chart?.type ?? ''}`} />`
  const names =
    chart.type === 'pie' ? (chart.segments ?? []).map((one) => one.label) : (chart.series ?? []).map((one) => one.name)
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${heightOf(chart)}" role="img" aria-label=${title}>${drawn}</svg>
    <ul class="legend">${names.map((name, index) => html`<li><span class="swatch" data-color=${index % 6}></span>${name}</li>`)}</ul>
    <${ChartNumbers} chart=${chart} title=${title} />
  </figure>`
}

/** The labels below the axis, each in lines that keep clear of its neighbours; some are left out where there are many. */
function labelsBelow({ series = [], axis_config: axes = {} }: Chart) {
  const labels = axes.categories ?? series[0]?.data.map((one) => one.label) ?? []
  const every = Math.ceil(labels.length / 10)
  const room = ((plot.right - plot.left) / labels.length) * every - 6
  return labels.map((label, index) => ({ label, lines: index % every === 0 ? labelLines(label, room) : [] }))
}

const lowerBy = (chart: Chart) => (labelsBelow(chart).some(({ lines }) => lines.length > 1) ? 15 : 0)

function heightOf(chart: Chart): number {
  if (chart.type === 'pie') return HEIGHT
  return (chart.axis_config?.x_label ? HEIGHT : HEIGHT - 20) + lowerBy(chart)
}

function ChartNumbers({ chart, title }: { chart: Chart; title: string }): VNode {
  const { words } = useScene()
  const series = chart.series ?? [{ name: title, data: chart.segments ?? [] }]
  const labels = chart.axis_config?.categories ?? series[0]?.data.map((one) => one.label) ?? []
  return html`<table class="visually-hidden">
    <caption>${title}</caption>
    <thead><tr><th scope="col">${words.series}</th>${labels.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
    <tbody>${series.map((one) => html`<tr><th scope="row">${one.name}</th>${labels.map((label) => html`<td>${one.data.find((datum) => datum.label === label)?.value}</td>`)}</tr>`)}</tbody>
  </table>`
}

function drawPie({ segments = [] }: Chart): ComponentChild {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0)
  if (!(total > 0)) return null
  let share = 0
  return segments.map((segment, index) => {
    const from = share
    share += segment.value / total
    const percent = `${((segment.value / total) * 100).toFixed(1)}%`
    return html`<path class="slice" data-color=${index % 6} d=${slicePath(from, share, WIDTH / 2, HEIGHT / 2, 112)}><title>${segment.label} ${segment.value} (${percent})</title></path>`
  })
}

function drawAxes(chart: Chart): ComponentChild {
  const { type, series = [], axis_config: axes = {} } = chart
  const draw = { bar: drawBars, line: drawLine, area: drawLine }[type]
  const labels = axes.categories ?? series[0]?.data.map((one) => one.label) ?? []
  if (!draw || labels.length === 0 || series.length === 0) return null
  const ticks = axisTicks(series.flatMap((one) => one.data.map((datum) => datum.value)))
  const low = ticks[0] ?? 0
  const high = ticks.at(-1) ?? 1
  const y = (value: number) => plot.bottom - ((value - low) / (high - low)) * (plot.bottom - plot.top)
  const band = (plot.right - plot.left) / labels.length
  const layout: Layout = {
    y,
    band,
    x: (index) => plot.left + band * (index + 0.5),
    labels,
    count: series.length,
    filled: type === 'area',
  }
  return html`
    ${ticks.map((tick) => html`<line class="grid" data-zero=${tick === 0} x1=${plot.left} x2=${plot.right} y1=${y(tick)} y2=${y(tick)} /><text class="tick" x=${plot.left - 8} y=${y(tick) + 4} text-anchor="end">${tick.toLocaleString('en-US')}</text>`)}
    ${labelsBelow(chart).map(({ label, lines }, index) => lines.length > 0 && html`<text class="tick" text-anchor="middle"><title>${label}</title>${lines.map((line, row) => html`<tspan x=${layout.x(index)} y=${plot.bottom + 18 + 15 * row}>${line}</tspan>`)}</text>`)}
    ${series.map((one, index) => draw(one, index, layout))}
    ${axes.x_label && html`<text class="axis-label" x=${(plot.left + plot.right) / 2} y=${HEIGHT - 6 + lowerBy(chart)} text-anchor="middle">${axes.x_label}</text>`}
    ${axes.y_label && html`<text class="axis-label" transform="translate(12 ${(plot.top + plot.bottom) / 2}) rotate(-90)" text-anchor="middle">${axes.y_label}</text>`}
  `
}

type Series = NonNullable<Chart['series']>[number]
type Layout = {
  y: (value: number) => number
  x: (index: number) => number
  band: number
  labels: string[]
  count: number
  filled: boolean
}

const valueAt = (one: Series, label: string) => one.data.find((datum) => datum.label === label)?.value

function drawBars(one: Series, place: number, { x, y, band, labels, count }: Layout): ComponentChild {
  const width = Math.min((band * 0.72) / count, 44)
  return labels.map((label, index) => {
    const value = valueAt(one, label)
    if (value === undefined) return null
    const left = x(index) + (place - count / 2) * width
    const height = Math.abs(y(value) - y(0))
    return html`<rect class="bar" data-color=${place % 6} x=${left} y=${Math.min(y(value), y(0))} width=${Math.max(width - 2, 1)} height=${height}><title>${one.name} ${label}: ${value}</title></rect>
      ${width >= 26 && html`<text class="bar-value" x=${left + width / 2 - 1} y=${Math.min(y(value), y(0)) - 4} text-anchor="middle">${value}</text>`}`
  })
}

function drawLine(one: Series, place: number, { x, y, labels, filled }: Layout): ComponentChild {
  const points = labels.flatMap((label, index) => {
    const value = valueAt(one, label)
    return value === undefined
      ? []
      : [{ label, value, at: `${x(index).toFixed(1)},${y(value).toFixed(1)}`, px: x(index), py: y(value) }]
  })
  const first = points[0]
  const last = points.at(-1)
  const line = points.map((point) => point.at).join(' ')
  return html`
    ${filled && first && last && html`<polygon class="area" data-color=${place % 6} points="${first.px},${y(0)} ${line} ${last.px},${y(0)}" />`}
    <polyline class="line" data-color=${place % 6} points=${line} />
    ${points.map((point) => html`<circle class="dot" data-color=${place % 6} cx=${point.px} cy=${point.py} r="3.5"><title>${one.name} ${point.label}: ${point.value}</title></circle>`)}
  `
}
