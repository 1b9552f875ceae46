/** The sandbox cannot start; the message says in both languages why and what to do. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'

  constructor(english: string, chinese: string) {
    super(`${english}\n${chinese}`)
  }
}
