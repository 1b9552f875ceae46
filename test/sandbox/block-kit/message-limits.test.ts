import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startBench } from '../bench.ts'
import {
  accessory,
  actions,
  button,
  cells,
  line,
  mrkdwn,
  option,
  options,
  plain,
  post,
  series,
  times,
  wide,
} from './samples.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startBench()
})

afterAll(() => sandbox.stop())

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
    expect(await post(sandbox, atLimit)).toMatchObject({ ok: true })
    const refused = await post(sandbox, above)
    expect(refused).toMatchObject({ ok: false, error: 'invalid_blocks' })
    expect(refused.errors).toContain(message)
    expect(refused.response_metadata?.messages).toContain(`[ERROR] ${message}`)
  })
})
