import { type InstallationRow, listInstallations } from '../../db/installation-store.ts'
import { type TokenCipher, TokenError } from '../../db/token-cipher.ts'
import type { Context } from '../context.ts'

/** A workspace that the bot is installed in, with its token. */
export type InstalledWorkspace = { workspaceId: string; name: string; token: string; botUserId: string }

/** A workspace whose token cannot be read, and why. */
export type UnreadableWorkspace = { workspaceId: string; keyId: string; reason: string }

/** Every workspace that has the bot installed now; those whose token no configured key opens apart. */
export async function readInstallations(
  context: Context,
  cipher: TokenCipher,
): Promise<{ installed: InstalledWorkspace[]; unreadable: UnreadableWorkspace[] }> {
  const rows = await context.database.transaction(listInstallations)
  const opened = rows.map((row) => openRow(cipher, row))
  return {
    installed: opened.flatMap((one) => ('token' in one ? [one] : [])),
    unreadable: opened.flatMap((one) => ('token' in one ? [] : [one])),
  }
}

function openRow(cipher: TokenCipher, row: InstallationRow): InstalledWorkspace | UnreadableWorkspace {
  const { workspaceId, name, botUserId, keyId } = row
  try {
    return { workspaceId, name, botUserId, token: cipher.open(workspaceId, row) }
  } catch (error) {
    if (!(error instanceof TokenError)) throw error
    return { workspaceId, keyId, reason: error.message }
  }
}
