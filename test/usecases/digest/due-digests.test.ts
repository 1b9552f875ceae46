import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { approvalNotice } from '../../../src/domain/digest/approval-notice.ts'
import { digestContent } from '../../../src/domain/digest.ts'
import { approveDigest, showPrepared } from '../../../src/usecases/digest/approve-digest.ts'
import { interpretDigest } from '../../../src/usecases/digest/interpret-digest.ts'
import { listDigestSubscriptions } from '../../../src/usecases/digest/list-subscriptions.ts'
import { postDigest } from '../../../src/usecases/digest/post-digest.ts'
import { postDueDigests } from '../../../src/usecases/digest/post-due-digests.ts'
import { previewDigest } from '../../../src/usecases/digest/preview-digest.ts'
import { type SubscriptionWish, subscribeDigest } from '../../../src/usecases/digest/subscribe-digest.ts'
import { unsubscribeDigest } from '../../../src/usecases/digest/unsubscribe-digest.ts'
import { raiseIssue } from '../../../src/usecases/issue/raise-issue.ts'
import { removeMembers } from '../../../src/usecases/member/remove-members.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { setPlanChannels } from '../../../src/usecases/plan/set-plan-channels.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const convener = as(people.convener)

describeOnEachDatabase('digests of subscriptions', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
    await setPlanChannels(world, as(people.admin), { leadingChannel: 'CLEADING' })
  })

  const raise = async (title: string) => {
    const raised = await raiseIssue(world, as(people.lead), {
      title,
      details: '',
      severity: 2,
      minutes: 15,
      taskNo: 1,
      units: ['江城海关'],
      similarSeen: true,
      sourceLink: null,
    })
    if (raised.kind !== 'raised') throw new Error('not raised')
    return raised
  }
  const deliveries = (kind = 'digest') =>
    database().transaction((tx) => tx.delivery.findMany({ where: { kind }, orderBy: { id: 'asc' } }))
  const contents = async () => (await deliveries()).map(({ payload }) => digestContent.parse(payload))
  /** What the outbox makes of every digest that is owed. */
  const settle = (state: 'sent' | 'unknown' | 'dead') =>
    database().transaction((tx) => tx.delivery.updateMany({ where: { kind: 'digest' }, data: { state } }))
  const wish = (change: Partial<SubscriptionWish> = {}): SubscriptionWish => {
    return { cadence: 'weekly', channel: null, language: 'zh-CN', sections: [], approval: false, ...change }
  }
  const raisedIn = (content: ReturnType<typeof digestContent.parse> | undefined) =>
    content?.changes?.numbers['issue.raised'] ?? []

  it('come weekly to the leading group’s channel as soon as it has one, once at their slot', async () => {
    const { subscriptions } = await listDigestSubscriptions(world, convener)
    expect(subscriptions).toMatchObject([{ no: 1, place: 'CLEADING', cadence: 'weekly', nextOn: '2024-07-01' }])
    world.clock.set('2024-07-01T08:59:59+08:00')
    expect(await postDueDigests(world)).toBe(0)
    world.clock.set('2024-07-01T09:00:00+08:00')
    expect(await postDueDigests(world)).toBe(1)
    expect(await postDueDigests(world)).toBe(0)
    expect((await deliveries()).map(({ place }) => place)).toEqual(['CLEADING'])
    expect(await contents()).toMatchObject([
      { asOf: '2024-07-01', from: 'subscription', missedSlots: 0, cadence: 'weekly' },
    ])
  })

  it('follow the leading group to another channel', async () => {
    await setPlanChannels(world, as(people.admin), { leadingChannel: 'COTHER' })
    await setPlanChannels(world, as(people.admin), { leadingChannel: 'COTHER' })
    expect((await listDigestSubscriptions(world, convener)).subscriptions).toMatchObject([{ no: 1, place: 'COTHER' }])
  })

  it('come once a channel and cadence, though the channel had a subscription of its own before it was the leading group’s', async () => {
    await subscribeDigest(world, convener, wish({ channel: 'COTHER', approval: true }))
    await subscribeDigest(world, convener, wish({ channel: 'COTHER', cadence: 'monthly' }))
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    await setPlanChannels(world, as(people.admin), { leadingChannel: 'COTHER' })
    const { subscriptions } = await listDigestSubscriptions(world, convener)
    expect(subscriptions.map(({ no, place, cadence }) => [no, place, cadence])).toEqual([
      [1, 'COTHER', 'weekly'],
      [3, 'COTHER', 'monthly'],
    ])
    const states = await database().client.digest.findMany({ orderBy: { id: 'asc' }, select: { state: true } })
    expect(states.filter(({ state }) => state === 'prepared')).toEqual([])
    await importPlan(world, as(people.admin), { ...samplePlan(), title: '另一方案' }, { asNewVersionOf: null })
    await subscribeDigest(world, as(people.admin), wish({ channel: 'CTHIRD' }))
    await setPlanChannels(world, as(people.admin), { leadingChannel: 'CTHIRD' })
    expect((await listDigestSubscriptions(world, as(people.admin))).subscriptions).toHaveLength(1)
  })

  it('are one for the leading group, though several set its channel at once', async () => {
    await importPlan(world, as(people.admin), { ...samplePlan(), title: '另一方案' }, { asNewVersionOf: null })
    await Promise.all(
      ['CONE', 'CTWO', 'CTHREE', 'CFOUR', 'CFIVE'].map((leadingChannel) =>
        setPlanChannels(world, as(people.admin), { leadingChannel }),
      ),
    )
    expect((await listDigestSubscriptions(world, as(people.admin))).subscriptions).toHaveLength(1)
  })

  it('after three weeks’ downtime come once, and say what they catch up', async () => {
    world.clock.set('2024-07-16T11:00:00+08:00')
    expect(await postDueDigests(world)).toBe(1)
    expect(await contents()).toMatchObject([{ asOf: '2024-07-16', missedSlots: 2 }])
    expect((await listDigestSubscriptions(world, convener)).subscriptions[0]?.nextOn).toBe('2024-07-22')
  })

  it('come once however many processes race for them', async () => {
    world.clock.set('2024-07-01T09:00:05+08:00')
    const made = await Promise.all([1, 2, 3, 4].map(() => postDueDigests(world)))
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await deliveries()).toHaveLength(1)
  })

  it('tell what changed since the last one that was delivered, each change once and none left out', async () => {
    world.clock.set('2024-06-25T09:00:00+08:00')
    const first = await raise('甲')
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    await settle('sent')
    // In the very minute of the first: not seen then, so told next.
    const second = await raise('乙')
    world.clock.set('2024-07-08T09:00:00+08:00')
    await postDueDigests(world)
    const [one, two] = await contents()
    expect([raisedIn(one), raisedIn(two)]).toEqual([[first.no], [second.no]])
    expect(two).toMatchObject({ from: 'last', since: '2024-07-01T08:59:15.000+08:00' })
  })

  it.each(['pending', 'dead'] as const)('that was %s is told by the next', async (state) => {
    world.clock.set('2024-06-25T09:00:00+08:00')
    const first = await raise('甲')
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    if (state === 'dead') await settle('dead')
    world.clock.set('2024-07-08T09:00:00+08:00')
    expect(await postDueDigests(world)).toBe(1)
    const all = await deliveries()
    expect(all).toHaveLength(state === 'dead' ? 2 : 1)
    expect(raisedIn((await contents()).at(-1))).toEqual([first.no])
    const digests = await database().transaction((tx) => tx.digest.findMany({ orderBy: { id: 'asc' } }))
    expect(digests.map((digest) => digest.state)).toEqual(['dropped', 'owed'])
  })

  it('wait while it is not known whether the last one arrived', async () => {
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    await settle('unknown')
    world.clock.set('2024-07-08T09:00:00+08:00')
    expect(await postDueDigests(world)).toBe(0)
    expect(await deliveries()).toHaveLength(1)
    await settle('sent')
    expect(await postDueDigests(world)).toBe(1)
    expect(await contents()).toMatchObject([{}, { from: 'last' }])
  })

  it('of one go on though another fails', async () => {
    await subscribeDigest(world, as(people.lead), wish({ sections: ['targets', 'issues'], language: 'en' }))
    // What cannot be read back: the first fails, and stays due.
    await database().transaction((tx) =>
      tx.digestSubscription.updateMany({ where: { place: 'CLEADING' }, data: { language: 'x'.repeat(50) } }),
    )
    world.clock.set('2024-07-01T09:00:00+08:00')
    const failed: number[] = []
    expect(await postDueDigests(world, (_, id) => failed.push(id))).toBe(1)
    expect(failed).toHaveLength(1)
    expect(await deliveries()).toMatchObject([{ place: people.lead, payload: { language: 'en' } }])
    expect(await contents()).toMatchObject([{ sections: ['targets'] }])
  })

  it('are everybody’s to subscribe to for themselves, and the office’s for channels', async () => {
    const own = await subscribeDigest(world, as(people.lead), wish({ cadence: 'monthly' }))
    expect(own).toMatchObject({ no: 2, own: true, nextOn: '2024-07-01' })
    const refused = (actor: ReturnType<typeof as>, given: SubscriptionWish) =>
      expect(subscribeDigest(world, actor, given)).rejects
    await refused(as(people.lead), wish({ cadence: 'monthly' })).toMatchObject({
      code: 'digest.subscribed_before',
      params: { no: 2 },
    })
    await refused(as(people.lead), wish({ channel: 'C1' })).toMatchObject({ code: 'access.role_needed' })
    await refused(as(people.lead), wish({ approval: true })).toMatchObject({ code: 'digest.approval_of_channel' })
    await refused(as(people.stranger), wish()).toMatchObject({ code: 'access.not_a_member' })
    await subscribeDigest(world, convener, wish({ cadence: 'half_yearly', channel: 'C1' }))
    const numbers = async (user: string) =>
      (await listDigestSubscriptions(world, as(user))).subscriptions.map(({ no }) => no)
    expect([await numbers(people.lead), await numbers(people.customs)]).toEqual([
      [1, 2, 3],
      [1, 3],
    ])
    await expect(unsubscribeDigest(world, as(people.customs), 2)).rejects.toMatchObject({
      code: 'digest.subscription_unknown',
    })
    await expect(unsubscribeDigest(world, as(people.customs), 1)).rejects.toMatchObject({ code: 'access.role_needed' })
    await unsubscribeDigest(world, as(people.lead), 2)
    // Numbers stay what they were.
    expect(await numbers(people.lead)).toEqual([1, 3])
  })

  it('do not go to a person who left the plan', async () => {
    await subscribeDigest(world, as(people.lead), wish())
    await removeMembers(world, as(people.admin), [{ userId: people.lead, role: 'liaison', unit: '市商务局' }])
    world.clock.set('2024-07-01T09:00:00+08:00')
    expect(await postDueDigests(world)).toBe(2)
    expect((await deliveries()).map(({ place }) => place)).toEqual(['CLEADING'])
    expect(await database().transaction((tx) => tx.digestSubscription.count({ where: { endedAt: null } }))).toBe(1)
  })

  it('carry the office’s interpretation, once', async () => {
    await expect(interpretDigest(world, as(people.lead), '解')).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(interpretDigest(world, convener, '解'.repeat(2001))).rejects.toMatchObject({
      code: 'digest.interpretation_too_long',
      params: { max: 2000, length: 2001 },
    })
    await interpretDigest(world, convener, '第一稿')
    await interpretDigest(world, convener, '进口回升，口岸验收仍是短板。')
    expect((await previewDigest(world, convener)).content.interpretation).toBe('进口回升，口岸验收仍是短板。')
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    await settle('sent')
    world.clock.set('2024-07-08T09:00:00+08:00')
    await postDueDigests(world)
    expect((await contents()).map(({ interpretation }) => interpretation)).toEqual(['进口回升，口岸验收仍是短板。', ''])
  })

  it('posted by hand take the interpretation along, and leave the schedule’s what they tell', async () => {
    await interpretDigest(world, convener, '提前通报')
    world.clock.set('2024-06-25T09:00:00+08:00')
    const { no } = await raise('甲')
    await postDigest(world, convener, 'k')
    await settle('sent')
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    const [byHand, weekly] = await contents()
    expect([byHand?.interpretation, weekly?.interpretation]).toEqual(['提前通报', ''])
    expect(raisedIn(weekly)).toEqual([no])
  })

  it('wait for a leader where the channel wants that, and go out as the leader saw them', async () => {
    await unsubscribeDigest(world, convener, 1)
    await subscribeDigest(world, convener, wish({ channel: 'CLEADING', approval: true }))
    await expect(postDigest(world, convener, 'k')).rejects.toMatchObject({ code: 'digest.leader_posts' })
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    expect(await deliveries()).toEqual([])
    const asked = await deliveries('digest.approval')
    expect(asked).toMatchObject([{ place: people.leader, payload: { place: 'CLEADING' } }])
    const { digestId, version } = approvalNotice.parse(asked[0]?.payload)
    const interpreted = await interpretDigest(world, convener, '请领导审阅')
    expect(interpreted.waitsForApproval).toBe(true)
    await expect(approveDigest(world, as(people.leader), { digestId, version })).rejects.toMatchObject({
      code: 'digest.changed_meanwhile',
    })
    const again = (await deliveries('digest.approval')).at(-1)
    expect(again).toMatchObject({ edits: asked[0]?.dedupeKey, payload: { content: { interpretation: '请领导审阅' } } })
    const shown = approvalNotice.parse(again?.payload)
    await expect(approveDigest(world, convener, shown)).rejects.toMatchObject({ code: 'access.role_needed' })
    expect(await showPrepared(world, as(people.leader), digestId)).toMatchObject({ interpretation: '请领导审阅' })
    world.clock.set('2024-07-02T10:00:00+08:00')
    await raise('其后')
    expect(await approveDigest(world, as(people.leader), shown)).toEqual({ channel: 'CLEADING' })
    await expect(approveDigest(world, as(people.leader), shown)).rejects.toMatchObject({ code: 'digest.not_waiting' })
    expect(await contents()).toMatchObject([{ asOf: '2024-07-01', interpretation: '请领导审阅', issues: { open: 0 } }])
  })

  it('that nobody approved are told by the next, their interpretation too', async () => {
    await unsubscribeDigest(world, convener, 1)
    await subscribeDigest(world, convener, wish({ channel: 'CLEADING', approval: true }))
    await interpretDigest(world, convener, '留到下期')
    world.clock.set('2024-06-25T09:00:00+08:00')
    const { no } = await raise('甲')
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    world.clock.set('2024-07-08T09:00:00+08:00')
    await postDueDigests(world)
    const prepared = await database().transaction((tx) => tx.digest.findMany({ orderBy: { id: 'asc' } }))
    expect(prepared.map(({ state }) => state)).toEqual(['dropped', 'prepared'])
    const next = digestContent.parse(prepared[1]?.content)
    expect(next.interpretation).toBe('留到下期')
    expect(raisedIn(next)).toEqual([no])
  })

  it('are shown of any day that is past, as things stood then', async () => {
    world.clock.set('2024-06-25T09:00:00+08:00')
    const { no } = await raise('甲')
    world.clock.set('2024-07-10T09:00:00+08:00')
    await raise('乙')
    const on = async (words: string) => (await previewDigest(world, as(people.lead), { words })).content
    expect((await on('2024-06-24')).issues.open).toBe(0)
    const then = await on('月报 6月25日')
    expect(then).toMatchObject({ asOf: '2024-06-25', past: true, cadence: 'monthly', issues: { open: 1 } })
    expect(raisedIn(then)).toEqual([no])
    expect((await on('today')).issues.open).toBe(2)
    await expect(on('2024-07-11')).rejects.toMatchObject({ code: 'digest.day_in_future' })
  })

  it('leave a trace of who subscribed, interpreted and approved', async () => {
    await interpretDigest(world, convener, '解读')
    world.clock.set('2024-07-01T09:00:00+08:00')
    await postDueDigests(world)
    const plan = await database().transaction((tx) => tx.plan.findFirstOrThrow())
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', plan.id))
    const told = trail.filter(({ action }) => action.startsWith('digest.')).map(({ actor, action }) => [actor, action])
    expect(told).toEqual([
      [people.convener, 'digest.interpret'],
      ['schedule', 'digest.scheduled'],
    ])
  })
})
