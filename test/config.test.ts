import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

describe('settings', () => {
  it('need nothing: the sandbox on an embedded database', () => {
    expect(readConfig({})).toEqual({
      connection: { kind: 'sandbox', port: 3777, seed: true },
      databaseUrl: null,
      dataDir: '.data',
      keep: { messages: 400, drafts: 180 },
      logLevel: 'info',
    })
  })

  it('keep for ever where they say 0 days, and for whole days at most a century', () => {
    const kept = (days: string) => readConfig({ LIAISON_KEEP_MESSAGES: days, LIAISON_KEEP_DRAFTS: '30' }).keep
    expect(kept('0')).toEqual({ messages: 0, drafts: 30 })
    for (const wrong of ['-1', '1.5', 'ever', '36501']) expect(() => kept(wrong)).toThrow(/LIAISON_KEEP_MESSAGES/)
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
})
