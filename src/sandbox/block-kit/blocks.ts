import { z } from 'zod'
import { anyText, checkImageSource, imageSource, plainText, text, textKinds } from './composition.ts'
import { chart, table } from './data-blocks.ts'
import { accessory, actionsElement, imageElement, inputElement } from './elements.ts'
import { richText } from './rich-text.ts'

const block_id = text(255).optional()

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .check(({ value, issues }) => {
    if (value.text === undefined && value.fields === undefined) {
      issues.push({ code: 'custom', message: 'must define either `text` or `fields`', input: value })
    }
  })

const everywhere = [
  section,
  z.strictObject({
    type: z.literal('header'),
    block_id,
    text: plainText(150),
    level: z.number().int().min(1).max(4).optional(),
  }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [...textKinds(2000), imageElement]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), block_id, elements: z.array(actionsElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    block_id,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
  z
    .strictObject({ type: z.literal('image'), block_id, title: plainText(2000).optional(), ...imageSource })
    .check(checkImageSource),
  richText,
] as const

const messageOnly = [
  table,
  chart,
  z.strictObject({ type: z.literal('markdown'), block_id, text: text(12_000) }),
  z.strictObject({ type: z.literal('file'), block_id, external_id: text(255), source: z.literal('remote') }),
] as const

/** The blocks of a message: at most 50. */
export const messageBlocks = z.array(z.discriminatedUnion('type', [...everywhere, ...messageOnly])).max(50)

/** The blocks of a modal or an App Home: at most 100. */
export const viewBlocks = z.array(z.discriminatedUnion('type', everywhere)).max(100)
