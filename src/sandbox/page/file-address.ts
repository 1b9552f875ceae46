/** The address of a file as this person opens it: the server asks whether they may. */
export function addressFor(url: string, user: string): string {
  return `${url}?user=${encodeURIComponent(user)}`
}
