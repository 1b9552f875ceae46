import type { Transaction } from './database.ts'
import { Prisma } from './generated/client.ts'
import type { SealedToken } from './token-cipher.ts'

/** An installation whose token is there. */
export type InstallationRow = SealedToken & { workspaceId: string; name: string; botUserId: string }

/**
 * The ids of the workspaces that uninstalled the bot, in SQL: nothing comes due there, so that what waits for them does not
 * grow, and nothing that waits is late.
 */
export const uninstalled = Prisma.sql`SELECT "workspaceId" FROM "Installation" WHERE "token" IS NULL`

/** What a workspace's installation tells besides its token. */
type NewInstallation = SealedToken & {
  workspaceId: string
  appId: string
  botUserId: string
  scopes: string[]
  installedBy: string
  installedAt: Date
}

/** Stores an installation in the place of an earlier one of the workspace; tells whether that one had been revoked. */
export async function saveInstallation(tx: Transaction, row: NewInstallation): Promise<{ returns: boolean }> {
  const { workspaceId, ...data } = row
  const before = await tx.installation.findUnique({ where: { workspaceId }, select: { token: true } })
  await tx.installation.upsert({
    where: { workspaceId },
    create: row,
    update: { ...data, revokedAt: null, revokedReason: null },
  })
  return { returns: before !== null && before.token === null }
}

/** Every installation that is not revoked, by workspace. */
export async function listInstallations(tx: Transaction): Promise<InstallationRow[]> {
  const rows = await tx.installation.findMany({
    where: { token: { not: null } },
    orderBy: { workspaceId: 'asc' },
    select: { workspaceId: true, token: true, keyId: true, botUserId: true, workspace: { select: { name: true } } },
  })
  return rows.flatMap(({ token, workspace, ...row }) => (token ? [{ ...row, token, name: workspace.name }] : []))
}

/** The token of a workspace, its row held until the transaction ends; null where there is none. */
export async function lockToken(tx: Transaction, workspaceId: string): Promise<SealedToken | null> {
  await tx.$queryRaw`SELECT 1 FROM "Installation" WHERE "workspaceId" = ${workspaceId} FOR UPDATE`
  const row = await tx.installation.findUnique({ where: { workspaceId }, select: { token: true, keyId: true } })
  return row?.token ? { token: row.token, keyId: row.keyId } : null
}

/** Erases the token of a workspace. */
export async function eraseToken(
  tx: Transaction,
  workspaceId: string,
  { reason, at }: { reason: string; at: Date },
): Promise<void> {
  await tx.installation.update({
    where: { workspaceId },
    data: { token: null, revokedAt: at, revokedReason: reason },
  })
}

/** Forgets that a workspace uninstalled the bot: it is served with a token that is a setting now. */
export async function forgetRevocation(tx: Transaction, workspaceId: string): Promise<void> {
  await tx.installation.deleteMany({ where: { workspaceId, token: null } })
}

/** Puts a token that was encrypted anew in the place of the old one. */
export async function replaceToken(tx: Transaction, workspaceId: string, sealed: SealedToken): Promise<void> {
  await tx.installation.update({ where: { workspaceId }, data: sealed })
}
