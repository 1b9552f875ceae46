import { beforeEach, expect, it } from 'vitest'
import type { Transaction } from '../../../src/db/database.ts'
import { findInvitations } from '../../../src/db/invitation-store.ts'
import { enqueue, listOwed } from '../../../src/outbox/enqueue.ts'
import { applyRetention } from '../../../src/usecases/upkeep/apply-retention.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { publishMeeting } from '../../support/published-meeting.ts'
import { people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('what was kept long enough', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  const rows = <T>(read: (tx: Transaction) => Promise<T>) => database().transaction(read)
  const kept = () => rows((tx) => tx.delivery.count({ where: { NOT: { payload: { equals: {} } } } }))
  beforeEach(async () => {
    world = await setUpWorld(database())
    await publishMeeting(world)
  })

  it('is emptied of messages that were sent, which stay owed once', async () => {
    const all = await rows((tx) => tx.delivery.findMany({ orderBy: { id: 'asc' } }))
    const [waiting, dead, ...sent] = all
    const at = world.now().toJSDate()
    await rows(async (tx) => {
      await tx.delivery.updateMany({
        where: { id: { in: sent.map(({ id }) => id) } },
        data: { state: 'sent', sentAt: at },
      })
      await tx.delivery.updateMany({ where: { id: dead?.id ?? 0 }, data: { state: 'dead' } })
    })
    world.clock.set('2025-07-28T09:00:00+08:00')
    await applyRetention(world, { messages: 400, drafts: 0 })
    expect(await kept()).toBe(all.length)
    world.clock.set('2025-07-30T09:00:00+08:00')
    await applyRetention(world, { messages: 0, drafts: 0 })
    expect(await kept()).toBe(all.length)
    await applyRetention(world, { messages: 400, drafts: 0 })
    const left = await rows((tx) => tx.delivery.findMany({ where: { NOT: { payload: { equals: {} } } } }))
    expect(left.map(({ id }) => id)).toEqual([waiting?.id])
    expect(await rows((tx) => tx.delivery.findUnique({ where: { id: dead?.id ?? 0 } }))).toMatchObject({
      dismissedAt: world.now().toJSDate(),
    })
    const again = sent[0]
    expect(
      await rows((tx) =>
        enqueue(tx, {
          ...{ workspaceId: 'T1', planId: 1, place: again?.place ?? '', dedupeKey: again?.dedupeKey ?? '', at },
          ...{ kind: again?.kind as 'meeting.roster', payload: again?.payload as never },
        }),
      ),
    ).toBe(false)
    // Nobody reads what is not kept any more.
    expect(await rows((tx) => listOwed(tx, 'T1', ''))).toHaveLength(1)
    const invitations = await rows((tx) => findInvitations(tx, 'T1', people.customs, 1))
    expect(invitations.filter(({ payload }) => Object.keys(payload as object).length === 0)).toEqual([])
  })

  it('is deleted of drafts', async () => {
    const savedAt = world.now().toJSDate()
    await rows(async (tx) => {
      const period = { planId: 1, key: '2024H1', startsOn: savedAt, endsOn: savedAt, opensOn: savedAt, dueOn: savedAt }
      const { id: periodId } = await tx.reportingPeriod.upsert({
        ...{ where: { planId_key: { planId: 1, key: '2024H1' } }, create: period, update: {} },
      })
      await tx.reportDraft.create({ data: { taskId: 1, unitId: 1, periodId, content: {}, savedBy: 'U1', savedAt } })
      await tx.planDraft.create({ data: { workspaceId: 'T1', userId: 'U1', content: {}, createdAt: savedAt } })
    })
    const counts = () => rows(async (tx) => [await tx.reportDraft.count(), await tx.planDraft.count()])
    world.clock.set('2024-06-25T10:00:00+08:00')
    await applyRetention(world, { messages: 0, drafts: 2 })
    expect(await counts()).toEqual([1, 0])
    world.clock.set('2024-06-27T10:00:00+08:00')
    await applyRetention(world, { messages: 0, drafts: 0 })
    expect(await counts()).toEqual([1, 0])
    await applyRetention(world, { messages: 0, drafts: 2 })
    expect(await counts()).toEqual([0, 0])
  })
})
