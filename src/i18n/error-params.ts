/** What fills the message of a refusal; see `DomainError`. */
export type ErrorParams = Readonly<Record<string, string | number>>
