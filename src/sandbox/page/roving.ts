/** Where the focus goes in a list of `count` for a key, from `index` (-1: none has it). Null: the key moves nothing. */
export function nextIndex(key: string, index: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return index < 0 ? 0 : Math.min(index + 1, count - 1)
  if (key === 'ArrowUp') return index < 0 ? count - 1 : Math.max(index - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return null
}

/** Moves the focus among the elements of `root` that match `selector`, for the arrow keys, Home and End. */
export function moveFocus(event: KeyboardEvent, root: HTMLElement | null, selector: string): void {
  const items = [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]
  const next = nextIndex(event.key, items.indexOf(document.activeElement as HTMLElement), items.length)
  if (next === null) return
  event.preventDefault()
  items[next]?.focus()
}
