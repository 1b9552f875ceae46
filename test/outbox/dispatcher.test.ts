import { beforeEach, expect, it, vi } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { addDocument } from '../../src/db/document-store.ts'
import type { DigestContent } from '../../src/domain/digest.ts'
import { UnavailableError } from '../../src/domain/errors.ts'
import { attempt } from '../../src/outbox/attempt.ts'
import { claimDue } from '../../src/outbox/claim.ts'
import type { Courier, Outgoing } from '../../src/outbox/courier.ts'
import { DeliveryError } from '../../src/outbox/delivery-error.ts'
import { dispatchDue } from '../../src/outbox/dispatcher.ts'
import { enqueue } from '../../src/outbox/enqueue.ts'
import { createLeaseClock } from '../../src/outbox/lease-clock.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { sampleDigest } from '../support/sample-digest.ts'
import { setUpWorld } from '../support/world.ts'

/** A Slack that remembers what was posted; `fail` lets a post go wrong before or after it stands. */
function fakeSlack() {
  const posted: Outgoing[] = []
  const edited: { ts: string; key: string }[] = []
  const removed: string[] = []
  let failures: { error: DeliveryError; afterPosting: boolean }[] = []
  const courier: Courier = {
    async send(outgoing) {
      const failure = failures.shift()
      if (failure && !failure.afterPosting) throw failure.error
      posted.push(outgoing)
      if (failure) throw failure.error
      return { channel: 'C1', ts: `171.${posted.length}` }
    },
    async edit({ ts }, outgoing) {
      edited.push({ ts, key: outgoing.dedupeKey })
    },
    async remove({ ts }) {
      removed.push(ts)
    },
    async find(_place, dedupeKey) {
      const index = posted.findIndex((one) => one.dedupeKey === dedupeKey)
      return index < 0 ? null : { channel: 'C1', ts: `171.${index + 1}` }
    },
  }
  const fail = (error: DeliveryError, afterPosting = false) => {
    failures = [...failures, { error, afterPosting }]
  }
  return { posted, edited, removed, courier, fail }
}

describeOnEachDatabase('outbox', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let slack: ReturnType<typeof fakeSlack>
  let planId: number
  let givenUp: string[]
  beforeEach(async () => {
    givenUp = []
    world = await setUpWorld(database())
    slack = fakeSlack()
    planId = (await database().client.plan.findFirstOrThrow()).id
  })

  const owe = (dedupeKey: string, more: { edits?: string; documents?: number[]; payload?: DigestContent } = {}) =>
    database().transaction((tx) =>
      enqueue(tx, {
        workspaceId: 'T1',
        planId,
        place: 'C1',
        dedupeKey,
        at: world.now().toJSDate(),
        kind: 'digest',
        payload: sampleDigest(),
        ...more,
      }),
    )
  const log = { gaveUp: (_: number, reason: string) => givenUp.push(reason), troubled: () => undefined }
  const dispatch = async (courier = slack.courier) =>
    (await dispatchDue(database(), 'T1', world.now, courier, log)).tried
  /** The database as it is to somebody who finds it away at their n-th transaction. */
  const without = (nth: number): Database => {
    let begun = 0
    return {
      ...database(),
      async transaction(work) {
        begun += 1
        if (begun === nth) throw new UnavailableError('unchanged', {})
        return database().transaction(work)
      },
    }
  }
  const state = async () =>
    (await database().client.delivery.findMany({ orderBy: { id: 'asc' } })).map((one) => one.state)
  const later = (seconds: number) => world.clock.set(world.now().plus({ seconds }).toISO() ?? '')

  it('sends each message once, in order, and keeps its ts', async () => {
    expect(await owe('a')).toBe(true)
    expect(await owe('a')).toBe(false)
    await owe('b')
    expect(await dispatch()).toBe(2)
    expect(await dispatch()).toBe(0)
    expect(slack.posted.map((one) => one.dedupeKey)).toEqual(['a', 'b'])
    expect(slack.posted[0]).toMatchObject({ place: 'C1', kind: 'digest', payload: sampleDigest() })
    expect((await database().client.delivery.findFirstOrThrow({ where: { dedupeKey: 'a' } })).ts).toBe('171.1')
  })

  it('sends a part of a digest only after the one before it, and not where that was given up', async () => {
    await owe('a')
    await owe('b', { payload: sampleDigest({ follows: 'a' }) })
    slack.fail(new DeliveryError('retry', 'not_in_channel'))
    await dispatch()
    expect(slack.posted).toEqual([])
    later(10)
    await dispatch()
    expect(slack.posted.map((one) => one.dedupeKey)).toEqual(['a', 'b'])
    await owe('c')
    await owe('d', { payload: sampleDigest({ follows: 'c' }) })
    slack.fail(new DeliveryError('dead', 'msg_too_long'))
    await dispatch()
    expect(await state()).toEqual(['sent', 'sent', 'dead', 'dead'])
  })

  it('owes nothing when the change that owed it failed', async () => {
    const failing = database().transaction(async (tx) => {
      await enqueue(tx, {
        workspaceId: 'T1',
        planId,
        place: 'C1',
        dedupeKey: 'a',
        at: new Date(0),
        kind: 'digest',
        payload: sampleDigest(),
      })
      throw new Error('the change failed')
    })
    await expect(failing).rejects.toThrow('the change failed')
    expect(await dispatch()).toBe(0)
  })

  it('waits as long as Slack asks, then sends', async () => {
    await owe('a')
    slack.fail(new DeliveryError('retry', 'ratelimited', { retryAfter: 30 }))
    await dispatch()
    later(29)
    expect(await dispatch()).toBe(0)
    later(1)
    expect(await dispatch()).toBe(1)
    expect(slack.posted).toHaveLength(1)
    expect(await state()).toEqual(['sent'])
  })

  it('does not send again what stands in Slack though its answer was lost', async () => {
    await owe('a')
    slack.fail(new DeliveryError('unknown', 'the answer was lost'), true)
    await dispatch()
    expect(await state()).toEqual(['unknown'])
    later(10)
    await dispatch()
    expect(slack.posted).toHaveLength(1)
    expect(await state()).toEqual(['sent'])
  })

  it('sends again what an ambiguous failure did lose', async () => {
    await owe('a')
    slack.fail(new DeliveryError('unknown', 'the connection broke'))
    await dispatch()
    later(10)
    await dispatch()
    expect(slack.posted).toHaveLength(1)
    expect(await state()).toEqual(['sent'])
  })

  it('looks before it sends what a dead process left behind', async () => {
    await owe('a')
    const dying: Courier = {
      ...slack.courier,
      async send(outgoing) {
        await slack.courier.send(outgoing)
        throw new Error('the process died here')
      },
    }
    const leasedUntil = world.now().plus({ seconds: 60 }).toJSDate()
    await database().client.delivery.updateMany({ data: { state: 'sending', leasedUntil } })
    const place = { workspaceId: 'T1', place: 'C1', dedupeKey: 'a', files: [] }
    const left = { ...place, kind: 'digest' as const, payload: sampleDigest() }
    await expect(dying.send(left)).rejects.toThrow('died here')
    expect(await dispatch()).toBe(0)
    later(121)
    expect(await dispatch()).toBe(1)
    expect(slack.posted).toHaveLength(1)
    expect(await state()).toEqual(['sent'])
  })

  it('leaves alone what another process has under way while the clock is set forward', async () => {
    await owe('a')
    const leasedUntil = world.now().plus({ seconds: 60 }).toJSDate()
    await database().client.delivery.updateMany({ data: { state: 'sending', leasedUntil } })
    let ran = 0
    const leaseNow = createLeaseClock(world.now, () => ran)
    const takeOver = async () => (await dispatchDue(database(), 'T1', world.now, slack.courier, log, leaseNow)).tried
    expect(await takeOver()).toBe(0)
    later(1200)
    expect(await takeOver()).toBe(0)
    later(121)
    ran += 121_000
    expect(await takeOver()).toBe(1)
  })

  it('gives up on what Slack will never take, and says why', async () => {
    await owe('a')
    slack.fail(new DeliveryError('dead', 'channel_not_found'))
    await dispatch()
    const dead = await database().client.delivery.findFirstOrThrow()
    expect(dead).toMatchObject({ state: 'dead', lastError: 'channel_not_found' })
    expect(givenUp).toEqual(['channel_not_found'])
    later(86_400)
    expect(await dispatch()).toBe(0)
  })

  it('leaves what is owed in another workspace to the bot of that workspace', async () => {
    await owe('a')
    expect(await dispatchDue(database(), 'T2', world.now, slack.courier, log)).toEqual({ tried: 0, next: null })
    expect(await state()).toEqual(['pending'])
  })

  it('does not let an attempt that outlived its lease overrule the one that followed', async () => {
    await owe('a')
    const held = { state: 'sending', attempts: 2, leasedUntil: world.now().plus({ hours: 1 }).toJSDate() } as const
    const overtaken: Courier = {
      ...slack.courier,
      async send() {
        await database().client.delivery.updateMany({ data: held })
        throw new DeliveryError('retry', 'ratelimited')
      },
    }
    await dispatch(overtaken)
    expect(await state()).toEqual(['sending'])
  })

  it('sends once when two dispatchers work at the same time', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await owe(key)
    await Promise.all([dispatch(), dispatch(), dispatch()])
    later(1)
    await Promise.all([dispatch(), dispatch(), dispatch()])
    expect(slack.posted.map((one) => one.dedupeKey).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('outlives a day in which Slack answers nothing', async () => {
    await owe('a')
    for (let hour = 0; hour < 24; hour++) {
      slack.fail(new DeliveryError('unknown', 'no answer'))
      await dispatch()
      later(3600)
    }
    await dispatch()
    expect(await state()).toEqual(['sent'])
    expect(slack.posted).toHaveLength(1)
    expect(givenUp).toEqual([])
  })

  it('edits a message that was sent, with the newest edit alone', async () => {
    await owe('a')
    await owe('a/1', { edits: 'a' })
    await owe('a/2', { edits: 'a' })
    await dispatch()
    expect(slack.posted.map((one) => one.dedupeKey)).toEqual(['a'])
    expect(slack.edited).toEqual([{ ts: '171.1', key: 'a/2' }])
    expect(await state()).toEqual(['sent', 'sent'])
  })

  it('lets an edit wait for the message it is of, and gives it up with that', async () => {
    slack.fail(new DeliveryError('retry', 'ratelimited', { retryAfter: 100 }))
    await owe('a')
    await owe('a/1', { edits: 'a' })
    await dispatch()
    expect(await state()).toEqual(['pending', 'pending'])
    later(3)
    await dispatch()
    expect(slack.edited).toEqual([])
    later(200)
    await dispatch()
    later(200)
    await dispatch()
    expect(slack.edited).toEqual([{ ts: '171.1', key: 'a/1' }])
    await owe('b/1', { edits: 'b' })
    await dispatch()
    expect(await state()).toEqual(['sent', 'sent', 'dead'])
  })

  it('sends the files that go with a message, and gives up where one is gone', async () => {
    const bytes = new TextEncoder().encode('BEGIN:VCALENDAR')
    const at = world.now().toJSDate()
    const id = await database().transaction((tx) => addDocument(tx, planId, { name: 'meeting.ics', bytes }, at))
    await owe('a', { documents: [id] })
    await owe('b', { documents: [id + 1] })
    await dispatch()
    expect(slack.posted.map(({ files }) => files.map((file) => file.name))).toEqual([['meeting.ics']])
    expect(Buffer.from(slack.posted[0]?.files[0]?.bytes ?? []).toString()).toBe('BEGIN:VCALENDAR')
    expect(await state()).toEqual(['sent', 'dead'])
  })

  it('does not let an edit that failed overwrite a newer one that was sent meanwhile', async () => {
    await owe('a')
    await dispatch()
    await owe('a/1', { edits: 'a' })
    const slow: Courier = {
      ...slack.courier,
      async edit(posted, outgoing) {
        if (outgoing.dedupeKey !== 'a/1') return slack.courier.edit(posted, outgoing)
        await owe('a/2', { edits: 'a' })
        throw new DeliveryError('unknown', 'no answer')
      },
    }
    await dispatch(slow)
    later(60)
    await dispatch()
    expect(slack.edited.map((one) => one.key)).toEqual(['a/2'])
    expect(await state()).toEqual(['sent', 'sent', 'sent'])
  })

  it('gives nothing up while the database is away', async () => {
    await owe('a')
    // The third asks whether the message was taken back, the second claims more.
    await dispatchDue(without(3), 'T1', world.now, slack.courier, log)
    expect([await state(), givenUp]).toEqual([['pending'], []])
    later(10)
    await dispatch()
    expect(slack.posted).toHaveLength(1)
  })

  it('counts a lease from before it was asked for', async () => {
    await owe('a')
    const { claimed } = await claimDue(database(), 'T1', world.now(), 1)
    const expired: (boolean | undefined)[] = []
    const watching: Courier = {
      ...slack.courier,
      async send(outgoing) {
        expired.push(outgoing.expired?.())
        return slack.courier.send(outgoing)
      },
    }
    for (const one of claimed)
      for (const seconds of [1, 101])
        await attempt(database(), watching, { ...one, since: performance.now() - seconds * 1000 })
    expect(expired).toEqual([false, true])
  })

  it('leaves the others their turn after a while', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await owe(key)
    let ahead = 0
    const measure = performance.now.bind(performance)
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => measure() + ahead)
    const slow: Courier = {
      ...slack.courier,
      async send(outgoing) {
        ahead += 6000
        return slack.courier.send(outgoing)
      },
    }
    try {
      // The one that was asked for just before the turn was over may be sent, too.
      const first = await dispatch(slow)
      expect([2, 3]).toContain(first)
      expect(await dispatch(slow)).toBe(4 - first)
    } finally {
      clock.mockRestore()
    }
    expect(slack.posted.map((one) => one.dedupeKey)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('brings what is on its way to its end where nothing more can be claimed', async () => {
    await owe('a')
    await expect(dispatchDue(without(2), 'T1', world.now, slack.courier, log)).rejects.toThrow(UnavailableError)
    expect(await state()).toEqual(['sent'])
  })
})
