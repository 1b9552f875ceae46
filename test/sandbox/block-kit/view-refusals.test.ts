import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../../../src/sandbox/sandbox.ts'
import { startBench } from '../bench.ts'
import { call, cells, input, type Json, line, plain, times } from './samples.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startBench()
})

afterAll(() => sandbox.stop())

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
    const refused = await call(sandbox, 'views.open', { trigger_id: '1.2.3', view })
    expect(refused).toMatchObject({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: [`[ERROR] ${message}`] },
    })
  })

  test('and a home with a title likewise', async () => {
    const view = { type: 'home', title: plain(5), blocks: [] }
    const refused = await call(sandbox, 'views.publish', { user_id: 'U0READER', view })
    expect(refused.response_metadata?.messages).toEqual([
      '[ERROR] invalid additional property: title [json-pointer:/view]',
    ])
  })
})
