/**
 * A refusal by a rule of the domain: nothing was saved. `code` names a message of the catalogue (`error.<code>` in
 * src/i18n) and `params` fill it (a list is joined as the language joins lists), so the person reads it in their own language, with what to do.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: string
  readonly params: Readonly<Record<string, string | number | readonly (string | number)[]>>

  constructor(code: string, params: Readonly<Record<string, string | number | readonly (string | number)[]>> = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
  }
}
