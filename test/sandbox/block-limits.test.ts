import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startBench } from './bench.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startBench()
})

afterAll(() => sandbox.stop())

type Json = Record<string, unknown>
type Refusal = { ok: boolean; error?: string; errors?: string[]; response_metadata?: { messages?: string[] } }

async function call(method: string, body: Json): Promise<Refusal> {
  // Blocks are asked for at once; the clock goes on so that no rate limit comes in between.
  await fetch(`${sandbox.url}/sandbox/clock`, { method: 'POST', body: '{"now":"+2s"}' })
  const response = await fetch(`${sandbox.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sandbox.botToken}` },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Refusal
}

const post = (blocks: unknown) => call('chat.postMessage', { channel: 'C0NOTES', text: 'x', blocks })

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) })
const times = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const option = (value: number | string, length = 5) => ({ text: plain(length), value: String(value) })
const options = (count: number) => times(count, (index) => option(index))
const actions = (element: Json) => ({ type: 'actions', elements: [element] })
const button = (more: Json = {}) => ({ type: 'button', text: plain(5), ...more })
const accessory = (element: Json) => ({ type: 'section', text: mrkdwn(5), accessory: element })
const input = (element: Json) => ({ type: 'input', label: plain(5), element })
const cells = (count: number) => times(count, () => ({ type: 'raw_text', text: 'x' }))
const line = (more: Json = {}, chart: Json = {}) => ({
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
const series = (count: number) => times(count, (index) => ({ name: `s${index}`, data: [{ label: 'Q1', value: 1 }] }))
const categories = (count: number) => times(count, (index) => `c${index}`)
const wide = (count: number) =>
  line(
    {},
    {
      series: [{ name: 'a', data: categories(count).map((label) => ({ label, value: 1 })) }],
      axis_config: { categories: categories(count) },
    },
  )

describe('a message at a limit is taken, and above it refused with a pointer', () => {
  const table: [name: string, atLimit: unknown[], above: unknown[], message: string][] = [
    [
      '50 blocks',
      times(50, () => ({ type: 'divider' })),
      times(51, () => ({ type: 'divider' })),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    [
      'section text 3000',
      [{ type: 'section', text: mrkdwn(3000) }],
      [{ type: 'divider' }, { type: 'section', text: mrkdwn(3001) }],
      'must be less than 3001 characters [json-pointer:/blocks/1/text/text]',
    ],
    [
      'section fields 10',
      [{ type: 'section', fields: times(10, () => mrkdwn(5)) }],
      [{ type: 'section', fields: times(11, () => mrkdwn(5)) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'field text 2000',
      [{ type: 'section', fields: [mrkdwn(2000)] }],
      [{ type: 'section', fields: [mrkdwn(2001)] }],
      'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'header 150',
      [{ type: 'header', text: plain(150) }],
      [{ type: 'header', text: plain(151) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'context elements 10',
      [{ type: 'context', elements: times(10, () => mrkdwn(5)) }],
      [{ type: 'context', elements: times(11, () => mrkdwn(5)) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'actions elements 25',
      [{ type: 'actions', elements: times(25, () => button()) }],
      [{ type: 'actions', elements: times(26, () => button()) }],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'button text 75',
      [actions(button({ text: plain(75) }))],
      [actions(button({ text: plain(76) }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'button value 2000',
      [actions(button({ value: 'x'.repeat(2000) }))],
      [actions(button({ value: 'x'.repeat(2001) }))],
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'action_id 255',
      [actions(button({ action_id: 'x'.repeat(255) }))],
      [actions(button({ action_id: 'x'.repeat(256) }))],
      'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    [
      'block_id 255',
      [{ type: 'divider', block_id: 'x'.repeat(255) }],
      [{ type: 'divider', block_id: 'x'.repeat(256) }],
      'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
    ],
    [
      'select options 100',
      [accessory({ type: 'static_select', options: options(100) })],
      [accessory({ type: 'static_select', options: options(101) })],
      'no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]',
    ],
    [
      'option text 75',
      [accessory({ type: 'static_select', options: [option(1, 75)] })],
      [accessory({ type: 'static_select', options: [option(1, 76)] })],
      'must be less than 76 characters [json-pointer:/blocks/0/accessory/options/0/text/text]',
    ],
    [
      'option value 150',
      [accessory({ type: 'static_select', options: [option('x'.repeat(150))] })],
      [accessory({ type: 'static_select', options: [option('x'.repeat(151))] })],
      'must be less than 151 characters [json-pointer:/blocks/0/accessory/options/0/value]',
    ],
    [
      'overflow options 5',
      [accessory({ type: 'overflow', options: options(5) })],
      [accessory({ type: 'overflow', options: options(6) })],
      'no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]',
    ],
    [
      'radio buttons 10',
      [actions({ type: 'radio_buttons', options: options(10) })],
      [actions({ type: 'radio_buttons', options: options(11) })],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'checkboxes 10',
      [actions({ type: 'checkboxes', options: options(10) })],
      [actions({ type: 'checkboxes', options: options(11) })],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'table rows 100',
      [{ type: 'table', rows: times(100, () => cells(2)) }],
      [{ type: 'table', rows: times(101, () => cells(2)) }],
      'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
    ],
    [
      'table columns 20',
      [{ type: 'table', rows: [cells(20)] }],
      [{ type: 'table', rows: [cells(21)] }],
      'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
    ],
    [
      'one table',
      [{ type: 'table', rows: [cells(1)] }],
      times(2, () => ({ type: 'table', rows: [cells(1)] })),
      'only_one_table_allowed [json-pointer:/blocks/1]',
    ],
    [
      'markdown 12,000',
      [{ type: 'markdown', text: 'x'.repeat(12_000) }],
      [{ type: 'markdown', text: 'x'.repeat(12_001) }],
      'must be less than 12001 characters [json-pointer:/blocks/0/text]',
    ],
    [
      'chart title 50',
      [line({ title: 'x'.repeat(50) })],
      [line({ title: 'x'.repeat(51) })],
      'must be less than 51 characters [json-pointer:/blocks/0/title]',
    ],
    [
      'chart series 6',
      [line({}, { series: series(6) })],
      [line({}, { series: series(7) })],
      'no more than 6 items allowed [json-pointer:/blocks/0/chart/series]',
    ],
    [
      'chart categories 20',
      [wide(20)],
      [wide(21)],
      'no more than 20 items allowed [json-pointer:/blocks/0/chart/axis_config/categories]',
    ],
    [
      'two charts',
      [line(), line()],
      [line(), line(), line()],
      'no more than 2 data_visualization blocks allowed [json-pointer:/blocks/2]',
    ],
  ]

  test.each(table)('%s', async (_name, atLimit, above, message) => {
    expect(await post(atLimit)).toMatchObject({ ok: true })
    const refused = await post(above)
    expect(refused).toMatchObject({ ok: false, error: 'invalid_blocks' })
    expect(refused.errors).toContain(message)
    expect(refused.response_metadata?.messages).toContain(`[ERROR] ${message}`)
  })
})

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
    expect((await post(blocks)).errors).toEqual([message])
  })

  test('with blocks that are no list', async () => {
    expect(await post('not json')).toMatchObject({ error: 'invalid_blocks_format' })
    expect(await post(['x'])).toMatchObject({ error: 'invalid_blocks_format' })
  })

  test('with more characters than one message holds', async () => {
    const long = times(5, () => ({ type: 'section', text: mrkdwn(3000) }))
    expect(await post(long.slice(0, 4))).toMatchObject({ ok: true })
    expect(await post(long)).toMatchObject({ error: 'msg_blocks_too_long' })
  })
})

describe('every kind of block and element is taken', () => {
  const source = { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'a' }
  const kinds: [string, Json][] = [
    ['image block', { ...source, title: plain(5) }],
    ['image element', { type: 'context', elements: [source] }],
    [
      'rich_text',
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: 1,
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: '粗体', style: { bold: true } },
                  { type: 'user', user_id: 'U0READER' },
                  { type: 'link', url: 'https://example.org' },
                ],
              },
            ],
          },
        ],
      },
    ],
    [
      'pie chart',
      line({}, { type: 'pie', segments: [{ label: 'a', value: 1 }], series: undefined, axis_config: undefined }),
    ],
    ['file', { type: 'file', external_id: 'x', source: 'remote' }],
    ['multi_static_select', accessory({ type: 'multi_static_select', options: options(3), max_selected_items: 2 })],
    ['option groups', accessory({ type: 'static_select', option_groups: [{ label: plain(5), options: options(2) }] })],
    [
      'confirm',
      actions(
        button({ style: 'danger', confirm: { title: plain(5), text: mrkdwn(5), confirm: plain(5), deny: plain(5) } }),
      ),
    ],
    ...['users_select', 'conversations_select', 'channels_select', 'datepicker', 'timepicker', 'datetimepicker'].map(
      (type): [string, Json] => [type, actions({ type })],
    ),
    ...[
      'multi_users_select',
      'multi_conversations_select',
      'multi_channels_select',
      'plain_text_input',
      'file_input',
      'email_text_input',
      'url_text_input',
    ].map((type): [string, Json] => [type, input({ type })]),
    ['number_input', input({ type: 'number_input', is_decimal_allowed: true })],
  ]

  test.each(kinds)('%s', async (_name, block) => {
    expect(await post([block])).toMatchObject({ ok: true })
  })
})

describe('a view is refused with invalid_arguments and a pointer', () => {
  const modal = (more: Json) => ({ type: 'modal', title: plain(5), blocks: [{ type: 'divider' }], ...more })
  const table: [name: string, view: Json, message: string][] = [
    ['a title over 24', modal({ title: plain(25) }), 'must be less than 25 characters [json-pointer:/view/title/text]'],
    [
      'a submit over 24',
      modal({ submit: plain(25) }),
      'must be less than 25 characters [json-pointer:/view/submit/text]',
    ],
    [
      'private_metadata over 3000',
      modal({ private_metadata: 'x'.repeat(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'callback_id over 255',
      modal({ callback_id: 'x'.repeat(256) }),
      'must be less than 256 characters [json-pointer:/view/callback_id]',
    ],
    [
      'more than 100 blocks',
      modal({ blocks: times(101, () => ({ type: 'divider' })) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'a table',
      modal({ blocks: [{ type: 'table', rows: [cells(1)] }] }),
      'unsupported type: table [json-pointer:/view/blocks/0/type]',
    ],
    ['a chart', modal({ blocks: [line()] }), 'unsupported type: data_visualization [json-pointer:/view/blocks/0/type]'],
    [
      'a long label',
      modal({ submit: plain(5), blocks: [{ ...input({ type: 'plain_text_input' }), label: plain(2001) }] }),
      'must be less than 2001 characters [json-pointer:/view/blocks/0/label/text]',
    ],
    [
      'an input without submit',
      modal({ blocks: [input({ type: 'plain_text_input' })] }),
      '`submit` is required when an input block is within the blocks array [json-pointer:/view/submit]',
    ],
    ['no title', { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view]'],
  ]

  test.each(table)('for %s', async (_name, view, message) => {
    const refused = await call('views.open', { trigger_id: '1.2.3', view })
    expect(refused).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: [`[ERROR] ${message}`] },
    })
  })

  test('and a home with a title likewise', async () => {
    const view = { type: 'home', title: plain(5), blocks: [] }
    const refused = await call('views.publish', { user_id: 'U0READER', view })
    expect(refused.response_metadata?.messages).toEqual([
      '[ERROR] invalid additional property: title [json-pointer:/view]',
    ])
  })
})
