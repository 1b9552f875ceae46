/** A refusal by the control API, with a sentence for whoever called it and an HTTP status of the 400s. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly status: 400 | 403 | 404 | 409 | 413

  constructor(message: string, status: 400 | 403 | 404 | 409 | 413 = 400) {
    super(message)
    this.status = status
  }
}
