import { z } from 'zod'
import { checkboxes, multiSelects, radioButtons, selects } from './choices.ts'
import { checkImageSource, confirmation, imageSource, overflowOption, plainText, text } from './composition.ts'
import { fileInput, numberInput, plainTextInput, textInputs } from './inputs.ts'

const actionable = { action_id: text(255).optional(), confirm: confirmation.optional() }
const placeholder = { placeholder: plainText(150).optional(), focus_on_load: z.boolean().optional() }

const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  text: plainText(75),
  value: text(2000).optional(),
  url: text(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: text(75).optional(),
})

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  options: z.array(overflowOption).min(1).max(5),
})

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  ...actionable,
  ...placeholder,
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date in the format YYYY-MM-DD')
    .optional(),
})

const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  ...actionable,
  ...placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the format HH:mm')
    .optional(),
  timezone: text(100).optional(),
})

const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...actionable,
  focus_on_load: z.boolean().optional(),
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
})

/** An image among the elements of a context block or beside a section. */
export const imageElement = z.strictObject({ type: z.literal('image'), ...imageSource }).check(checkImageSource)

const pickers = [datepicker, timepicker] as const

/** What an actions block may hold. */
export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  checkboxes,
  radioButtons,
  datetimepicker,
  ...pickers,
  ...selects,
  ...multiSelects,
])

/** What a section may carry beside its text. */
export const accessory = z.discriminatedUnion('type', [
  button,
  overflow,
  checkboxes,
  radioButtons,
  imageElement,
  ...pickers,
  ...selects,
  ...multiSelects,
])

/** What an input block may hold. */
export const inputElement = z.discriminatedUnion('type', [
  plainTextInput,
  numberInput,
  fileInput,
  checkboxes,
  radioButtons,
  datetimepicker,
  ...textInputs,
  ...pickers,
  ...selects,
  ...multiSelects,
])
