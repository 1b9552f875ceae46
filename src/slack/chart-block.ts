import type { KnownBlock } from '@slack/types'
import type { Chart } from '../domain/chart.ts'
import { clip } from './blocks.ts'

const titleLength = 50
const labelLength = 20

/**
 * A chart as Slack draws it (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block): in messages
 * only, two at most in one. A workspace may refuse it; the message then goes with a picture instead.
 */
export function chartBlock({ kind, title, unit, categories, series }: Chart): KnownBlock {
  const labels = unlike(categories)
  const names = unlike(series.map(({ name }) => name))
  const block = {
    type: 'data_visualization',
    title: clip(title, titleLength),
    chart: {
      type: kind,
      series: series.map(({ values }, index) => ({
        name: names[index],
        data: values.map((value, place) => ({ label: labels[place], value })),
      })),
      axis_config: { categories: labels, ...(unit === '' ? {} : { y_label: clip(unit, titleLength) }) },
    },
  }
  // @slack/types does not know this block yet.
  return block as unknown as KnownBlock
}

/** As long as Slack takes, and no two alike: those that would be end in their place. */
function unlike(labels: readonly string[]): string[] {
  const clipped = labels.map((label) => clip(label, labelLength))
  return clipped.map((label, place) => {
    if (clipped.indexOf(label) === place) return label
    const mark = ` ${place + 1}`
    return clip(label, labelLength - mark.length) + mark
  })
}
