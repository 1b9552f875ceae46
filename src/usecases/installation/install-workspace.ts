import { appendAudit } from '../../db/audit-store.ts'
import { saveInstallation } from '../../db/installation-store.ts'
import type { TokenCipher } from '../../db/token-cipher.ts'
import { bringOutWaiting } from '../../db/waiting-delivery-store.ts'
import { ensureWorkspace } from '../../db/workspace-store.ts'
import { staleness } from '../../domain/stale-message.ts'
import type { Context } from '../context.ts'

/** What Slack tells of an installation by OAuth. */
export type NewInstallation = {
  workspaceId: string
  name: string
  token: string
  appId: string
  botUserId: string
  scopes: string[]
  installedBy: string
}

/**
 * Stores an installation, its token encrypted, in the place of an earlier one. What waited while the workspace had none
 * goes out again, except what is of no use any more (see {@link staleness}): that is given up, visibly.
 */
export async function installWorkspace(context: Context, cipher: TokenCipher, given: NewInstallation): Promise<void> {
  const now = context.now()
  const at = now.toJSDate()
  const { workspaceId, name, token, ...rest } = given
  await context.database.transaction(async (tx) => {
    await ensureWorkspace(tx, { id: workspaceId, name, at })
    const sealed = cipher.seal(workspaceId, token)
    const { returns } = await saveInstallation(tx, { workspaceId, ...sealed, ...rest, installedAt: at })
    const { any, bound } = staleness
    const before = now.minus({ days: any.days }).toJSDate()
    const ofKindsBefore = now.minus({ days: bound.days }).toJSDate()
    if (returns) await bringOutWaiting(tx, workspaceId, at, { before, kinds: bound.kinds, ofKindsBefore })
    const after = { appId: rest.appId, scopes: rest.scopes }
    const entry = { action: 'installation.install', subject: 'installation', before: null, after }
    await appendAudit(tx, { workspaceId, planId: null, userId: rest.installedBy, at, ...entry })
  })
}
