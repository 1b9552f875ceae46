/** The bot cannot start for a reason outside it; the message says in both languages why and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(english: string, chinese: string, options?: ErrorOptions) {
    super(`${english}\n${chinese}`, options)
  }
}
