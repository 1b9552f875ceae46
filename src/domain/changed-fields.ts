/**
 * Of what a form holds (`wish`) that which the person changed from what it began with (`seen`), so that what somebody else changed
 * meanwhile stays; `clash` names the fields that both changed, to different things.
 */
export function changedFields<T extends object>(
  seen: T,
  wish: Partial<T>,
  current: T,
): { wish: Partial<T>; clash: (keyof T)[] } {
  const named = (Object.keys(wish) as (keyof T)[]).filter((field) => wish[field] !== seen[field])
  const clash = named.filter((field) => current[field] !== seen[field] && current[field] !== wish[field])
  const changed: Partial<T> = {}
  for (const field of named) changed[field] = wish[field]
  return { wish: changed, clash }
}
