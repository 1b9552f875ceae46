import { WebAPIPlatformError, WebAPIRequestError } from '@slack/web-api'
import { afterEach, describe, expect, it } from 'vitest'
import { createApp, type LiaisonApp } from '../../src/app.ts'
import { ConfigError, readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/database.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { createLog, maskSecrets } from '../../src/log.ts'
import { errorFacts } from '../../src/log-facts.ts'
import { openImage } from '../support/database.ts'

const text = '机密正文secret-words'
// In pieces, so that nobody's scanner takes them for real ones.
const tokens = [`xo${'xb'}-1-2-abcDEF`, `xa${'pp'}-1-A0-99-ff00`, `xo${'xe'}.xo${'xp'}-1-Mi0x`]
const secrets = [
  ...tokens,
  'https://hooks.slack.com/commands/T1/2/abc',
  'wss://wss-primary.slack.com/link/?ticket=1f2e',
  'Bearer abc.def-1',
  'postgresql://liaison:pa55w%2Frd@db/liaison',
]
const marks = [...tokens, text, 'hooks.slack.com/commands', 'ticket=1f2e', 'abc.def-1', 'pa55w']

const lines: string[] = []
const log = createLog('trace', (line) => lines.push(line))
let database: Database | undefined
let app: LiaisonApp | undefined
afterEach(async () => {
  lines.length = 0
  await app?.stop()
  await database?.close()
  app = database = undefined
})

const logged = () => lines.join('')
const holdsNothing = (said: string) => {
  for (const mark of marks) expect(said).not.toContain(mark)
}

describe('the log', () => {
  it('tells of an error what it is and where, and never what it says', async () => {
    const parse = () => JSON.parse(`{"title": ${text}}`)
    const typed = new Error(`${text}\n    at ${text} (file.ts:1:1)`, { cause: new WebAPIRequestError(new Error(text)) })
    const wrong = [
      typed,
      new TypeError(`no ${text}`),
      new DomainError('issue.unknown', { given: text }),
      new WebAPIPlatformError({ ok: false, error: 'invalid_blocks', response_metadata: { messages: [text] } } as never),
      Object.assign(new Error(text), { code: '23505', detail: `Key (title)=(${text})`, table: 'Issue' }),
      Object.assign(new AggregateError([new Error(text)], text), { name: text, code: text }),
      await Promise.resolve()
        .then(parse)
        .catch((error: unknown) => error),
      { text },
      text,
    ]
    for (const err of wrong) log.error({ err }, 'it failed')
    log.error(typed)
    holdsNothing(logged())
    expect(logged()).toContain('"refusal":"invalid_blocks"')
    expect(logged()).toContain('"code":"23505","table":"Issue"')
    expect(errorFacts(typed)).toMatchObject({
      name: 'Error',
      stack: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
      cause: { name: 'WebAPIRequestError', code: 'slack_webapi_request_error', cause: { name: 'Error' } },
    })
  })

  it('masks what lets somebody in, wherever it stands', () => {
    for (const secret of secrets) log.warn({ place: `at ${secret}.`, deep: { list: [secret] } }, `said ${secret}`)
    holdsNothing(logged())
    expect(maskSecrets(`{"url":"${secrets[3]}","n":1}`)).toBe('{"url":"https://hooks.slack.com/[address]","n":1}')
    expect(lines.map((line) => JSON.parse(line).level)).toEqual(secrets.map(() => 40))
  })

  it('is not what settings that are wrong are told by', () => {
    const given = { SLACK_BOT_TOKEN: tokens[1], SLACK_APP_TOKEN: tokens[0], DATABASE_URL: 'mysql://liaison:pa55w@db' }
    expect(() => readConfig(given)).toThrow(ConfigError)
    try {
      readConfig(given)
    } catch (error) {
      holdsNothing(String(error))
    }
  })

  it('of a bot that everything fails for holds no text and no token', async () => {
    database = await openImage()
    app = await createApp(readConfig({ LIAISON_SANDBOX_PORT: '0' }), log, { database, timers: false })
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      await fetch(`${app?.url}/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    }
    const say = (command: string, words: string) =>
      post('commands', { user: 'U0UNIT03', channel: 'C0LIAISON', command, text: `${words} ${text} ${tokens[0]}` })
    await say('/issue', '任务1')
    await post('faults', { server_errors: { times: 5 }, rate_limits: { times: 3 }, drop_answers: { times: 2 } })
    await say('/issue', '任务1 20分钟')
    await say('/progress', '6 50% 达进度')
    await app.processAll()
    for (const table of ['Issue', 'ProgressReport', 'Measurement', 'Member'])
      await database.client.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}Gone"`)
    await say('/issue', '任务1 30分钟')
    await say('/progress', '6 60% 达进度')
    await say('/target', '年进口贸易量 48亿元')
    await post('messages', { user: 'U0UNIT03', channel: 'C0LIAISON', text })
    await app.processAll().catch(() => undefined)
    await post('faults', { cut_socket: true })
    expect(logged()).toContain('a request failed')
    expect(logged()).toMatch(/"code":"P20\d\d"/)
    holdsNothing(logged())
    expect(logged()).not.toMatch(/xox|xapp/)
  })
})
