import { interactiveElements } from '../block-kit/walk.ts'
import type { JsonObject, StateValues } from '../entities.ts'
import { shapeOf } from './element-values.ts'
import { type InputWording, inputWording } from './wording.ts'

/**
 * What Slack's own client refuses before it sends a form: block_id → a sentence in the person's language. Checked are
 * required fields, lengths, numbers and their bounds, addresses, and how many may be chosen.
 */
export function checkInputs(
  blocks: readonly JsonObject[],
  values: StateValues,
  locale: string,
): Record<string, string> {
  const wording = inputWording(locale)
  const errors: Record<string, string> = {}
  for (const { block, element } of interactiveElements(blocks)) {
    const shape = shapeOf(element)
    if (block.type !== 'input' || !shape) continue
    const blockId = String(block.block_id)
    const value = values[blockId]?.[String(element.action_id)]?.[shape.field]
    const empty = value === null || value === undefined || (Array.isArray(value) && value.length === 0)
    const problem = empty ? (block.optional === true ? null : wording.required) : refusal(element, value, wording)
    if (problem) errors[blockId] = problem
  }
  return errors
}

function refusal(element: JsonObject, value: unknown, wording: InputWording): string | null {
  if (Array.isArray(value)) {
    const most = Number(element.max_selected_items ?? element.max_files ?? Number.POSITIVE_INFINITY)
    if (value.length > most) return wording.tooMany(most)
    return element.type === 'file_input' ? wrongFile(element, value, wording) : null
  }
  if (element.type === 'plain_text_input') return wrongLength(element, String(value), wording)
  if (element.type === 'number_input') return wrongNumber(element, String(value), wording)
  if (element.type === 'email_text_input')
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value)) ? null : wording.email
  if (element.type === 'url_text_input') return URL.canParse(String(value)) ? null : wording.url
  return null
}

function wrongLength(element: JsonObject, value: string, wording: InputWording): string | null {
  const least = Number(element.min_length ?? 0)
  const most = Number(element.max_length ?? 3000)
  if (value.length < least) return wording.tooShort(least)
  return value.length > most ? wording.tooLong(most) : null
}

function wrongNumber(element: JsonObject, value: string, wording: InputWording): string | null {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return wording.number
  if (element.is_decimal_allowed !== true && value.includes('.')) return wording.wholeNumber
  if (element.min_value !== undefined && Number(value) < Number(element.min_value))
    return wording.tooSmall(String(element.min_value))
  if (element.max_value !== undefined && Number(value) > Number(element.max_value))
    return wording.tooBig(String(element.max_value))
  return null
}

function wrongFile(element: JsonObject, files: unknown[], wording: InputWording): string | null {
  if (!Array.isArray(element.filetypes)) return null
  const allowed = element.filetypes.map((type) => String(type).toLowerCase())
  const fits = files.every((file) => allowed.includes(String((file as JsonObject).filetype)))
  return fits ? null : wording.fileType(allowed.join(', '))
}
