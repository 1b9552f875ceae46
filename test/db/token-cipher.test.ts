import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenCipher, TokenError } from '../../src/db/token-cipher.ts'

const key = (id: string, byte: number) => ({ id, secret: new Uint8Array(32).fill(byte) })
const cipher = createTokenCipher([key('k2', 2), key('k1', 1)])

describe('a token at rest', () => {
  it('is read again, and says nothing: the same token is other bytes each time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string(), (token, workspace) => {
        const sealed = cipher.seal(workspace, token)
        expect(cipher.open(workspace, sealed)).toBe(token)
        expect(Buffer.compare(cipher.seal(workspace, token).token, sealed.token)).not.toBe(0)
      }),
    )
  })

  it('is refused where a bit of it was changed, where it was cut short, and in another workspace', () => {
    const sealed = cipher.seal('T1', 'xoxb-1')
    for (let at = 0; at < sealed.token.length; at++) {
      const changed = sealed.token.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect(() => cipher.open('T1', { ...sealed, token: changed })).toThrow(TokenError)
      expect(() => cipher.open('T1', { ...sealed, token: sealed.token.slice(0, at) })).toThrow(TokenError)
    }
    expect(() => cipher.open('T2', sealed)).toThrow(TokenError)
  })

  it('is encrypted by the first key and read by each; a key that is not there, or another under its name, does not open it', () => {
    expect(cipher.seal('T1', 'xoxb-1').keyId).toBe('k2')
    const older = createTokenCipher([key('k1', 1)]).seal('T1', 'xoxb-1')
    expect(cipher.open('T1', older)).toBe('xoxb-1')
    expect(() => createTokenCipher([key('k2', 2)]).open('T1', older)).toThrow(/k1/)
    expect(() => createTokenCipher([key('k1', 9)]).open('T1', older)).toThrow(TokenError)
  })
})
