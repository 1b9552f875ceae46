import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { Chart } from '../../domain/chart.ts'
import { categoryLabels, chartFace, drawing, fontSizes, legendRows, titleLines } from './chart-layout.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, LabelLayout, SVGRenderer])

const ink = '#262626'
const faint = '#8c8c8c'
/** Told apart in grey print and by the colour-blind too (Okabe and Ito, Color Universal Design). */
const colours = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00']
/** Above so many points the numbers over them would cover each other. */
const numbersAtMost = 24

/** A chart as an SVG, with numbers written as the language does. The same chart gives the same drawing. */
export function chartSvg(chart: Chart, locale: string): string {
  const drawn = init(null, null, { renderer: 'svg', ssr: true, ...drawing })
  try {
    drawn.setOption(optionOf(chart, locale))
    return drawn.renderToSVGString()
  } finally {
    drawn.dispose()
  }
}

function optionOf(chart: Chart, locale: string) {
  const { kind, title, unit, categories, series } = chart
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const text = { fontFamily: chartFace, color: ink, fontSize: fontSizes.text }
  const width = drawing.width - 2 * drawing.margin
  return {
    animation: false,
    color: colours,
    backgroundColor: '#ffffff',
    textStyle: text,
    title: {
      text: title,
      left: 'center',
      top: 8,
      textStyle: { ...text, fontSize: fontSizes.title, fontWeight: 'bold', width, overflow: 'break' },
    },
    legend: {
      data: series.map(({ name }) => name),
      bottom: 6,
      left: 'center',
      width,
      textStyle: { ...text, width: drawing.legendWidth, overflow: 'truncate' },
    },
    grid: {
      left: drawing.margin,
      right: drawing.margin,
      top: 58 + titleLines(title) * 26,
      bottom: 18 + legendRows(series) * 26,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: faint } },
      axisLabel: { ...text, ...categoryLabels(categories) },
    },
    yAxis: {
      type: 'value',
      name: unit,
      nameTextStyle: { ...text, align: 'left' },
      ...(series.every(({ values }) => values.every(Number.isInteger)) ? { minInterval: 1 } : {}),
      axisLabel: { ...text, fontSize: fontSizes.axis, formatter: (value: number) => numbers.format(value) },
      splitLine: { lineStyle: { color: '#e5e5e5' } },
    },
    series: series.map(({ name, values }, index) => ({
      name,
      type: kind,
      data: values.map((value, place) => ({ value, label: { position: labelPosition(chart, index, place) } })),
      barMaxWidth: 46,
      symbol: 'circle',
      symbolSize: 7,
      lineStyle: { width: 3 },
      labelLayout: { hideOverlap: true },
      label: {
        ...text,
        show: categories.length * series.length <= numbersAtMost,
        fontSize: fontSizes.number,
        formatter: ({ value }: { value: unknown }) => numbers.format(Number(value)),
      },
    })),
  }
}

/** A number stands over its bar or point; of two lines the lower one has its numbers below, so that they keep apart. */
function labelPosition({ kind, series }: Chart, index: number, place: number): 'top' | 'bottom' {
  if (kind === 'bar' || series.length !== 2) return 'top'
  const own = series[index]?.values[place] ?? 0
  const other = series[1 - index]?.values[place] ?? 0
  return own > other || (own === other && index === 0) ? 'top' : 'bottom'
}
