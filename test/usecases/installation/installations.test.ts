import { expect, it } from 'vitest'
import { readLateSlots, readOutboxBacklog } from '../../../src/db/backlog-store.ts'
import type { Database } from '../../../src/db/database.ts'
import { addSubscription } from '../../../src/db/digest-subscription-store.ts'
import { forgetRevocation } from '../../../src/db/installation-store.ts'
import { createTokenCipher } from '../../../src/db/token-cipher.ts'
import { type Job, runDueJobs } from '../../../src/schedule/run-due-jobs.ts'
import { postDueDigests } from '../../../src/usecases/digest/post-due-digests.ts'
import { installWorkspace } from '../../../src/usecases/installation/install-workspace.ts'
import { readInstallations } from '../../../src/usecases/installation/read-installations.ts'
import { renewTokens } from '../../../src/usecases/installation/renew-tokens.ts'
import { revokeInstallation } from '../../../src/usecases/installation/revoke-installation.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { setUpWorld } from '../../support/world.ts'

const key = (id: string, byte: number) => ({ id, secret: new Uint8Array(32).fill(byte) })
const old = createTokenCipher([key('k1', 1)])
const both = createTokenCipher([key('k2', 2), key('k1', 1)])
const fresh = createTokenCipher([key('k2', 2)])

const facts = { name: '江城', appId: 'A1', botUserId: 'UBOT', scopes: ['chat:write'], installedBy: 'UADMIN' }
const given = (workspaceId: string, token: string) => ({ ...facts, workspaceId, token })

describeOnEachDatabase('installations', (database) => {
  it('keep tokens unreadable in the database, and give them back to whoever has the key', async () => {
    const context = await setUpWorld(database())
    await installWorkspace(context, old, given('T1', 'xoxb-first'))
    await installWorkspace(context, old, given('T2', 'xoxb-second'))
    const rows = await database().client.installation.findMany()
    expect(rows.map(({ token }) => Buffer.from(token ?? []).includes('xoxb'))).toEqual([false, false])
    const { installed, unreadable } = await readInstallations(context, old)
    expect(installed.map(({ workspaceId, token }) => [workspaceId, token])).toEqual([
      ['T1', 'xoxb-first'],
      ['T2', 'xoxb-second'],
    ])
    expect(unreadable).toEqual([])
  })

  it('are encrypted anew with the first key; then the old one can go', async () => {
    const context = await setUpWorld(database())
    await installWorkspace(context, old, given('T1', 'xoxb-first'))
    expect(await renewTokens(context, fresh)).toBe(0)
    expect(await readInstallations(context, fresh)).toMatchObject({
      installed: [],
      unreadable: [{ workspaceId: 'T1', keyId: 'k1' }],
    })
    expect(await renewTokens(context, both)).toBe(1)
    expect(await renewTokens(context, both)).toBe(0)
    expect((await readInstallations(context, fresh)).installed).toMatchObject([{ token: 'xoxb-first' }])
    expect((await readInstallations(context, old)).unreadable).toMatchObject([{ keyId: 'k2' }])
  })

  it('do not give a token that was moved to another workspace', async () => {
    const context = await setUpWorld(database())
    await installWorkspace(context, old, given('T1', 'xoxb-first'))
    await installWorkspace(context, old, given('T2', 'xoxb-second'))
    const stolen = await database().client.installation.findUniqueOrThrow({ where: { workspaceId: 'T2' } })
    await database().client.installation.update({ where: { workspaceId: 'T1' }, data: { token: stolen.token } })
    const { installed, unreadable } = await readInstallations(context, old)
    expect(installed.map(({ workspaceId }) => workspaceId)).toEqual(['T2'])
    expect(unreadable.map(({ workspaceId }) => workspaceId)).toEqual(['T1'])
  })

  it('lose their token when it is revoked, and keep their data; a token that is not theirs any more revokes nothing', async () => {
    const context = await setUpWorld(database())
    await installWorkspace(context, old, given('T1', 'xoxb-first'))
    const revoke = (token: string) =>
      revokeInstallation(context, old, { workspaceId: 'T1', token, reason: 'account_inactive' })
    expect(await revoke('xoxb-another')).toBe(false)
    expect(await revoke('xoxb-first')).toBe(true)
    expect(await revoke('xoxb-first')).toBe(false)
    const row = await database().client.installation.findUniqueOrThrow({ where: { workspaceId: 'T1' } })
    expect(row).toMatchObject({ token: null, revokedReason: 'account_inactive' })
    expect(await readInstallations(context, old)).toEqual({ installed: [], unreadable: [] })
    expect(await database().client.plan.count()).toBe(1)
    const audited = await database().client.auditEvent.findMany({ where: { subject: 'installation' } })
    expect(audited.map(({ action }) => action)).toEqual(['installation.install', 'installation.revoke'])
  })

  it('bring out what waited when they return, but nothing older than a week and no brief of another day', async () => {
    const context = await setUpWorld(database())
    await installWorkspace(context, old, given('T1', 'xoxb-first'))
    await owe(database(), context.now().toJSDate())
    await revokeInstallation(context, old, { workspaceId: 'T1', token: 'xoxb-first', reason: 'token_revoked' })
    const seconds = context.now()
    await installWorkspace(context, old, given('T1', 'xoxb-new'))
    const rows = await database().client.delivery.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ dedupeKey, state }) => `${dedupeKey} ${state}`)).toEqual([
      'slip of today pending',
      'slip of six days ago pending',
      'slip of eight days ago dead',
      'brief of today pending',
      'brief of two days ago dead',
      'doubtful slip of eight days ago unknown',
    ])
    const due = rows.filter(({ state }) => state === 'pending')
    expect(due.map(({ notBefore, attempts }) => [notBefore.getTime() <= seconds.toMillis(), attempts])).toEqual(
      due.map(() => [true, 0]),
    )
    expect((await readInstallations(context, old)).installed).toMatchObject([{ token: 'xoxb-new' }])
  })
})

describeOnEachDatabase('a workspace that uninstalled the bot', (database) => {
  it('has no jobs and no digests, and is late with nothing; after installing again each is caught up once', async () => {
    const context = await setUpWorld(database())
    const { id: planId } = await database().client.plan.findFirstOrThrow()
    await installWorkspace(context, old, given('T1', 'xoxb-first'))
    const ran: number[] = []
    const job: Job = {
      name: 'probe',
      next: (after) => after.plus({ days: 1 }),
      run: async (_tx, _plan, _slot, _now, missed) => void ran.push(missed),
    }
    const due = { cadence: 'weekly' as const, language: 'zh-CN', sections: [], approval: false, createdBy: 'UADMIN' }
    const at = context.now().toJSDate()
    await database().transaction((tx) =>
      addSubscription(tx, planId, { ...due, place: 'C1', nextRunAt: at, createdAt: at }),
    )
    await database().client.delivery.createMany({
      data: [
        {
          workspaceId: 'T1',
          kind: 'brief',
          payload: {},
          dedupeKey: '1',
          place: 'U1',
          state: 'pending' as const,
          notBefore: at,
          createdAt: at,
        },
      ],
    })
    await runDueJobs(context, [job], fail)
    const late = () =>
      database().transaction(async (tx) => ({
        messages: await readOutboxBacklog(tx),
        slots: (await readLateSlots(tx, context.now().toJSDate())).map(({ count }) => count),
      }))

    await revokeInstallation(context, old, { workspaceId: 'T1', token: 'xoxb-first', reason: 'token_revoked' })
    context.clock.set(context.now().plus({ days: 10 }).toISO() ?? '')
    expect(await runDueJobs(context, [job], fail)).toBe(0)
    expect(await postDueDigests(context)).toBe(0)
    expect(await late()).toEqual({ messages: [], slots: [0, 0] })

    await installWorkspace(context, old, given('T1', 'xoxb-new'))
    expect(await late()).toMatchObject({ messages: [{ count: 1 }], slots: [1, 1] })
    expect(await runDueJobs(context, [job], fail)).toBe(1)
    expect(ran).toEqual([9])
    expect(await postDueDigests(context)).toBe(1)
  })

  it('counts as installed again where its token is a setting now', async () => {
    const context = await setUpWorld(database())
    await installWorkspace(context, old, given('T1', 'xoxb-first'))
    const forget = () => database().transaction((tx) => forgetRevocation(tx, 'T1'))
    await forget()
    expect(await database().client.installation.count()).toBe(1)
    await revokeInstallation(context, old, { workspaceId: 'T1', token: 'xoxb-first', reason: 'token_revoked' })
    await forget()
    expect(await database().client.installation.count()).toBe(0)
  })
})

const fail = (error: unknown) => {
  throw error
}

async function owe(database: Database, now: Date): Promise<void> {
  const day = 86_400_000
  const rows = [
    ['slip of today', 'slip.published', 0, 'pending'],
    ['slip of six days ago', 'slip.published', 6, 'pending'],
    ['slip of eight days ago', 'slip.published', 8, 'pending'],
    ['brief of today', 'brief', 0, 'pending'],
    ['brief of two days ago', 'brief', 2, 'pending'],
    ['doubtful slip of eight days ago', 'slip.published', 8, 'unknown'],
  ] as const
  await database.client.delivery.createMany({
    data: rows.map(([dedupeKey, kind, days, state]) => ({
      workspaceId: 'T1',
      kind,
      payload: {},
      dedupeKey,
      place: 'ULEAD',
      state,
      attempts: 3,
      lastError: 'invalid_auth',
      notBefore: new Date(now.getTime() + 3_600_000),
      createdAt: new Date(now.getTime() - days * day),
    })),
  })
}
