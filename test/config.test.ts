import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

describe('settings', () => {
  it('need nothing: the sandbox on an embedded database', () => {
    expect(readConfig({})).toEqual({
      connection: { kind: 'sandbox', port: 3777, seed: true },
      databaseUrl: null,
      dataDir: '.data',
      logLevel: 'info',
    })
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

  it('say everything that is wrong at once', () => {
    const read = () => readConfig({ SLACK_BOT_TOKEN: 'hello', DATABASE_URL: 'mysql://x', LIAISON_LOG: 'loud' })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(/SLACK_BOT_TOKEN[\s\S]*DATABASE_URL[\s\S]*LIAISON_LOG/)
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
    expect(() => readConfig({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(/exclude each other/)
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
