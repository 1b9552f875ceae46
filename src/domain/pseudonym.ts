const pseudonym = /^erased-[0-9a-f]{12}$/

/**
 * What stands in every record in the place of a person who was erased; `random` is 12 hexadecimal digits that have nothing
 * to do with the person, so that nobody can find out who it was, or test whether it was someone.
 */
export function pseudonymOf(random: string): string {
  return `erased-${random}`
}

/** Whether an id is that of a person who was erased: nobody can be mentioned or written to by it. */
export function isPseudonym(id: string): boolean {
  return pseudonym.test(id)
}

/** Whether it is the id of a person of Slack. */
export function isUserId(id: string): boolean {
  return /^[UW][A-Z0-9]{1,30}$/.test(id)
}
