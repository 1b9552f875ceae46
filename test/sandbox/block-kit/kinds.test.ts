import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startBench } from '../bench.ts'
import { accessory, actions, button, input, type Json, line, mrkdwn, options, plain, post } from './samples.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startBench()
})

afterAll(() => sandbox.stop())

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
    expect(await post(sandbox, [block])).toMatchObject({ ok: true })
  })
})
