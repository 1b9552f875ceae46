import type { Block, Element, FieldValue, FieldValues, StateValues, View } from './wire.ts'
import type { Words } from './words-zh.ts'

/** A field of a view: the element and the block it stands in. */
type Field = { block: Block; blockId: string; element: Element; actionId: string }

const holders = new Set([
  'plain_text_input',
  'number_input',
  'url_text_input',
  'email_text_input',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'radio_buttons',
  'checkboxes',
  'file_input',
  'static_select',
  'users_select',
  'channels_select',
  'conversations_select',
  'multi_static_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
])

/** The block's id; a block without one is known by its place. */
export function blockIdOf(block: Block, index: number): string {
  return block.block_id ?? `block-${index}`
}

/** The fields of a view in reading order: inputs, and choices in sections and action rows. */
function fieldsOf(view: View): Field[] {
  return view.blocks.flatMap((block, index) => {
    const elements = [block.element, block.accessory, ...(block.type === 'actions' ? (block.elements ?? []) : [])]
    return elements.flatMap((element) =>
      element?.action_id && holders.has(element.type)
        ? [{ block, blockId: blockIdOf(block, index), element, actionId: element.action_id }]
        : [],
    )
  })
}

/** What an element holds before anybody touched it. */
export function initialValue(element: Element): FieldValue {
  const several = element.initial_users ?? element.initial_channels ?? element.initial_conversations
  if (holdsSeveral(element)) return several ?? element.initial_options?.map((option) => option.value) ?? []
  return (
    element.initial_option?.value ??
    element.initial_user ??
    element.initial_channel ??
    element.initial_conversation ??
    element.initial_date ??
    element.initial_time ??
    element.initial_date_time ??
    element.initial_value ??
    null
  )
}

/** True for elements whose value is a list. */
function holdsSeveral(element: Element): boolean {
  return element.type === 'checkboxes' || element.type === 'file_input' || element.type.startsWith('multi_')
}

/** What a field holds now: what the person put there, or its initial value. */
export function heldValue(values: FieldValues, blockId: string, element: Element): FieldValue {
  const kept = values[blockId]?.[element.action_id ?? '']
  return kept === undefined ? initialValue(element) : kept
}

/** What the server holds of fields, as the page holds it: options by their value, files by their id. */
export function valuesOnServer(state: StateValues | undefined): FieldValues {
  const simple = (value: unknown): string | number | null => {
    if (typeof value === 'string' || typeof value === 'number') return value
    if (typeof value !== 'object' || value === null) return null
    return 'value' in value ? simple(value.value) : 'id' in value ? simple(value.id) : null
  }
  const whole = ({ type: _type, ...fields }: StateValues[string][string]): FieldValue => {
    const [value] = Object.values(fields)
    return Array.isArray(value) ? value.map((one) => String(simple(one))) : simple(value)
  }
  const mapped = <Given, Made>(all: Record<string, Given>, make: (one: Given) => Made): Record<string, Made> =>
    Object.fromEntries(Object.entries(all).map(([key, one]) => [key, make(one)]))
  return mapped(state ?? {}, (block) => mapped(block, whole))
}

/** One set of values over another, field by field. */
export function overlaid(under: FieldValues, over: FieldValues): FieldValues {
  const blocks = Object.entries(over).map(([block, fields]) => [block, { ...under[block], ...fields }])
  return { ...under, ...Object.fromEntries(blocks) }
}

/** A copy of `values` with one field set. */
export function withValue(values: FieldValues, blockId: string, actionId: string, value: FieldValue): FieldValues {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } }
}

/** Everything a view's fields hold, untouched ones too: what a submission sends. Values of fields that are gone are left out. */
export function collectValues(view: View, values: FieldValues): FieldValues {
  return fieldsOf(view).reduce<FieldValues>(
    (all, { blockId, element, actionId }) => withValue(all, blockId, actionId, heldValue(values, blockId, element)),
    {},
  )
}

function isEmpty(value: FieldValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** What stands against submitting, by block id, as Slack's own client would say before it asks the app. */
export function checkForm(view: View, values: FieldValues, words: Words): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { block, blockId, element } of fieldsOf(view)) {
    if (block.type !== 'input') continue
    const value = heldValue(values, blockId, element)
    const problem = isEmpty(value) ? (block.optional ? undefined : words.required) : checkValue(element, value, words)
    if (problem) problems[blockId] = problem
  }
  return problems
}

function checkValue(element: Element, value: FieldValue, words: Words): string | undefined {
  if (element.type === 'number_input') return checkNumber(element, String(value), words)
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(String(value))) return words.badAddress
  if (element.type === 'email_text_input' && !/^[^\s@]+@[^\s@]+$/.test(String(value))) return words.badEmail
  if (element.type === 'plain_text_input') {
    const length = [...String(value)].length
    if (element.min_length !== undefined && length < element.min_length) return words.tooShort(element.min_length)
    if (element.max_length !== undefined && length > element.max_length) return words.tooLong(element.max_length)
  }
  const most = element.type === 'file_input' ? element.max_files : element.max_selected_items
  return Array.isArray(value) && most !== undefined && value.length > most ? words.tooMany(most) : undefined
}

function checkNumber(element: Element, text: string, words: Words): string | undefined {
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(text.trim())) return words.notNumber
  if (!element.is_decimal_allowed && !/^[-+]?\d+$/.test(text.trim())) return words.notWhole
  const number = Number(text)
  if (element.min_value !== undefined && number < Number(element.min_value)) return words.tooSmall(element.min_value)
  if (element.max_value !== undefined && number > Number(element.max_value)) return words.tooLarge(element.max_value)
  return undefined
}
