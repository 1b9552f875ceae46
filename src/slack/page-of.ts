/**
 * A page (from 1) of a list, so many to a page; one that is not there is the nearest that is. `rest`: how many come on the
 * pages after it; `next`: the page to turn to, after the last one the first.
 */
export function pageOf<T>(
  list: readonly T[],
  page: number,
  size: number,
): { shown: T[]; at: number; pages: number; rest: number; next: number } {
  const pages = Math.max(1, Math.ceil(list.length / size))
  const at = Math.min(Math.max(1, page), pages)
  const shown = list.slice((at - 1) * size, at * size)
  return { shown, at, pages, rest: Math.max(0, list.length - at * size), next: at < pages ? at + 1 : 1 }
}
