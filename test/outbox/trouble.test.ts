import { beforeEach, expect, it } from 'vitest'
import type { Courier } from '../../src/outbox/courier.ts'
import { DeliveryError } from '../../src/outbox/delivery-error.ts'
import { dispatchDue } from '../../src/outbox/dispatcher.ts'
import { enqueue, takeBack } from '../../src/outbox/enqueue.ts'
import { dismissDelivery } from '../../src/usecases/delivery/dismiss-delivery.ts'
import { resendAll, resendDelivery } from '../../src/usecases/delivery/resend-deliveries.ts'
import { showHealth } from '../../src/usecases/delivery/show-health.ts'
import { describeOnEachDatabase } from '../support/database.ts'
import { sampleDigest } from '../support/sample-digest.ts'
import { as, people, setUpWorld } from '../support/world.ts'

const refused = (message: string) => new DeliveryError('retry', message, { concerns: 'place' })
const limited = (retryAfter: number, concerns: 'place' | 'method') =>
  new DeliveryError('retry', 'ratelimited', { retryAfter, concerns })

describeOnEachDatabase('what does not arrive', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  let sent: string[]
  let removed: string[]
  let logged: { place: string; told: number }[]
  /** How each place refuses; `edits`, `looks`: what befalls edits, and looking for what may stand. */
  let refusals: Record<string, DeliveryError>
  let standing: Set<string>

  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = (await database().client.plan.findFirstOrThrow()).id
    sent = []
    removed = []
    logged = []
    refusals = {}
    standing = new Set()
  })

  const courier: Courier = {
    async send({ place, dedupeKey }) {
      const refusal = refusals[place]
      if (refusal) throw refusal
      sent.push(dedupeKey)
      return { channel: place, ts: `1.${sent.length}` }
    },
    async edit(_posted, { dedupeKey }) {
      if (refusals.edits) throw refusals.edits
      sent.push(dedupeKey)
    },
    async remove({ ts }) {
      removed.push(ts)
    },
    async find(place, dedupeKey) {
      return standing.has(dedupeKey) ? { channel: place, ts: '9.9' } : null
    },
  }
  const log = {
    gaveUp: () => undefined,
    troubled: ({ place, told }: { place: string; told: number }) => logged.push({ place, told }),
  }
  const owe = (dedupeKey: string, place: string, edits?: string) =>
    database().transaction((tx) =>
      enqueue(tx, {
        ...{ workspaceId: 'T1', planId, place, dedupeKey, at: world.now().toJSDate() },
        ...(edits === undefined ? {} : { edits }),
        kind: 'digest',
        payload: sampleDigest(),
      }),
    )
  const dispatch = () => dispatchDue(database(), 'T1', world.now, courier, log)
  const later = (seconds: number) => world.clock.set(world.now().plus({ seconds }).toISO() ?? '')
  const notices = async () =>
    (await database().client.delivery.findMany({ where: { kind: 'delivery.trouble' }, orderBy: { place: 'asc' } })).map(
      ({ place, payload }) => [place, (payload as { place: string }).place],
    )
  const row = (dedupeKey: string) => database().client.delivery.findFirstOrThrow({ where: { dedupeKey } })
  const take = (key: string) =>
    database().transaction((tx) => takeBack(tx, { workspaceId: 'T1', key, at: world.now().toJSDate() }))

  it('is told to the office once, waits, and is forgotten once something arrives', async () => {
    refusals.C1 = refused('not_in_channel')
    await owe('a', 'C1')
    await owe('b', 'C1')
    await owe('c', 'C2')
    await dispatch()
    expect(sent).toEqual(expect.arrayContaining(['c']))
    for (const seconds of [3, 5, 20, 60]) {
      later(seconds)
      await dispatch()
    }
    expect(await notices()).toEqual([
      [people.admin, 'C1'],
      [people.convener, 'C1'],
    ])
    // One message alone probes the place.
    expect([(await row('a')).attempts > 2, (await row('b')).attempts]).toEqual([true, 0])
    expect(logged).toEqual([{ place: 'C1', told: 2 }])
    delete refusals.C1
    later(3600)
    await dispatch()
    expect([(await row('a')).state, (await row('b')).state]).toEqual(['sent', 'sent'])
    expect((await showHealth(world, as(people.convener))).troubled).toEqual([])
    refusals.C1 = refused('is_archived')
    await owe('d', 'C1')
    later(60)
    await dispatch()
    expect(await notices()).toHaveLength(4)
  })

  it('is told once though many messages meet it at the same time', async () => {
    const places = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']
    for (const place of places) refusals[place] = new DeliveryError('retry', 'missing_scope', { concerns: 'workspace' })
    for (const place of places) await owe(`to ${place}`, place)
    let instant = 0
    const ticking = () => world.now().plus({ milliseconds: instant++ })
    await dispatchDue(database(), 'T1', ticking, courier, log)
    expect(await notices()).toEqual([
      [people.admin, 'T1'],
      [people.convener, 'T1'],
    ])
    expect(logged).toEqual([{ place: 'T1', told: 2 }])
  })

  it('is not told to whom it is about, nor to nobody', async () => {
    refusals[people.convener] = new DeliveryError('dead', 'person_left', { concerns: 'place' })
    await owe('a', people.convener)
    await dispatch()
    expect(await notices()).toEqual([[people.admin, people.convener]])
    refusals[people.admin] = new DeliveryError('dead', 'person_left', { concerns: 'place' })
    await owe('b', people.admin)
    later(5)
    await dispatch()
    // The convener is out of reach as well, so it is only in the log.
    expect(await notices()).toHaveLength(1)
    expect(logged).toEqual([
      { place: people.convener, told: 1 },
      { place: people.admin, told: 0 },
    ])
  })

  it('is shown until nothing is left to do about it', async () => {
    const troubled = async () => (await showHealth(world, as(people.convener))).troubled.map(({ place }) => place)
    for (const place of ['U0STRANGER', people.lead]) {
      refusals[place] = new DeliveryError('dead', 'person_left', { concerns: 'place' })
      await owe(place, place)
    }
    await dispatch()
    expect(await troubled()).toEqual(expect.arrayContaining(['U0STRANGER', people.lead]))
    for (const { id } of (await showHealth(world, as(people.convener))).dead)
      await dismissDelivery(world, as(people.convener), id)
    // A member will be written to again.
    expect(await troubled()).toEqual([people.lead])
  })

  it('silences everything where the token is refused, and tells nobody by that token', async () => {
    refusals.C1 = new DeliveryError('retry', 'token_revoked', { concerns: 'workspace' })
    await owe('a', 'C1')
    await dispatch()
    await owe('b', 'C2')
    expect((await dispatch()).tried).toBe(0)
    expect(await notices()).toEqual([])
    expect(await showHealth(world, as(people.admin))).toMatchObject({ troubled: [{ place: 'T1' }] })
    delete refusals.C1
    await resendAll(world, as(people.admin))
    await dispatch()
    expect(sent.sort()).toEqual(['a', 'b'])
    expect(await showHealth(world, as(people.admin))).toMatchObject({ troubled: [], waiting: { count: 0 } })
  })

  it('does not hold up other places by the limit of one, but keeps the limit of all', async () => {
    refusals.C1 = limited(30, 'place')
    await owe('a', 'C1')
    await owe('b', 'C2')
    const { next } = await dispatch()
    expect(sent).toEqual(['b'])
    expect(next).toBeNull()
    expect(await row('a')).toMatchObject({ attempts: 0, state: 'pending' })
    for (const place of ['C2', 'C3', 'C4']) refusals[place] = limited(30, 'place')
    for (const [index, place] of ['C2', 'C3', 'C4'].entries()) await owe(`m${index}`, place)
    await dispatch()
    await owe('z', 'C9')
    expect((await dispatch()).tried).toBe(0)
    refusals = {}
    later(30)
    await dispatch()
    expect([...sent].sort()).toEqual(['a', 'b', 'm0', 'm1', 'm2', 'z'])
  })

  it('lets all edits wait for the limit on edits, and no post', async () => {
    await owe('a', 'C1')
    await owe('b', 'C2')
    await dispatch()
    refusals.edits = limited(30, 'method')
    await owe('a/1', 'C1', 'a')
    await dispatch()
    await owe('b/1', 'C2', 'b')
    await owe('c', 'C1')
    await dispatch()
    expect(sent.sort()).toEqual(['a', 'b', 'c'])
    delete refusals.edits
    later(30)
    await dispatch()
    expect(sent.sort()).toEqual(['a', 'a/1', 'b', 'b/1', 'c'])
  })

  it('is taken back: deleted where it stands, cancelled where it does not', async () => {
    await owe('a', 'C1')
    await dispatch()
    await owe('b', 'C1')
    await owe('a/1', 'C1', 'a')
    expect([await take('a'), await take('a'), await take('b'), await take('none')]).toEqual([true, true, false, false])
    later(10)
    await dispatch()
    await dispatch()
    expect([sent, removed]).toEqual([['a'], ['1.1']])
    expect(await row('a')).toMatchObject({ state: 'dead', lastError: 'taken_back' })
    expect(await showHealth(world, as(people.admin))).toMatchObject({ deadCount: 0, waiting: { count: 0 } })
  })

  it('is taken back though its fate is not known', async () => {
    for (const key of ['stands', 'lost']) {
      await owe(key, `C${key}`)
      await database().client.delivery.updateMany({ where: { dedupeKey: key }, data: { state: 'unknown' } })
      expect(await take(key)).toBe(true)
    }
    standing.add('stands')
    await dispatch()
    later(10)
    await dispatch()
    expect([sent, removed]).toEqual([[], ['9.9']])
    expect([(await row('lost')).state, (await row('lost/removed')).state]).toEqual(['dead', 'dead'])
  })

  it('is sent again by the office, unless it stands, with what hangs on it', async () => {
    refusals.C1 = new DeliveryError('dead', 'msg_too_long')
    for (const key of ['a', 'b', 'c']) await owe(key, 'C1')
    await owe('a/1', 'C1', 'a')
    await dispatch()
    later(5)
    await dispatch()
    const { dead, deadCount } = await showHealth(world, as(people.convener))
    expect([deadCount, dead.map(({ lastError }) => lastError)]).toEqual([3, Array(3).fill('msg_too_long')])
    const [a, b, c] = dead
    standing.add('b')
    refusals = {}
    await resendDelivery(world, as(people.convener), a?.id ?? 0)
    await dismissDelivery(world, as(people.convener), c?.id ?? 0)
    await expect(dismissDelivery(world, as(people.admin), c?.id ?? 0)).rejects.toMatchObject({ code: 'delivery.gone' })
    expect(await resendAll(world, as(people.convener))).toEqual({ revived: 1, hurried: 0 })
    await expect(resendDelivery(world, as(people.convener), b?.id ?? 0)).rejects.toMatchObject({
      code: 'delivery.gone',
    })
    later(5)
    await dispatch()
    expect([sent, (await row('b')).ts, (await row('c')).state]).toEqual([['a', 'a/1'], '9.9', 'dead'])
    await expect(showHealth(world, as(people.lead))).rejects.toMatchObject({ code: 'access.role_needed' })
  })

  it('keeps order by what is urgent, then by age', async () => {
    await owe('digest', 'C1')
    await database().client.delivery.create({
      data: {
        ...{ workspaceId: 'T1', planId, place: 'C1', kind: 'digest', payload: sampleDigest(), dedupeKey: 'slip' },
        ...{ priority: 10, state: 'pending', notBefore: world.now().toJSDate(), createdAt: world.now().toJSDate() },
      },
    })
    await owe('later', 'C1')
    await dispatch()
    expect(sent).toEqual(['slip', 'digest', 'later'])
  })
})
