import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { signatureOf } from '../support/slack-over-http.ts'

/** Where to send, and the secret that signs it. */
export type Receiving = { url: string; secret: string }

/**
 * Sends forms at an even pace, whatever comes back, as people do who know nothing of one another. Gives how long each took in
 * milliseconds, from the moment it was due until its answer was there.
 * @throws Error when one is not answered by 200
 */
export async function sendAtPace(
  { url, secret }: Receiving,
  perSecond: number,
  forms: readonly URLSearchParams[],
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const begun = performance.now()
  const sent = forms.map(async (form, index) => {
    const due = begun + (index * 1000) / perSecond
    await wait(Math.max(0, due - performance.now()))
    await send(agent, url, secret, form.toString())
    return performance.now() - due
  })
  try {
    return await Promise.all(sent)
  } finally {
    agent.destroy()
  }
}

/** The time that a share of some times (0.5 is the middle) does not exceed. */
export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? Number.NaN
}

async function send(agent: Agent, url: string, secret: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signatureOf(secret, body) }
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const asking = request(url, { method: 'POST', agent, headers }, (response) => {
    const answered = response.statusCode === 200 ? text(response) : Promise.reject(new Error(`${response.statusCode}`))
    answered.then(() => resolve(), reject)
  })
  asking.on('error', reject)
  asking.end(body)
  return promise
}
