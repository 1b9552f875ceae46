import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startBench } from '../bench.ts'
import { actions, button, line, mrkdwn, option, options, post, times } from './samples.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startBench()
})

afterAll(() => sandbox.stop())

describe('a message is refused', () => {
  const table: [name: string, blocks: unknown, message: string][] = [
    ['an unknown block', [{ type: 'hologram' }], 'unsupported type: hologram [json-pointer:/blocks/0/type]'],
    [
      'an unknown element',
      [actions({ type: 'lever' })],
      'unsupported type: lever [json-pointer:/blocks/0/elements/0/type]',
    ],
    ['a block without a type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
    ['a section without text', [{ type: 'section' }], 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
    [
      'a header in mrkdwn',
      [{ type: 'header', text: mrkdwn(5) }],
      'must be one of: plain_text [json-pointer:/blocks/0/text/type]',
    ],
    [
      'an empty text',
      [{ type: 'section', text: mrkdwn(0) }],
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    ['a missing text', [{ type: 'header' }], 'missing required field: text [json-pointer:/blocks/0]'],
    [
      'a text that is a string',
      [{ type: 'section', text: 'x' }],
      'must provide an object [json-pointer:/blocks/0/text]',
    ],
    [
      'a property Slack does not know',
      [{ type: 'divider', colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'a repeated block_id',
      times(2, () => ({ type: 'divider', block_id: 'a' })),
      '`block_id` already exists [json-pointer:/blocks/1/block_id]',
    ],
    [
      'a repeated action_id',
      [{ type: 'actions', elements: times(2, () => button({ action_id: 'a' })) }],
      '`action_id` already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      'an initial option that is none',
      [actions({ type: 'static_select', options: options(2), initial_option: option(9) })],
      'must match one of the options [json-pointer:/blocks/0/elements/0/initial_option]',
    ],
    [
      'a chart whose labels are no categories',
      [line({}, { axis_config: { categories: ['Q2'] } })],
      'data labels must match the axis categories [json-pointer:/blocks/0/chart/series/0/data]',
    ],
  ]

  test.each(table)('with %s', async (_name, blocks, message) => {
    expect((await post(sandbox, blocks)).errors).toEqual([message])
  })

  test('with blocks that are no list', async () => {
    expect(await post(sandbox, 'not json')).toMatchObject({ error: 'invalid_blocks_format' })
    expect(await post(sandbox, ['x'])).toMatchObject({ error: 'invalid_blocks_format' })
  })

  test('with more characters than one message holds', async () => {
    const long = times(5, () => ({ type: 'section', text: mrkdwn(3000) }))
    expect(await post(sandbox, long.slice(0, 4))).toMatchObject({ ok: true })
    expect(await post(sandbox, long)).toMatchObject({ error: 'msg_blocks_too_long' })
  })
})
