import { describe, expect, it } from 'vitest'
import { ConfigError, findUnknownSettings, readConfig } from '../src/config.ts'

describe('settings', () => {
  it('need nothing: the sandbox on an embedded database', () => {
    expect(readConfig({})).toEqual({
      connection: { kind: 'sandbox', port: 3777, seed: true },
      databaseUrl: null,
      dataDir: '.data',
      monitor: null,
      keep: { messages: 400, drafts: 180 },
      logLevel: 'info',
    })
  })

  it('keep for ever where they say 0 days, and for whole days at most a century', () => {
    const kept = (days: string) => readConfig({ LIAISON_KEEP_MESSAGES: days, LIAISON_KEEP_DRAFTS: '30' }).keep
    expect(kept('0')).toEqual({ messages: 0, drafts: 30 })
    for (const wrong of ['-1', '1.5', 'ever', '29', '36501']) expect(() => kept(wrong)).toThrow(/LIAISON_KEEP_MESSAGES/)
  })

  it('take an empty variable for one that is not set', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: '', DATABASE_URL: '' }).connection.kind).toBe('sandbox')
  })

  it('choose Socket Mode or HTTP by the tokens', () => {
    const socket = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })
    expect(socket.connection).toEqual({
      kind: 'slack',
      transport: { kind: 'socket', appToken: 'xapp-1' },
      installed: { kind: 'one', botToken: 'xoxb-1' },
      apiUrl: null,
    })
    const http = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_HTTP_PORT: '8080' })
    expect(http.connection).toMatchObject({ transport: { kind: 'http', host: '127.0.0.1', port: 8080 } })
  })

  it('say everything that is wrong at once, in both languages, and never a value', () => {
    const given = {
      SLACK_BOT_TOKEN: 'hello',
      SLACK_HTTP_PORT: '65536',
      SLACK_API_URL: 'https://slack.test/api',
      DATABASE_URL: 'mysql://x:secret@y',
      LIAISON_SEED: 'yes',
      LIAISON_LOG: 'loud',
      LIAISON_MONITOR_PORT: 'on',
    }
    const read = () => readConfig(given)
    expect(read).toThrow(ConfigError)
    const { message, problems } = catching(read)
    // The missing token is told beside what is malformed.
    expect(problems.map(({ setting }) => setting)).toEqual([...Object.keys(given), 'SLACK_APP_TOKEN'])
    expect(message.split('\n')).toHaveLength(1 + problems.length)
    for (const line of message.split('\n')) expect(line).toMatch(/[\u4e00-\u9fff].* \/ .*[a-z]/)
    for (const value of Object.values(given)) expect(message).not.toContain(` ${value} `)
    expect(message).not.toContain('secret@')
  })

  it('serve health and metrics on loopback beside Slack, and nowhere in the sandbox unless asked for', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
    expect(readConfig(slack).monitor).toEqual({ host: '127.0.0.1', port: 9464 })
    expect(readConfig({ ...slack, LIAISON_MONITOR_PORT: 'off' }).monitor).toBeNull()
    expect(readConfig({ LIAISON_MONITOR_PORT: '0' }).monitor).toEqual({ host: '127.0.0.1', port: 0 })
  })

  it('that are none are found, with what may have been meant', () => {
    const env = { SLACK_BOT_TOKN: 'x', LIAISON_LOGS: 'x', LIAISON_COLOUR: 'x', PATH: 'x', SLACK_APP_TOKEN: 'xapp-1' }
    expect(findUnknownSettings(env)).toEqual([
      { name: 'LIAISON_COLOUR', meant: null },
      { name: 'LIAISON_LOGS', meant: 'LIAISON_LOG' },
      { name: 'SLACK_BOT_TOKN', meant: 'SLACK_BOT_TOKEN' },
    ])
  })

  it('refuse a bot token without a way to be reached, and the other way round', () => {
    expect(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(/SLACK_APP_TOKEN/)
    expect(() => readConfig({ SLACK_APP_TOKEN: 'xapp-1' })).toThrow(/SLACK_BOT_TOKEN/)
  })

  const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
  const oauth = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'secret',
    SLACK_REDIRECT_URL: 'https://liaison.example.cn/slack/oauth_redirect',
    LIAISON_TOKEN_KEYS: `k2:${secret(2)}, k1:${secret(1)}`,
    SLACK_SIGNING_SECRET: 's',
  }

  it('let several workspaces install the bot', () => {
    const installed = {
      kind: 'many',
      clientId: '1.2',
      clientSecret: 'secret',
      redirectUrl: oauth.SLACK_REDIRECT_URL,
      tokenKeys: [
        { id: 'k2', secret: new Uint8Array(32).fill(2) },
        { id: 'k1', secret: new Uint8Array(32).fill(1) },
      ],
      host: '127.0.0.1',
      port: 3000,
    }
    expect(readConfig(oauth).connection).toMatchObject({ kind: 'slack', transport: { kind: 'http' }, installed })
    const socket = readConfig({ ...oauth, SLACK_SIGNING_SECRET: '', SLACK_APP_TOKEN: 'xapp-1' })
    expect(socket.connection).toMatchObject({ transport: { kind: 'socket' }, installed: { kind: 'many' } })
  })

  it('refuse one workspace and several at once, and name everything that several need', () => {
    expect(() => readConfig({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(/SLACK_CLIENT_ID lets several/)
    expect(() => readConfig({ SLACK_CLIENT_ID: '1.2' })).toThrow(
      /SLACK_APP_TOKEN[\s\S]*SLACK_CLIENT_SECRET[\s\S]*SLACK_REDIRECT_URL[\s\S]*LIAISON_TOKEN_KEYS/,
    )
    expect(() => readConfig({ LIAISON_TOKEN_KEYS: oauth.LIAISON_TOKEN_KEYS })).toThrow(/SLACK_CLIENT_ID/)
  })

  it.each([
    'k1',
    `k1:${secret(1).slice(4)}`,
    `k1:${secret(1)},k1:${secret(2)}`,
    `k 1:${secret(1)}`,
    `k1:${secret(1)},`,
    Array.from({ length: 11 }, (_, index) => `k${index}:${secret(index)}`).join(),
  ])('refuse the token keys %s', (keys) => {
    expect(() => readConfig({ ...oauth, LIAISON_TOKEN_KEYS: keys })).toThrow(/LIAISON_TOKEN_KEYS/)
  })

  it.each([
    'http://liaison.example.cn/back',
    'https://liaison.example.cn/',
    'https://liaison.example.cn/back?x=1',
    'https://liaison.example.cn/slack/events',
    'ftp://x/y',
    'back',
  ])('refuse the redirect address %s', (url) => {
    expect(() => readConfig({ ...oauth, SLACK_REDIRECT_URL: url })).toThrow(/SLACK_REDIRECT_URL/)
  })
})

function catching(read: () => unknown): ConfigError {
  try {
    read()
  } catch (error) {
    if (error instanceof ConfigError) return error
  }
  throw new Error('no ConfigError')
}
