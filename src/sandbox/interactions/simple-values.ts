import { z } from 'zod'
import { findChannel, findUser } from '../channels.ts'
import { ControlError } from '../control/control-error.ts'
import type { Core } from '../core.ts'
import type { JsonObject } from '../entities.ts'
import { publicFile } from '../file-payload.ts'
import { findOption, optionsOf, shapeOf } from './element-values.ts'

/** A value as a program writes it: text, a number, or a list of texts; null or nothing empties the field. */
export const simpleValueSchema = z.union([
  z.string().max(20_000),
  z.number(),
  z.array(z.string().max(3000)).max(100),
  z.null(),
])

/** A value as {@link simpleValueSchema} reads it. */
export type SimpleValue = z.infer<typeof simpleValueSchema>

/**
 * An element's value in Slack's shape, from a simple one. Throws ControlError where the value is none the element could
 * have: an option it does not offer, a person, channel or file that is not there, a date that is none.
 */
export function shapedValue(core: Core, element: JsonObject, simple: SimpleValue): JsonObject {
  const shape = shapeOf(element)
  if (!shape) throw new ControlError(`A ${String(element.type)} holds no value.`)
  const given = (Array.isArray(simple) ? simple : simple === null || simple === '' ? [] : [String(simple)]).map(
    (value) => member(core, element, value),
  )
  if (!shape.many && given.length > 1)
    throw new ControlError(`A ${String(element.type)} takes one value, not ${given.length}.`)
  return { type: element.type, [shape.field]: shape.many ? given : (given[0] ?? null) }
}

function member(core: Core, element: JsonObject, value: string): unknown {
  const type = String(element.type)
  if (/(static_select|radio_buttons|checkboxes)$/.test(type)) return knownOption(element, value)
  if (type.endsWith('users_select')) return known(findUser(core, value)?.id, 'person', value)
  if (/(channels|conversations)_select$/.test(type)) return known(findChannel(core, value)?.id, 'channel', value)
  if (type === 'file_input') return known(publicFile(core, value), 'file', value)
  if (type === 'datepicker') return matching(/^\d{4}-\d{2}-\d{2}$/, value, 'a date such as 2024-07-12')
  if (type === 'timepicker') return matching(/^([01]\d|2[0-3]):[0-5]\d$/, value, 'a time such as 15:00')
  if (type === 'datetimepicker') return Number(matching(/^\d{10}$/, value, 'a time in epoch seconds'))
  if (type === 'rich_text_input') return plainRichText(value)
  return value
}

function knownOption(element: JsonObject, value: string): JsonObject {
  const option = findOption(element, value)
  if (option) return option
  const offered = optionsOf(element).map((each) => String(each.value))
  throw new ControlError(`“${value}” is not among the options of ${String(element.action_id)}: ${offered.join(', ')}.`)
}

function known<Found>(found: Found | undefined, kind: string, value: string): Found {
  if (found === undefined) throw new ControlError(`There is no ${kind} ${value}.`)
  return found
}

function matching(pattern: RegExp, value: string, wanted: string): string {
  if (!pattern.test(value)) throw new ControlError(`“${value}” is not ${wanted}.`)
  return value
}

function plainRichText(value: string): JsonObject {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: value }] }] }
}
