import type { WebClient } from '@slack/web-api'
import { expect, it } from 'vitest'
import { createLocales, localeOfForm } from '../../src/slack/locales.ts'

const answering = (locale: string) => clientOf(async () => ({ ok: true, user: { locale } }))
const silent = clientOf(() => new Promise(() => undefined))
const failing = clientOf(() => Promise.reject(new Error('no answer')))

function clientOf(info: () => Promise<object>): WebClient {
  return { users: { info } } as unknown as WebClient
}

it('asks once, remembers, and asks again after a change or ten minutes', async () => {
  let minutes = 0
  const locales = createLocales(() => minutes * 60_000)
  expect(await locales.of(answering('en-GB'), 'T1', 'U1')).toBe('en')
  expect(await locales.of(answering('zh-CN'), 'T1', 'U1')).toBe('en')
  locales.forget('T1', 'U1')
  expect(await locales.of(answering('zh-CN'), 'T1', 'U1')).toBe('zh-CN')
  minutes = 11
  expect(await locales.of(answering('en-US'), 'T1', 'U1')).toBe('en')
})

it('does not wait for a Slack that is silent, and then takes the language known last', async () => {
  let minutes = 0
  const locales = createLocales(() => minutes * 60_000, 1)
  expect(await locales.of(silent, 'T1', 'U1')).toBe('zh-CN')
  expect(await createLocales(undefined, 1).of(failing, 'T1', 'U1')).toBe('zh-CN')
  const known = createLocales(() => minutes * 60_000, 1000)
  expect(await known.of(answering('en-US'), 'T1', 'U1')).toBe('en')
  minutes = 11
  expect(await known.of(failing, 'T1', 'U1')).toBe('en')
})

it('knows the language of a form by its own words', () => {
  const words = (text: string) => ({ type: 'plain_text' as const, text })
  expect(localeOfForm({ title: words('进展报送'), submit: words('Submit'), close: words('Cancel') })).toBe('en')
  expect(localeOfForm({ title: words('Report'), submit: words('提交'), close: null })).toBe('zh-CN')
  expect(localeOfForm({ title: words('报送'), submit: null, close: null })).toBe('zh-CN')
})
