import { z } from 'zod'
import { text } from './composition.ts'
import { richText } from './rich-text.ts'

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richText,
])

/** A `table` block: at most 100 rows of 20 cells (https://docs.slack.dev/reference/block-kit/blocks/table-block). */
export const table = z.strictObject({
  type: z.literal('table'),
  block_id: text(255).optional(),
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
        .nullable(),
    )
    .max(20)
    .optional(),
})

const point = z.strictObject({ label: text(20), value: z.number() })

const axes = z.strictObject({
  categories: z.array(text(20)).min(1).max(20),
  x_label: text(50).optional(),
  y_label: text(50).optional(),
})

const seriesChart = <Type extends 'bar' | 'area' | 'line'>(type: Type) =>
  z
    .strictObject({
      type: z.literal(type),
      series: z
        .array(z.strictObject({ name: text(20), data: z.array(point).min(1).max(20) }))
        .min(1)
        .max(6),
      axis_config: axes,
    })
    .check(({ value, issues }) => {
      const names = new Set<string>()
      for (const [place, { name, data }] of value.series.entries()) {
        if (names.has(name)) {
          issues.push({
            code: 'custom',
            message: 'series names must be unique',
            path: ['series', place, 'name'],
            input: name,
          })
        }
        names.add(name)
        const labels = data.map((each) => each.label)
        const fits = labels.length === value.axis_config.categories.length && new Set(labels).size === labels.length
        if (!fits || labels.some((label) => !value.axis_config.categories.includes(label))) {
          const message = 'data labels must match the axis categories'
          issues.push({ code: 'custom', message, path: ['series', place, 'data'], input: data })
        }
      }
    })

const pie = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label: text(20), value: z.number().gt(0, 'must be more than 0') }))
    .min(1)
    .max(6),
})

/** A `data_visualization` block (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block). */
export const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: text(255).optional(),
  title: text(50),
  chart: z.discriminatedUnion('type', [pie, seriesChart('bar'), seriesChart('area'), seriesChart('line')]),
})
