import { DateTime } from 'luxon'
import { beforeEach, expect, test } from 'vitest'
import { ensureWorkspace } from '../../../src/db/workspace-store.ts'
import { draftPlan, importDraft, listImportable } from '../../../src/usecases/plan/draft-plan.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { showPlan } from '../../../src/usecases/plan/show-plan.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const fresh = { asNewVersionOf: null }

describeOnEachDatabase('draftPlan and importDraft', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  let planId: number
  beforeEach(async () => {
    world = await setUpWorld(database())
    planId = (await showPlan(world, as(people.admin))).plan.id
  })
  const plans = () => database().client.plan.count()
  const drafts = () => database().client.planDraft.count()

  test('previews what a new version changes and stores nothing but the draft', async () => {
    const data = { ...samplePlan(), title: '新标题' }
    data.sections[0]?.tasks.shift()
    data.sections[0]?.tasks.push({ no: 9, title: '新任务', text: '', units: [{ name: '市商务局', role: 'lead' }] })
    const changed = { ...data, targets: data.targets.slice(1) }
    const preview = await draftPlan(world, as(people.admin), changed, { asNewVersionOf: planId })
    expect(preview.newVersionOf).toMatchObject({
      version: 1,
      difference: { tasks: { added: [{ no: 9, title: '新任务' }], removed: [{ no: 1, title: '引进企业' }] } },
    })
    expect((await showPlan(world, as(people.admin))).plan).toMatchObject({ version: 1, title: samplePlan().title })
    expect(await importDraft(world, as(people.admin), preview.draftId)).toMatchObject({ planId, version: 2 })
    expect((await showPlan(world, as(people.admin))).data).toEqual(changed)
    expect(await drafts()).toBe(0)
  })

  test('takes a plan by its title for the next version of the one of that title, else for a new one', async () => {
    const byTitle = { asNewVersionOf: 'same_title' } as const
    const next = await draftPlan(world, as(people.admin), samplePlan(), byTitle)
    expect(next.newVersionOf).toMatchObject({ title: samplePlan().title, version: 1 })
    const other = { ...samplePlan(), title: '另一方案' }
    expect((await draftPlan(world, as(people.admin), other, byTitle)).newVersionOf).toBeNull()
  })

  test('warns where a new plan has the title of another', async () => {
    expect(await draftPlan(world, as(people.admin), samplePlan(), fresh)).toMatchObject({ sameTitle: true })
    const other = { ...samplePlan(), title: '另一方案' }
    expect(await draftPlan(world, as(people.admin), other, fresh)).toMatchObject({ sameTitle: false })
  })

  test('a draft is imported once, by the person who made it, within a day', async () => {
    const { draftId } = await draftPlan(world, as(people.admin), samplePlan(), fresh)
    const gone = { code: 'plan.draft_gone' }
    await expect(importDraft(world, as(people.convener), draftId)).rejects.toMatchObject(gone)
    await importDraft(world, as(people.admin), draftId)
    await expect(importDraft(world, as(people.admin), draftId)).rejects.toMatchObject(gone)
    const late = await draftPlan(world, as(people.admin), samplePlan(), fresh)
    world.clock.set('2024-06-25T09:00:01+08:00')
    await expect(importDraft(world, as(people.admin), late.draftId)).rejects.toMatchObject(gone)
    await draftPlan(world, as(people.admin), samplePlan(), fresh)
    expect(await drafts()).toBe(1)
    expect(await plans()).toBe(2)
  })

  test('only those who may import get a draft', async () => {
    for (const user of [people.convener, people.leader, people.lead, people.stranger]) {
      const refused = { code: 'access.role_needed' }
      await expect(draftPlan(world, as(user), samplePlan(), fresh)).rejects.toMatchObject(refused)
      await expect(listImportable(world, as(user))).rejects.toMatchObject(refused)
    }
    expect(await drafts()).toBe(0)
    expect((await listImportable(world, as(people.admin))).map((plan) => plan.id)).toEqual([planId])
  })

  test('in a workspace without a plan anybody may import the first one', async () => {
    const at = DateTime.fromISO('2024-06-24T09:00:00+08:00').toJSDate()
    await database().transaction((tx) => ensureWorkspace(tx, { id: 'T2', name: '乙', at }))
    const actor = as(people.stranger, { workspaceId: 'T2' })
    expect(await listImportable(world, actor)).toEqual([])
    const { draftId } = await draftPlan(world, actor, samplePlan(), fresh)
    expect(await importDraft(world, actor, draftId)).toMatchObject({ becameAdmin: true })
  })

  test('refuses what no plan may be, and what no database keeps', async () => {
    const task = { no: 1, title: '重复', text: '', units: [] }
    const twice = { ...samplePlan(), sections: [{ no: '一', title: '甲', tasks: [task, task] }] }
    for (const data of [twice, { ...samplePlan(), title: '空\u0000字' }, { ...samplePlan(), title: '半\ud800字' }])
      await expect(draftPlan(world, as(people.admin), data, fresh)).rejects.toMatchObject({ code: 'plan.data_invalid' })
  })

  test('takes the largest plan there may be', async () => {
    const units = Array.from({ length: 300 }, (_, index) => ({ name: `单位${index}`, aliases: [] }))
    const named = units.slice(0, 60).map(({ name }, index) => ({
      name,
      role: index === 0 ? ('lead' as const) : ('participant' as const),
    }))
    const tasks = Array.from({ length: 500 }, (_, index) => ({
      no: index + 1,
      title: `任务${index}`,
      text: '',
      units: named,
    }))
    const large = { ...samplePlan(), sections: [{ no: '一', title: '甲', tasks }], units, targets: [] }
    await importPlan(world, as(people.admin), large, { asNewVersionOf: planId })
    expect((await showPlan(world, as(people.admin))).data).toEqual(large)
  })
})
