import { z } from 'zod'

/**
 * A chart, whoever draws it: Slack as a native block, or this product as a picture. Each series has a value for each
 * category; numbers are for drawing only, the exact ones stand in the text beside it. Limits are those of Slack's block
 * (https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block).
 */
export const chart = z
  .object({
    kind: z.enum(['bar', 'line']),
    title: z.string().min(1).max(200),
    /** What the values count, e.g. 亿元 or %. */
    unit: z.string().max(50),
    categories: z.array(z.string().min(1).max(100)).min(1).max(20),
    series: z
      .array(z.object({ name: z.string().min(1).max(100), values: z.array(z.number()).min(1).max(20) }))
      .min(1)
      .max(6),
  })
  .refine(({ categories, series }) => series.every(({ values }) => values.length === categories.length))

/** See {@link chart}. */
export type Chart = z.infer<typeof chart>
