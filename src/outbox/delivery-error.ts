/** What else a failure is about, besides the one message: its place, the workspace, or Slack's method that was called. */
export type Concern = 'message' | 'place' | 'workspace' | 'method'

/**
 * Sending failed. `retry`: Slack refused for now and nothing was posted. `unknown`: the answer was lost, so the message
 * may stand. `dead`: Slack will never take it.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly outcome: 'retry' | 'unknown' | 'dead'
  /** Seconds Slack asked to wait; null where it did not say. */
  readonly retryAfter: number | null
  readonly concerns: Concern

  constructor(
    outcome: 'retry' | 'unknown' | 'dead',
    message: string,
    { retryAfter = null, concerns = 'message' }: { retryAfter?: number | null; concerns?: Concern } = {},
  ) {
    super(message)
    this.outcome = outcome
    this.retryAfter = retryAfter
    this.concerns = concerns
  }
}
