import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A key that tokens are encrypted with at rest; the id is stored beside what it encrypted. */
export type TokenKey = { id: string; secret: Uint8Array }

/** A token at rest: nonce, ciphertext and tag, and which key it was encrypted with. */
export type SealedToken = { token: Uint8Array<ArrayBuffer>; keyId: string }

/** A stored token cannot be read: its key is not configured any more, or it was tampered with, or it is another workspace's. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
}

/** Encrypts and decrypts the tokens of workspaces. */
export type TokenCipher = {
  /** The key that new tokens are encrypted with. */
  keyId: string
  seal(workspaceId: string, token: string): SealedToken
  /** @throws TokenError */
  open(workspaceId: string, sealed: SealedToken): string
}

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM with a random nonce for each token, bound to its workspace. The first key encrypts, all decrypt.
 * @throws RangeError without a key
 */
export function createTokenCipher(keys: readonly TokenKey[]): TokenCipher {
  const [first] = keys
  if (!first) throw new RangeError('no key to encrypt tokens with')
  return {
    keyId: first.id,
    seal(workspaceId, token) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, first.secret, nonce, { authTagLength: tagBytes })
      cipher.setAAD(Buffer.from(workspaceId))
      const sealed = [nonce, cipher.update(token, 'utf8'), cipher.final(), cipher.getAuthTag()]
      return { token: new Uint8Array(Buffer.concat(sealed)), keyId: first.id }
    },
    open(workspaceId, { token, keyId }) {
      const key = keys.find((one) => one.id === keyId)
      if (!key) throw new TokenError(`the key ${keyId} is not among LIAISON_TOKEN_KEYS`)
      if (token.length < nonceBytes + tagBytes) throw new TokenError('the stored token is too short')
      const nonce = token.subarray(0, nonceBytes)
      const decipher = createDecipheriv(algorithm, key.secret, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(workspaceId))
      decipher.setAuthTag(token.subarray(-tagBytes))
      try {
        const opened = decipher.update(token.subarray(nonceBytes, -tagBytes))
        return Buffer.concat([opened, decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new TokenError(`the key ${keyId} does not open the stored token`, { cause })
      }
    },
  }
}
