import { interactiveElements, isObject, objectsIn } from '../block-kit/walk.ts'
import type { JsonObject, StateValues } from '../entities.ts'

/** How the value of a kind of element is written in a payload: the field, the field it starts from, one value or several. */
export type ValueShape = { field: string; initial: string; many: boolean }

const shapes: Readonly<Record<string, ValueShape>> = {
  plain_text_input: { field: 'value', initial: 'initial_value', many: false },
  number_input: { field: 'value', initial: 'initial_value', many: false },
  email_text_input: { field: 'value', initial: 'initial_value', many: false },
  url_text_input: { field: 'value', initial: 'initial_value', many: false },
  rich_text_input: { field: 'rich_text_value', initial: 'initial_value', many: false },
  static_select: { field: 'selected_option', initial: 'initial_option', many: false },
  radio_buttons: { field: 'selected_option', initial: 'initial_option', many: false },
  multi_static_select: { field: 'selected_options', initial: 'initial_options', many: true },
  checkboxes: { field: 'selected_options', initial: 'initial_options', many: true },
  users_select: { field: 'selected_user', initial: 'initial_user', many: false },
  multi_users_select: { field: 'selected_users', initial: 'initial_users', many: true },
  conversations_select: { field: 'selected_conversation', initial: 'initial_conversation', many: false },
  multi_conversations_select: { field: 'selected_conversations', initial: 'initial_conversations', many: true },
  channels_select: { field: 'selected_channel', initial: 'initial_channel', many: false },
  multi_channels_select: { field: 'selected_channels', initial: 'initial_channels', many: true },
  datepicker: { field: 'selected_date', initial: 'initial_date', many: false },
  timepicker: { field: 'selected_time', initial: 'initial_time', many: false },
  datetimepicker: { field: 'selected_date_time', initial: 'initial_date_time', many: false },
  file_input: { field: 'files', initial: 'initial_files', many: true },
}

/** The shape of an element's value; undefined for those that keep none: buttons and overflow menus. */
export function shapeOf(element: JsonObject): ValueShape | undefined {
  return shapes[String(element.type)]
}

/**
 * The `state.values` of blocks: what `kept` holds for the same block_id, action_id and type, else what the element
 * starts with (`conversation` where it starts with the current one), else null or an empty list.
 */
export function valuesOf(blocks: readonly JsonObject[], kept: StateValues, conversation?: string): StateValues {
  const values: StateValues = {}
  for (const { block, element } of interactiveElements(blocks)) {
    const shape = shapeOf(element)
    if (!shape) continue
    const blockId = String(block.block_id)
    const actionId = String(element.action_id)
    const before = kept[blockId]?.[actionId]
    const current = element.default_to_current_conversation === true ? conversation : undefined
    const start = element[shape.initial] ?? (shape.many ? (current ? [current] : []) : (current ?? null))
    const value = before && before.type === element.type ? before : { type: element.type, [shape.field]: start }
    values[blockId] = { ...values[blockId], [actionId]: value }
  }
  return values
}

/** The options of an element, of all its groups. */
export function optionsOf(element: JsonObject): JsonObject[] {
  return [
    ...objectsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => objectsIn(group.options)),
  ]
}

/** The option with this value. */
export function findOption(element: JsonObject, value: string): JsonObject | undefined {
  return optionsOf(element).find((option) => isObject(option) && option.value === value)
}
