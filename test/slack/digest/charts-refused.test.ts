import { afterEach, beforeEach, expect, it } from 'vitest'
import { createLog } from '../../../src/log.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { createCourier } from '../../../src/slack/delivery/deliver.ts'
import { createLocales } from '../../../src/slack/locales.ts'
import { clientOf, control, startBench } from '../../sandbox/bench.ts'
import { stateOf } from '../../sandbox/state.ts'
import { sampleDigest } from '../../support/sample-digest.ts'

let sandbox: Sandbox
beforeEach(async () => {
  sandbox = await startBench()
})
afterEach(() => sandbox.stop())

const digest = {
  workspaceId: 'T0BENCH',
  place: 'C0NOTES',
  dedupeKey: 'digest/1/1',
  files: [],
  kind: 'digest' as const,
  payload: sampleDigest({
    targets: [
      {
        ...{ id: 1, metric: '引进企业', unit: '家', value: '50', current: '17', asOf: '2024-06-20', due: '24' },
        ...{ gap: '-7', status: 'behind', reason: null, taskNo: 1, by: null, per: 'year', source: null, claims: [] },
      },
    ],
  }),
}
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

it('a digest goes with its chart, where Slack takes that', async () => {
  const courier = createCourier(clientOf(sandbox), createLog('silent'), createLocales(), () =>
    Promise.reject(new Error()),
  )
  await courier.send(digest)
  const [message] = (await stateOf(sandbox)).messages
  expect(JSON.stringify(message?.blocks)).toContain('data_visualization')
})

it('a digest goes with a picture of its chart, where Slack refuses that', async () => {
  const drawn: unknown[] = []
  const draw = async (chart: unknown) => {
    drawn.push(chart)
    return pixel
  }
  await control(sandbox, 'faults', { refuse_charts: true })
  const courier = createCourier(clientOf(sandbox), createLog('silent'), createLocales(), draw)
  const posted = await courier.send(digest)
  const { messages } = await stateOf(sandbox)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ ts: posted.ts, files: [{ name: '指标完成与时序进度.png' }] })
  expect(JSON.stringify(messages[0]?.blocks)).not.toContain('data_visualization')
  expect(JSON.stringify(messages[0]?.blocks)).toContain('引进企业')
  expect(drawn).toMatchObject([
    {
      kind: 'bar',
      categories: ['引进企业'],
      series: [
        { name: '完成', values: [34] },
        { name: '应达', values: [48] },
      ],
    },
  ])
  // Found again under its key, as every message whose answer was lost.
  expect(await courier.find('C0NOTES', 'digest/1/1', new Date(0))).toEqual(posted)
})
