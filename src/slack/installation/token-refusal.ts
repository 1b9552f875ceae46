import { WebAPIPlatformError, type WebClient } from '@slack/web-api'

/** Slack's answers to a token that will never be good again. https://docs.slack.dev/reference/methods/auth.test */
const refusals = new Set(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'])

/** Slack's word for why it takes the client's token no more; null while it takes it, or where it cannot be asked. */
export async function refusalOf(client: WebClient): Promise<string | null> {
  try {
    await client.auth.test()
    return null
  } catch (error) {
    const word = error instanceof WebAPIPlatformError ? error.data.error : ''
    return refusals.has(word) ? word : null
  }
}

/**
 * `fetch` that notices where Slack refuses the token of a call, and tells whose. Bolt makes clients of its own, so this is the
 * one place that every call goes through.
 */
export function noticeRefusals(fetch: typeof globalThis.fetch, refused: (token: string) => Promise<void>) {
  return async (...[input, init]: Parameters<typeof fetch>): Promise<Response> => {
    const response = await fetch(input, init)
    const token = new Headers(init?.headers).get('authorization')?.replace(/^Bearer /, '')
    if (token && response.ok && refusals.has(await refusalIn(response.clone()))) await refused(token)
    return response
  }
}

async function refusalIn(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.includes('json')) return ''
  const said: unknown = await response.json().catch(() => null)
  return typeof said === 'object' && said !== null && 'error' in said ? String(said.error) : ''
}
