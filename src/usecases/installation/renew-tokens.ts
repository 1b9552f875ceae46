import { listInstallations, lockToken, replaceToken } from '../../db/installation-store.ts'
import { type TokenCipher, TokenError } from '../../db/token-cipher.ts'
import type { Context } from '../context.ts'

/**
 * Encrypts tokens under an older key anew with the first one; those that no configured key opens stay as they are. Returns
 * how many were renewed.
 */
export async function renewTokens(context: Context, cipher: TokenCipher): Promise<number> {
  const rows = await context.database.transaction(listInstallations)
  let renewed = 0
  for (const { workspaceId, keyId } of rows)
    if (keyId !== cipher.keyId && (await renew(context, cipher, workspaceId))) renewed += 1
  return renewed
}

async function renew(context: Context, cipher: TokenCipher, workspaceId: string): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    const sealed = await lockToken(tx, workspaceId)
    if (!sealed || sealed.keyId === cipher.keyId) return false
    try {
      await replaceToken(tx, workspaceId, cipher.seal(workspaceId, cipher.open(workspaceId, sealed)))
      return true
    } catch (error) {
      if (error instanceof TokenError) return false
      throw error
    }
  })
}
