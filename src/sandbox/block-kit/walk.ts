import type { JsonObject } from '../entities.ts'

/** An interactive element where it stands: its block, and its path from the list of blocks. */
export type Placed = { block: JsonObject; element: JsonObject; path: (string | number)[] }

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The list's members that are objects. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The interactive elements of blocks, in reading order. */
export function interactiveElements(blocks: readonly JsonObject[]): Placed[] {
  return blocks.flatMap((block, place): Placed[] => {
    if (block.type === 'actions') {
      return objectsIn(block.elements).map((element, index) => ({ block, element, path: [place, 'elements', index] }))
    }
    const key = block.type === 'section' ? 'accessory' : block.type === 'input' ? 'element' : null
    const element = key && block[key]
    if (!key || !isObject(element) || element.type === 'image') return []
    return [{ block, element, path: [place, key] }]
  })
}

/** Every object inside a value, itself included, with its path. */
export function* everyObject(
  value: unknown,
  path: (string | number)[] = [],
): Generator<[JsonObject, (string | number)[]]> {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* everyObject(member, [...path, index])
  } else if (isObject(value)) {
    yield [value, path]
    for (const [key, member] of Object.entries(value)) yield* everyObject(member, [...path, key])
  }
}
