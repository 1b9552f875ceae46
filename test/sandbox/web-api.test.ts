import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiMethods } from '../../src/sandbox/routes/table.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { slackScopes } from '../../src/sandbox/scopes.ts'
import { clientOf, control, manifest, startBench } from './bench.ts'
import { stateOf } from './state.ts'

let sandbox: Sandbox

beforeAll(async () => {
  sandbox = await startBench()
})

afterAll(() => sandbox.stop())

const refusal = (error: string, more: object = {}) => ({ data: { ok: false, error, ...more } })

describe('the table of methods', () => {
  test('holds exactly what is supported', () => {
    expect(Object.keys(apiMethods).sort()).toEqual([
      'api.test',
      'apps.connections.open',
      'auth.test',
      'bots.info',
      'chat.delete',
      'chat.getPermalink',
      'chat.postEphemeral',
      'chat.postMessage',
      'chat.update',
      'conversations.history',
      'conversations.info',
      'conversations.join',
      'conversations.list',
      'conversations.members',
      'conversations.open',
      'conversations.replies',
      'files.completeUploadExternal',
      'files.getUploadURLExternal',
      'files.info',
      'files.list',
      'team.info',
      'usergroups.list',
      'usergroups.users.list',
      'users.conversations',
      'users.info',
      'users.list',
      'views.open',
      'views.publish',
      'views.push',
      'views.update',
    ])
  })

  test('answers each of them over HTTP, and no other', async () => {
    const call = async (method: string) => {
      const response = await fetch(`${sandbox.apiUrl}${method}`, { method: 'POST' })
      return (await response.json()) as { ok: boolean; error?: string }
    }
    for (const [name, { token }] of Object.entries(apiMethods)) {
      expect(await call(name), name).toMatchObject(token === 'none' ? { ok: true } : { ok: false, error: 'not_authed' })
    }
    expect(await call('chat.shout')).toMatchObject({ ok: false, error: 'unknown_method' })
  })

  test('asks for scopes of Slack alone, and for each in the list', () => {
    const used = new Set(Object.values(apiMethods).flatMap((method) => method.scopes))
    for (const scope of used) expect(slackScopes).toContain(scope)
    // This one is no condition of a method: it lifts the need to be a member.
    expect([...used, 'chat:write.public'].sort()).toEqual([...slackScopes].sort())
  })
})

describe('authorisation', () => {
  test('wants the right token', async () => {
    await expect(clientOf(sandbox, 'xoxb-other').auth.test()).rejects.toMatchObject(refusal('invalid_auth'))
    await expect(clientOf(sandbox, sandbox.appToken).auth.test()).rejects.toMatchObject(
      refusal('not_allowed_token_type'),
    )
    await expect(clientOf(sandbox).apps.connections.open({})).rejects.toMatchObject(refusal('not_allowed_token_type'))
    expect(await clientOf(sandbox).auth.test()).toMatchObject({
      ok: true,
      team_id: 'T0BENCH',
      bot_id: expect.stringMatching(/^B/),
    })
  })

  test('wants the scopes of the manifest', async () => {
    await expect(clientOf(sandbox).team.info()).rejects.toMatchObject(
      refusal('missing_scope', { needed: 'team:read', provided: manifest.oauth_config.scopes.bot.join(',') }),
    )
  })
})

describe('messages', () => {
  test('need a channel, membership and something to say', async () => {
    const { chat } = clientOf(sandbox)
    await expect(chat.postMessage({ channel: 'C1', text: 'x' })).rejects.toMatchObject(refusal('channel_not_found'))
    await expect(chat.postMessage({ channel: 'other', text: 'x' })).rejects.toMatchObject(refusal('not_in_channel'))
    await expect(chat.postMessage({ channel: 'notes', text: '' })).rejects.toMatchObject(refusal('no_text'))
    const long = chat.postMessage({ channel: 'notes', text: 'x'.repeat(40_001) })
    await expect(long).rejects.toMatchObject(refusal('msg_too_long'))
    await expect(chat.postEphemeral({ channel: 'notes', user: 'U1', text: 'x' })).rejects.toMatchObject(
      refusal('user_not_in_channel'),
    )
  })

  test('get unique, increasing timestamps, and their metadata only to who asks', async () => {
    const client = clientOf(sandbox)
    const metadata = { event_type: 'note', event_payload: { key: 'k1' } }
    const opened = await client.conversations.open({ users: 'U0WRITER' })
    const channel = opened.channel?.id ?? ''
    const stamps: string[] = []
    for (const text of ['one', 'two', 'three'])
      stamps.push((await client.chat.postMessage({ channel, text, metadata })).ts ?? '')
    expect([...new Set(stamps)].sort()).toEqual(stamps)
    const first = await client.conversations.history({ channel, limit: 2 })
    expect(first.messages?.map((message) => message.text)).toEqual(['three', 'two'])
    expect(first.messages?.[0]?.metadata).toBeUndefined()
    const cursor = first.response_metadata?.next_cursor ?? ''
    const rest = await client.conversations.history({ channel, limit: 2, cursor, include_all_metadata: true })
    expect(rest).toMatchObject({ has_more: false, messages: [{ text: 'one', metadata }] })
    const since = await client.conversations.history({ channel, oldest: stamps[0] ?? '' })
    expect(since.messages).toHaveLength(2)
    await expect(client.conversations.history({ channel, limit: 1000 })).rejects.toMatchObject(refusal('invalid_limit'))
  })

  test('can be updated and deleted by their author', async () => {
    const client = clientOf(sandbox)
    const { ts = '' } = await client.chat.postMessage({ channel: 'U0READER', text: 'draft' })
    const { channel = '' } = await client.chat.postMessage({ channel: 'U0READER', text: 'other' })
    expect(await client.chat.update({ channel, ts, text: 'final' })).toMatchObject({
      text: 'final',
      message: { edited: {} },
    })
    expect(await client.chat.getPermalink({ channel, message_ts: ts })).toMatchObject({
      permalink: expect.stringContaining(channel),
    })
    await client.chat.delete({ channel, ts })
    await expect(client.chat.update({ channel, ts, text: 'late' })).rejects.toMatchObject(refusal('message_not_found'))
    const said = await control(sandbox, 'messages', { user: 'U0READER', channel, text: 'mine' })
    const foreign = client.chat.update({ channel, ts: String(said.ts), text: 'yours' })
    await expect(foreign).rejects.toMatchObject(refusal('cant_update_message'))
  })

  test('lose their blocks to an update with a text alone, and keep them over one without text', async () => {
    const client = clientOf(sandbox)
    const blocks = [{ type: 'divider' as const, block_id: 'line' }]
    const { ts = '', channel = '' } = await client.chat.postMessage({ channel: 'notes', text: 'with blocks', blocks })
    const attachments = [{ text: 'more' }]
    const more = await client.chat.update({ channel, ts, attachments })
    expect(more.message).toMatchObject({ text: 'with blocks', blocks, attachments })
    const bare = await client.chat.update({ channel, ts, text: 'bare' })
    expect(bare.message).toMatchObject({ text: 'bare', attachments })
    expect(bare.message).not.toHaveProperty('blocks')
  })

  test('form threads', async () => {
    const client = clientOf(sandbox)
    const { ts = '', channel = '' } = await client.chat.postMessage({ channel: 'notes', text: 'parent' })
    await client.chat.postMessage({ channel, thread_ts: ts, text: 'reply' })
    const { messages } = await client.conversations.replies({ channel, ts })
    expect(messages?.map((message) => message.text)).toEqual(['parent', 'reply'])
    expect(messages?.[0]).toMatchObject({ reply_count: 1 })
    const history = await client.conversations.history({ channel })
    expect(history.messages?.map((message) => message.text)).not.toContain('reply')
  })
})

describe('people, groups and channels', () => {
  test('are found, with the locale where it is asked for', async () => {
    const client = clientOf(sandbox)
    expect(await client.users.info({ user: 'U0READER', include_locale: true })).toMatchObject({
      user: { locale: 'zh-CN', name: '读者' },
    })
    expect((await client.users.info({ user: 'U0READER' })).user).not.toHaveProperty('locale')
    await control(sandbox, 'users', { user: 'U0READER', locale: 'en-US' })
    expect(await client.users.info({ user: 'U0READER', include_locale: true })).toMatchObject({
      user: { locale: 'en-US' },
    })
    await expect(client.users.info({ user: 'U1' })).rejects.toMatchObject(refusal('user_not_found'))
    expect((await client.users.list({})).members?.map((user) => user.id)).toEqual(
      expect.arrayContaining(['U0READER', 'USLACKBOT']),
    )
    expect(await client.usergroups.list({ include_users: true })).toMatchObject({
      usergroups: [{ handle: 'group', users: ['U0WRITER'] }],
    })
    expect(await client.usergroups.users.list({ usergroup: 'S0GROUP' })).toMatchObject({ users: ['U0WRITER'] })
    expect(await client.conversations.info({ channel: 'C0NOTES' })).toMatchObject({
      channel: { name: 'notes', is_member: true },
    })
    expect((await client.conversations.members({ channel: 'C0OTHER' })).members).toEqual(['U0WRITER'])
    expect((await client.conversations.list({})).channels?.map((channel) => channel.name)).toEqual(['notes', 'other'])
    expect((await client.users.conversations({ user: 'U0READER' })).channels?.map((channel) => channel.name)).toEqual([
      'notes',
    ])
  })

  test('can be joined', async () => {
    const fresh = await startBench()
    await clientOf(fresh).conversations.join({ channel: 'C0OTHER' })
    expect(await clientOf(fresh).chat.postMessage({ channel: 'other', text: 'hello' })).toMatchObject({ ok: true })
    await fresh.stop()
  })
})

describe('a rate limit', () => {
  test('answers 429 with the seconds to wait, and ends with the clock', async () => {
    const fresh = await startBench()
    const client = clientOf(fresh)
    const { channel } = await client.conversations.open({ users: 'U0WRITER' })
    const post = () => client.chat.postMessage({ channel: channel?.id ?? '', text: 'again' })
    const posts = await Promise.allSettled([post(), post(), post(), post(), post(), post()])
    const refused = posts.filter((outcome) => outcome.status === 'rejected')
    expect(refused[0]?.reason).toMatchObject({ retryAfter: 1 })
    await control(fresh, 'clock', { now: '+2s' })
    expect(await post()).toMatchObject({ ok: true })
    await fresh.stop()
  })
})

describe('arguments', () => {
  test('may come as JSON, form or query', async () => {
    const headers = { Authorization: `Bearer ${sandbox.botToken}` }
    const asked = async (init: RequestInit, query = '') => {
      const response = await fetch(`${sandbox.apiUrl}users.info${query}`, {
        ...init,
        headers: { ...headers, ...init.headers },
      })
      return response.json()
    }
    const json = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"user":"U0WRITER","include_locale":true}',
    }
    expect(await asked(json)).toMatchObject({ ok: true, user: { locale: 'en-US' } })
    const form = { method: 'POST', body: new URLSearchParams({ user: 'U0WRITER', include_locale: 'true' }) }
    expect(await asked(form)).toMatchObject({ ok: true, user: { locale: 'en-US' } })
    expect(await asked({}, '?user=U0WRITER')).toMatchObject({ ok: true })
    expect(await asked({ ...json, body: '{' })).toMatchObject({ ok: false, error: 'invalid_json' })
    expect(await asked({ ...json, body: '{}' })).toMatchObject({ ok: false, error: 'invalid_arguments' })
  })

  test('over the limit are refused with 413', async () => {
    const body = new URLSearchParams({ text: 'x'.repeat(3_000_000) })
    expect((await fetch(`${sandbox.apiUrl}api.test`, { method: 'POST', body })).status).toBe(413)
    const large = await fetch(`${sandbox.url}/sandbox/messages`, {
      method: 'POST',
      body: JSON.stringify({ text: 'x'.repeat(2_000_000) }),
    })
    expect(large.status).toBe(413)
  })
})

test('the clock goes only forward', async () => {
  const { now } = await stateOf(sandbox)
  expect(await control(sandbox, 'clock', { now: '2024-01-01T00:00:00Z' })).toMatchObject({ status: 400, ok: false })
  expect(await control(sandbox, 'clock', { now: 'tomorrow' })).toMatchObject({ status: 400, ok: false })
  const moved = await control(sandbox, 'clock', { now: '2025-01-01T00:00:00+08:00' })
  expect(moved).toMatchObject({ ok: true, now: expect.stringMatching(/^2024-12-31T16:00:0/) })
  expect(Date.parse(now)).toBeLessThan(Date.parse(String(moved.now)))
})
