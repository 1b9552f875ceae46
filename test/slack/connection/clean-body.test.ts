import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt'
import { expect, it } from 'vitest'
import { cleanBody } from '../../../src/slack/connection/clean-body.ts'

it('takes NUL and halves of characters out of everything that comes in, and leaves the rest', async () => {
  const body = {
    text: 'a\0b',
    view: { state: { values: { x: { y: { value: '花\ud83d' } } } } },
    actions: [{ value: '\ude00😀' }],
    n: 1,
    none: null,
  }
  let heard: unknown
  const args = {
    body,
    next: async () => {
      heard = structuredClone(body)
    },
  }
  await cleanBody(args as unknown as AnyMiddlewareArgs & AllMiddlewareArgs)
  expect(heard).toEqual({
    text: 'ab',
    view: { state: { values: { x: { y: { value: '花\ufffd' } } } } },
    actions: [{ value: '\ufffd😀' }],
    n: 1,
    none: null,
  })
})
