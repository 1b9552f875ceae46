import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A fresh id in Slack's form: a letter for the kind (C, D, F, U, V …) and ten capitals and digits. */
export function newId(prefix: string): string {
  return prefix + Array.from(randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join('')
}

/** A fresh secret of `bytes` random bytes, in hexadecimal. */
export function newSecret(bytes = 16): string {
  return randomBytes(bytes).toString('hex')
}

/** A fresh five-character id, as Slack gives to blocks and elements that come without one. */
export function newShortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5)
}
