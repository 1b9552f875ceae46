/**
 * Sending failed. `retry`: Slack refused for now and nothing was posted. `unknown`: the answer was lost, so the message
 * may stand. `dead`: Slack will never take it.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  readonly outcome: 'retry' | 'unknown' | 'dead'
  /** Seconds Slack asked to wait; null where it did not say. */
  readonly retryAfter: number | null

  constructor(outcome: 'retry' | 'unknown' | 'dead', message: string, retryAfter: number | null = null) {
    super(message)
    this.outcome = outcome
    this.retryAfter = retryAfter
  }
}
