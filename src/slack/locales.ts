import { setTimeout as wait } from 'node:timers/promises'
import type { ViewOutput } from '@slack/bolt'
import type { WebClient } from '@slack/web-api'
import { type Locale, localeOf } from '../i18n/locale.ts'

const keepMilliseconds = 10 * 60_000
const keepAtMost = 10_000
/** A form can be opened for three seconds after a click; the question of the language takes half of them at most. */
const patienceMilliseconds = 1500

/** The languages of people and whether they left, asked of Slack once and remembered for ten minutes. */
export type Locales = {
  /** The language of a person; where Slack does not tell in time, the one known last, else Simplified Chinese. */
  of(client: WebClient, workspaceId: string, userId: string): Promise<Locale>
  /** Whether a person's account was deactivated; where Slack does not tell in time, what was known last, else not. */
  hasLeft(client: WebClient, workspaceId: string, userId: string): Promise<boolean>
  /** Forgets a person whose profile changed. */
  forget(workspaceId: string, userId: string): void
}

/** An empty memory of languages; `monotonic` counts milliseconds, `patience` is how many Slack's answer is waited for. */
export function createLocales(
  monotonic: () => number = () => performance.now(),
  patience = patienceMilliseconds,
): Locales {
  const known = new Map<string, { locale: Locale; left: boolean; until: number }>()
  const ask = async (client: WebClient, workspaceId: string, userId: string) => {
    const key = `${workspaceId}/${userId}`
    const hit = known.get(key)
    if (hit && hit.until > monotonic()) return hit
    const asked = client.users.info({ user: userId, include_locale: true }).catch(() => null)
    const answer = await Promise.race([asked, wait(patience, null, { ref: false })])
    const left = answer?.user?.deleted === true
    // Slack tells no language of somebody who left.
    if (!answer?.user?.locale && !left) return hit
    const found = { locale: localeOf(answer?.user?.locale ?? 'zh-CN'), left, until: monotonic() + keepMilliseconds }
    if (known.size >= keepAtMost) known.clear()
    known.set(key, found)
    return found
  }
  return {
    of: async (client, workspaceId, userId) => (await ask(client, workspaceId, userId))?.locale ?? 'zh-CN',
    hasLeft: async (client, workspaceId, userId) => (await ask(client, workspaceId, userId))?.left ?? false,
    forget(workspaceId, userId) {
      known.delete(`${workspaceId}/${userId}`)
    },
  }
}

/** The language of a form, by the words of its own buttons: what is wrong with it is said in the same, without asking Slack. */
export function localeOfForm({ submit, close, title }: Pick<ViewOutput, 'submit' | 'close' | 'title'>): Locale {
  const words = submit?.text ?? close?.text ?? title?.text ?? ''
  return /\p{Script=Han}/u.test(words) || words === '' ? 'zh-CN' : 'en'
}
