/** Who changed what a person was about to change, and when; `zone` is the plan's. */
export type Change = { by: string; at: Date; zone: string }

/**
 * A refusal by a rule of the domain: nothing was saved. `code` names a message of the catalogue (`error.<code>` in
 * src/i18n) and `params` fill it (a list is joined as the language joins lists), so the person reads it in their own language, with what to do.
 * `change` tells whose work a refused change would have overwritten, where it is known.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: string
  readonly params: Readonly<Record<string, string | number | readonly (string | number)[]>>
  readonly change: Change | null

  constructor(
    code: string,
    params: Readonly<Record<string, string | number | readonly (string | number)[]>> = {},
    change: Change | null = null,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
    this.change = change
  }
}

/**
 * The database is gone or too slow. `unchanged`: the transaction failed as a whole; `unsure`: it broke off while it was being
 * committed, so that it may stand. Told apart from a refusal: what waits for its turn must be attempted again.
 */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError'
  readonly outcome: 'unchanged' | 'unsure'

  constructor(outcome: UnavailableError['outcome'], options: ErrorOptions) {
    super(`the database is not available (${outcome})`, options)
    this.outcome = outcome
  }
}
