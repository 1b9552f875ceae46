import type { WebClient } from '@slack/web-api'
import type { Log } from '../../log.ts'
import type { Authorized, Served, Workspaces } from './workspaces.ts'

/** How long a refused token rests before Slack is asked again whether it takes it. */
const restMilliseconds = 60_000

/** What serving one workspace takes: `monotonic` counts milliseconds. */
type Surroundings = { makeClient: (token: string) => WebClient; log: Log; monotonic?: () => number }

/**
 * The one workspace whose token is a setting. While Slack refuses the token nothing is sent; somebody has to set a new one,
 * or let the bot in again.
 */
export function oneWorkspace(
  botToken: string,
  { makeClient, log, monotonic = () => performance.now() }: Surroundings,
): Workspaces {
  let known: (Served & Authorized) | null = null
  let refusedAt: number | null = null
  const introduce = async () => {
    const client = makeClient(botToken)
    const { team_id: id = '', team, user_id: botUserId = '' } = await client.auth.test()
    known = { id, name: team ?? id, client, teamId: id, botToken, botUserId }
    refusedAt = null
    return known
  }
  const rests = () => refusedAt !== null && monotonic() < refusedAt + restMilliseconds
  const refuse = () => {
    if (!rests()) log.error('Slack refuses the bot token: messages wait. Check SLACK_BOT_TOKEN')
    refusedAt = monotonic()
  }
  return {
    async served() {
      if (refusedAt === null) return [known ?? (await introduce())]
      if (rests()) return []
      return introduce().then(
        (again) => [again],
        () => {
          refuse()
          return []
        },
      )
    },
    async authorize() {
      return known ?? introduce()
    },
    async refused() {
      refuse()
    },
    async reconsider() {
      refusedAt = Number.NEGATIVE_INFINITY
    },
  }
}
