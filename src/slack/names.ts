import type { WebClient } from '@slack/web-api'

/** The names of people as Slack tells them, by id; one that Slack does not tell is left out. */
export async function namesOf(client: WebClient, userIds: readonly string[]): Promise<Record<string, string>> {
  const entries = await Promise.all(
    [...new Set(userIds)].map(async (user) => {
      const answer = await client.users.info({ user }).catch(() => null)
      const name = answer?.user?.profile?.real_name || answer?.user?.real_name || ''
      return [user, name.trim()] as const
    }),
  )
  return Object.fromEntries(entries.filter(([, name]) => name !== ''))
}
