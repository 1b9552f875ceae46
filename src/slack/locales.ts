import type { WebClient } from '@slack/web-api'
import { type Locale, localeOf } from '../i18n/locale.ts'

const keepMilliseconds = 10 * 60_000
const keepAtMost = 10_000

/** The languages of people, asked of Slack once and remembered for ten minutes. */
export type Locales = {
  /** The language of a person; Simplified Chinese where Slack does not tell. */
  of(client: WebClient, workspaceId: string, userId: string): Promise<Locale>
  /** Forgets a person whose profile changed. */
  forget(workspaceId: string, userId: string): void
}

/** An empty memory of languages; `monotonic` counts milliseconds. */
export function createLocales(monotonic: () => number = () => performance.now()): Locales {
  const known = new Map<string, { locale: Locale; until: number }>()
  return {
    async of(client, workspaceId, userId) {
      const key = `${workspaceId}/${userId}`
      const hit = known.get(key)
      if (hit && hit.until > monotonic()) return hit.locale
      const answer = await client.users.info({ user: userId, include_locale: true }).catch(() => null)
      if (!answer?.user?.locale) return 'zh-CN'
      const locale = localeOf(answer.user.locale)
      if (known.size >= keepAtMost) known.clear()
      known.set(key, { locale, until: monotonic() + keepMilliseconds })
      return locale
    },
    forget(workspaceId, userId) {
      known.delete(`${workspaceId}/${userId}`)
    },
  }
}
