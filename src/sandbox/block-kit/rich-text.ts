import { z } from 'zod'
import { text } from './composition.ts'

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
    highlight: z.boolean().optional(),
    client_highlight: z.boolean().optional(),
    unlink: z.boolean().optional(),
  })
  .optional()

const textPart = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style })
const linkPart = z.strictObject({
  type: z.literal('link'),
  url: text(3000),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
  style,
})

const part = z.discriminatedUnion('type', [
  textPart,
  linkPart,
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({ type: z.literal('color'), value: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: z.string().min(1),
    url: text(3000).optional(),
    fallback: z.string().optional(),
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string(),
    unicode: z.string().optional(),
    url: z.string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.strictObject({ type: z.literal('team'), team_id: z.string(), style }),
])

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(part) })
const border = z.union([z.literal(0), z.literal(1)]).optional()

/** A `rich_text` block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: text(255).optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section),
          indent: z.number().int().min(0).max(8).optional(),
          offset: z.number().int().min(0).optional(),
          border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(part), border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [textPart, linkPart])),
          language: z.string().optional(),
          border,
        }),
      ]),
    )
    .min(1),
})
