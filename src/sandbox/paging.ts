import { ApiError } from './api-error.ts'

/**
 * One page of a list, with the cursor of the next (empty on the last). `keyOf` gives a stable key to resume after;
 * a key that is gone, or a cursor that is none of ours, throws ApiError `invalid_cursor`.
 */
export function page<Item>(
  items: readonly Item[],
  limit: number,
  cursor: string | undefined,
  keyOf: (item: Item) => string,
): { items: Item[]; response_metadata: { next_cursor: string } } {
  let start = 0
  if (cursor) {
    const key = Buffer.from(cursor, 'base64url').toString()
    const place = items.findIndex((item) => `next:${keyOf(item)}` === key)
    if (place < 0) throw new ApiError('invalid_cursor')
    start = place
  }
  const next = items[start + limit]
  const cursorOfNext = next === undefined ? '' : Buffer.from(`next:${keyOf(next)}`).toString('base64url')
  return { items: items.slice(start, start + limit), response_metadata: { next_cursor: cursorOfNext } }
}
