import { z } from 'zod'
import { dispatchConfig, plainText, text } from './composition.ts'
import { richText } from './rich-text.ts'

const typed = {
  action_id: text(255).optional(),
  dispatch_action_config: dispatchConfig.optional(),
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
}

/** A text field of one line or several. */
export const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...typed,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
})

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number')

/** A field for a number, whose bounds and value are written as text. */
export const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: decimal.optional(),
  min_value: decimal.optional(),
  max_value: decimal.optional(),
})

/** A field for files that a person uploads. */
export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: text(255).optional(),
  filetypes: z.array(text(20)).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
})

/** The other fields that are typed into. */
export const textInputs = [
  z.strictObject({ type: z.literal('email_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...typed, initial_value: z.string().optional() }),
  z.strictObject({
    type: z.literal('rich_text_input'),
    ...typed,
    initial_value: richText.optional(),
    min_lines: z.number().int().min(1).optional(),
    max_lines: z.number().int().min(1).optional(),
  }),
] as const
