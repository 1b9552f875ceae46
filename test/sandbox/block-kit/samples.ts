import type { Sandbox } from '../../../src/sandbox/sandbox.ts'

export type Json = Record<string, unknown>
export type Refusal = { ok: boolean; error?: string; errors?: string[]; response_metadata?: { messages?: string[] } }

/** Calls a Web API method with a JSON body. */
export async function call(sandbox: Sandbox, method: string, body: Json): Promise<Refusal> {
  // Blocks are asked for at once; the clock goes on so that no rate limit comes in between.
  await fetch(`${sandbox.url}/sandbox/clock`, { method: 'POST', body: '{"now":"+2s"}' })
  const response = await fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sandbox.botToken}` },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Refusal
}

/** Posts blocks as a message. */
export const post = (sandbox: Sandbox, blocks: unknown) =>
  call(sandbox, 'chat.postMessage', { channel: 'C0NOTES', text: 'x', blocks })

export const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
export const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) })
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index))
export const option = (value: number | string, length = 5) => ({ text: plain(length), value: String(value) })
export const options = (count: number) => times(count, (index) => option(index))
export const actions = (element: Json) => ({ type: 'actions', elements: [element] })
export const button = (more: Json = {}) => ({ type: 'button', text: plain(5), ...more })
export const accessory = (element: Json) => ({ type: 'section', text: mrkdwn(5), accessory: element })
export const input = (element: Json) => ({ type: 'input', label: plain(5), element })
export const cells = (count: number) => times(count, () => ({ type: 'raw_text', text: 'x' }))
export const line = (more: Json = {}, chart: Json = {}) => ({
  type: 'data_visualization',
  title: 'x',
  ...more,
  chart: {
    type: 'line',
    series: [{ name: 'a', data: [{ label: 'Q1', value: 1 }] }],
    axis_config: { categories: ['Q1'] },
    ...chart,
  },
})
export const series = (count: number) =>
  times(count, (index) => ({ name: `s${index}`, data: [{ label: 'Q1', value: 1 }] }))
const categories = (count: number) => times(count, (index) => `c${index}`)
export const wide = (count: number) =>
  line(
    {},
    {
      series: [{ name: 'a', data: categories(count).map((label) => ({ label, value: 1 })) }],
      axis_config: { categories: categories(count) },
    },
  )
