/** What Slack answered: its JSON, the scopes of the token, and Slack's clock in milliseconds where it told. */
export type SlackAnswer = { body: Record<string, unknown>; scopes: string[]; now: number | null }

const patienceMs = 10_000

/** Calls a method of the Web API with a token. @throws Error when Slack cannot be reached or answers no JSON */
export async function askSlack(
  apiUrl: string | null,
  token: string,
  method: string,
  args: Record<string, string> = {},
): Promise<SlackAnswer> {
  const answer = await fetch(`${apiUrl ?? 'https://slack.com/api/'}${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams(args),
    signal: AbortSignal.timeout(patienceMs),
  })
  const body = (await answer.json()) as Record<string, unknown>
  const date = Date.parse(answer.headers.get('date') ?? '')
  const scopes = (answer.headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim())
  return { body, scopes: scopes.filter((scope) => scope !== ''), now: Number.isNaN(date) ? null : date }
}
