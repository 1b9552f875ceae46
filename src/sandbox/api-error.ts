/**
 * A refusal by the Web API: HTTP 200 (429 for `ratelimited`) with `{ok: false, error: code}`.
 * `messages` go to `response_metadata.messages` and, where a message's blocks are refused, to `errors`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  readonly messages: readonly string[]
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, messages: readonly string[] = [], details: Readonly<Record<string, unknown>> = {}) {
    super([code, ...messages].join('; '))
    this.code = code
    this.messages = messages
    this.details = details
  }
}

/** The JSON body of a refusal. `errors` accompanies `invalid_blocks` alone, as in Slack. */
export function refusalBody(error: ApiError): Record<string, unknown> {
  const { code, messages, details } = error
  return {
    ok: false,
    error: code,
    ...details,
    ...(code === 'invalid_blocks' && { errors: messages }),
    ...(messages.length > 0 && { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } }),
  }
}
