import type { Receiver } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { DateTime } from 'luxon'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { createTokenCipher } from '../../../src/db/token-cipher.ts'
import { createLog } from '../../../src/log.ts'
import { connectSlack } from '../../../src/slack/connection/connect.ts'
import { manyWorkspaces } from '../../../src/slack/installation/many-workspaces.ts'
import { oneWorkspace } from '../../../src/slack/installation/one-workspace.ts'
import { noticeRefusals } from '../../../src/slack/installation/token-refusal.ts'
import { installWorkspace } from '../../../src/usecases/installation/install-workspace.ts'
import { revokeInstallation } from '../../../src/usecases/installation/revoke-installation.ts'
import { startBench } from '../../sandbox/bench.ts'
import { openImage } from '../../support/database.ts'
import { createFakeSlack } from '../../support/fake-slack.ts'
import { freePort } from '../../support/free-port.ts'

const log = createLog('silent')
const cipher = createTokenCipher([{ id: 'k1', secret: new Uint8Array(32) }])
const oauth = { clientId: '1', clientSecret: '2', redirectUrl: 'https://x.test/slack/back', tokenKeys: [] }
let database: Database
const context = () => ({ database, now: () => DateTime.now() })

beforeAll(async () => {
  database = await openImage()
})
afterAll(() => database?.close())

describe('one workspace', () => {
  const serve = () => {
    let refusal: string | null = null
    let milliseconds = 0
    const slack = createFakeSlack(({ method }) =>
      refusal
        ? { ok: false, error: refusal }
        : method === 'auth.test'
          ? { ok: true, team_id: 'T1', team: '江城' }
          : null,
    )
    const makeClient = (token: string): WebClient =>
      new WebClient(token, {
        fetch: noticeRefusals(slack.fetch, (one) => workspaces.refused(one)),
        retryConfig: { retries: 0 },
      })
    const workspaces = oneWorkspace('xoxb-1', { makeClient, log, monotonic: () => milliseconds })
    const set = (given: { refusal?: string | null; milliseconds?: number }) => {
      if (given.refusal !== undefined) refusal = given.refusal
      milliseconds = given.milliseconds ?? milliseconds
    }
    return { workspaces, slack, set }
  }

  it('is not served while Slack refuses the token, and is again when it takes it; Slack is asked once a minute', async () => {
    const { workspaces, slack, set } = serve()
    const [first] = await workspaces.served()
    expect((await workspaces.served())[0]).toBe(first)
    set({ refusal: 'account_inactive' })
    await first?.client.chat.postMessage({ channel: 'C1', text: '消息' }).catch(() => undefined)
    slack.take()
    expect(await workspaces.served()).toEqual([])
    expect(await workspaces.served()).toEqual([])
    expect(slack.take()).toEqual([])
    set({ milliseconds: 61_000 })
    expect(await workspaces.served()).toEqual([])
    set({ milliseconds: 125_000, refusal: null })
    expect(await workspaces.served()).toMatchObject([{ id: 'T1' }])
    expect(slack.take().map(({ method }) => method)).toEqual(['auth.test', 'auth.test'])
  })

  it('is asked about at once where Slack tells of revoked tokens, and stays served where it is another one', async () => {
    const { workspaces } = serve()
    await workspaces.served()
    await workspaces.reconsider('T1')
    expect(await workspaces.served()).toMatchObject([{ id: 'T1' }])
  })

  it('keeps a bad token from being taken for a good one at the start', async () => {
    const { workspaces, set } = serve()
    set({ refusal: 'invalid_auth' })
    await expect(workspaces.served()).rejects.toThrow(/invalid_auth/)
  })
})

describe('many workspaces', () => {
  const facts = { name: '江城', appId: 'A1', botUserId: 'UBOT', scopes: [], installedBy: 'UADMIN' }
  const serve = (with_ = cipher) => {
    const makeClient = (token: string) => new WebClient(token)
    return manyWorkspaces({ context: context(), cipher: with_, makeClient, makeAsker: makeClient, log })
  }

  it('are the same objects while their tokens are, others for new ones, and gone when revoked', async () => {
    const workspaces = serve()
    await installWorkspace(context(), cipher, { ...facts, workspaceId: 'T1', token: 'xoxb-1' })
    await installWorkspace(context(), cipher, { ...facts, workspaceId: 'T2', token: 'xoxb-2' })
    const [first, second] = await workspaces.served()
    await installWorkspace(context(), cipher, { ...facts, workspaceId: 'T1', token: 'xoxb-new' })
    const again = await workspaces.served()
    expect(again[0]).not.toBe(first)
    expect(again[1]).toBe(second)
    expect(again.map(({ client }) => client.token)).toEqual(['xoxb-new', 'xoxb-2'])
    await revokeInstallation(context(), cipher, { workspaceId: 'T1', token: 'xoxb-new', reason: 'token_revoked' })
    expect((await workspaces.served()).map(({ id }) => id)).toEqual(['T2'])
    await expect(workspaces.authorize('T1')).rejects.toThrow(/not installed/)
    await expect(workspaces.authorize(undefined)).rejects.toThrow(/not installed/)
  })

  it('are kept as they were known where another process encrypted them with a key that this one has not', async () => {
    const workspaces = serve()
    expect((await workspaces.served()).map(({ id }) => id)).toEqual(['T2'])
    const newer = createTokenCipher([{ id: 'k2', secret: new Uint8Array(32).fill(2) }])
    await installWorkspace(context(), newer, { ...facts, workspaceId: 'T2', token: 'xoxb-2' })
    expect((await workspaces.served()).map(({ id }) => id)).toEqual(['T2'])
    expect(await serve().served()).toEqual([])
    await installWorkspace(context(), cipher, { ...facts, workspaceId: 'T2', token: 'xoxb-2' })
  })
})

it('counts the workspace of the installation where a form was opened across workspaces', async () => {
  const slack = createFakeSlack()
  const receiver: Receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined }
  const installed = {
    kind: 'many',
    ...oauth,
    scopes: [],
    host: '127.0.0.1',
    port: 0,
    context: context(),
    cipher,
  } as const
  const transport = { kind: 'socket', appToken: 'xapp-1' } as const
  const { app } = connectSlack({ transport, installed, apiUrl: null }, log, { receiver, fetch: slack.fetch })
  const heard: unknown[] = []
  app.action('button', async ({ ack, context: { teamId, botToken } }) => {
    await ack()
    heard.push([teamId, botToken])
  })
  app.view('form', async ({ ack, context: { teamId, botToken } }) => {
    await ack()
    heard.push([teamId, botToken])
  })
  const view = { id: 'V1', callback_id: 'form', app_installed_team_id: 'T2', state: { values: {} } }
  const about = { team: { id: 'TELSEWHERE' }, user: { id: 'U1', team_id: 'TELSEWHERE' }, view }
  const ack = async () => undefined
  const actions = [{ type: 'button', action_id: 'button', block_id: 'b' }]
  await app.processEvent({ body: { type: 'block_actions', ...about, actions }, ack })
  await app.processEvent({ body: { type: 'view_submission', ...about }, ack })
  expect(heard).toEqual([
    ['T2', 'xoxb-2'],
    ['T2', 'xoxb-2'],
  ])
})

it('shows the pages over HTTP beside Socket Mode, and closes them with it', async () => {
  const sandbox = await startBench()
  const port = await freePort()
  const installed = {
    kind: 'many',
    ...oauth,
    scopes: ['commands'],
    host: '127.0.0.1',
    port,
    context: context(),
    cipher,
  } as const
  const transport = { kind: 'socket', appToken: sandbox.appToken } as const
  const slack = connectSlack({ transport, installed, apiUrl: sandbox.apiUrl }, log)
  try {
    await slack.start()
    expect(await (await fetch(`http://127.0.0.1:${port}/slack/install`)).text()).toContain('scope=commands')
    expect((await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST' })).status).toBe(404)
  } finally {
    await slack.stop()
    await sandbox.stop()
  }
  await expect(fetch(`http://127.0.0.1:${port}/slack/install`)).rejects.toThrow()
})
