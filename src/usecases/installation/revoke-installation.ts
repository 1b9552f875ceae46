import { appendAudit } from '../../db/audit-store.ts'
import { eraseToken, lockToken } from '../../db/installation-store.ts'
import type { TokenCipher } from '../../db/token-cipher.ts'
import type { Context } from '../context.ts'

/** A token that Slack takes no more, and Slack's word for it. */
type Revoked = { workspaceId: string; token: string; reason: string }

/**
 * Erases a token that Slack takes no more; the workspace's data stay. Does nothing where the workspace has another token
 * meanwhile: it was installed again. Tells whether it was erased.
 * @throws TokenError when the stored token cannot be read
 */
export async function revokeInstallation(
  context: Context,
  cipher: TokenCipher,
  { workspaceId, token, reason }: Revoked,
): Promise<boolean> {
  const at = context.now().toJSDate()
  return context.database.transaction(async (tx) => {
    const sealed = await lockToken(tx, workspaceId)
    if (!sealed || cipher.open(workspaceId, sealed) !== token) return false
    await eraseToken(tx, workspaceId, { reason, at })
    const entry = { action: 'installation.revoke', subject: 'installation', before: null, after: { reason } }
    await appendAudit(tx, { workspaceId, planId: null, userId: 'slack', at, ...entry })
    return true
  })
}
