import type { WebClient } from '@slack/web-api'
import type { TokenCipher } from '../../db/token-cipher.ts'
import type { Log } from '../../log.ts'
import type { Context } from '../../usecases/context.ts'
import { type InstalledWorkspace, readInstallations } from '../../usecases/installation/read-installations.ts'
import { revokeInstallation } from '../../usecases/installation/revoke-installation.ts'
import { refusalOf } from './token-refusal.ts'
import type { Authorized, Served, Workspaces } from './workspaces.ts'

/** What serving many workspaces takes: `makeClient` for their messages, `makeAsker` for asking Slack about a token. */
type Surroundings = {
  context: Context
  cipher: TokenCipher
  makeClient: (token: string) => WebClient
  makeAsker: (token: string) => WebClient
  log: Log
}

type Known = { served: Served; authorized: Authorized }

/**
 * The workspaces that installed the bot, as the database has them. Each round of work reads them anew, so what another
 * process changed is noticed within the timer's five seconds; a request of a known workspace does not wait for the database.
 * A workspace whose token no key opens is left out, or kept as it was known, and the log says so once.
 */
export function manyWorkspaces({ context, cipher, makeClient, makeAsker, log }: Surroundings): Workspaces {
  const known = new Map<string, Known>()
  const told = new Set<string>()
  const asked = new Map<string, Promise<void>>()

  const read = async () => {
    const { installed, unreadable } = await readInstallations(context, cipher)
    for (const { workspaceId, keyId, reason } of unreadable) {
      if (!told.has(workspaceId)) log.error({ workspaceId, keyId, reason }, 'the token of a workspace cannot be read')
      told.add(workspaceId)
    }
    for (const one of installed) {
      told.delete(one.workspaceId)
      if (known.get(one.workspaceId)?.authorized.botToken !== one.token) known.set(one.workspaceId, knownAs(one))
    }
    const there = new Set([...installed, ...unreadable].map(({ workspaceId }) => workspaceId))
    for (const workspaceId of known.keys()) if (!there.has(workspaceId)) known.delete(workspaceId)
  }
  const knownAs = ({ workspaceId, name, token, botUserId }: InstalledWorkspace): Known => ({
    served: { id: workspaceId, name, client: makeClient(token) },
    authorized: { teamId: workspaceId, botToken: token, botUserId },
  })

  const ask = async (workspaceId: string) => {
    const token = known.get(workspaceId)?.authorized.botToken
    if (token === undefined) return
    const reason = await refusalOf(makeAsker(token))
    if (reason === null) return
    // Meanwhile it may have installed again.
    if (known.get(workspaceId)?.authorized.botToken === token) known.delete(workspaceId)
    if (await revokeInstallation(context, cipher, { workspaceId, token, reason }))
      log.warn({ workspaceId, reason }, 'a workspace revoked the token: its messages wait until it installs again')
  }
  const reconsider = async (workspaceId: string) => {
    const asking = asked.get(workspaceId) ?? ask(workspaceId).finally(() => asked.delete(workspaceId))
    asked.set(workspaceId, asking)
    await asking.catch((err: unknown) => log.error({ err, workspaceId }, 'a revocation could not be stored'))
  }

  return {
    async served() {
      await read()
      return [...known.values()].map(({ served }) => served)
    },
    async authorize(teamId = '') {
      if (!known.has(teamId)) await read()
      const found = known.get(teamId)
      if (!found) throw new Error('the app is not installed in this workspace')
      return found.authorized
    },
    async refused(token) {
      const whose = [...known].find(([, { authorized }]) => authorized.botToken === token)
      if (whose) await reconsider(whose[0])
    },
    async reconsider(teamId) {
      await read()
      await reconsider(teamId)
    },
  }
}
