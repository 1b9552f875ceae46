import { DateTime } from 'luxon'
import { beforeEach, expect, test } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { loadMembership } from '../../../src/db/member-store.ts'
import { loadPlanData } from '../../../src/db/plan-data-store.ts'
import { findPlan, listPlans } from '../../../src/db/plan-store.ts'
import { listTasks } from '../../../src/db/task-store.ts'
import { ensureWorkspace } from '../../../src/db/workspace-store.ts'
import type { PlanData } from '../../../src/domain/plan-file/plan-schema.ts'
import type { Context } from '../../../src/usecases/context.ts'
import { assignMembers } from '../../../src/usecases/member/assign-members.ts'
import { listPlanMembers } from '../../../src/usecases/member/list-plan-members.ts'
import { importPlan } from '../../../src/usecases/plan/import-plan.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { samplePlan } from '../../support/sample-plan.ts'

const now = DateTime.fromISO('2024-06-24T09:00:00+08:00')
const as = (userId: string, workspaceId = 'T1') => ({ workspaceId, userId, requestKey: null })
const fresh = { asNewVersionOf: null }

describeOnEachDatabase('importPlan', (database) => {
  const context = (): Context => ({ database: database(), now: () => now })
  const stored = (planId: number, workspaceId = 'T1') =>
    database().transaction(async (tx) => {
      const plan = await findPlan(tx, workspaceId, planId)
      if (!plan) throw new Error('no such plan')
      return loadPlanData(tx, plan)
    })

  beforeEach(async () => {
    await database().transaction(async (tx) => {
      await ensureWorkspace(tx, { id: 'T1', name: '甲', at: now.toJSDate() })
      await ensureWorkspace(tx, { id: 'T2', name: '乙', at: now.toJSDate() })
    })
  })

  test('stores the plan as it was given, and makes the first importer its admin', async () => {
    const receipt = await importPlan(context(), as('U1'), samplePlan(), fresh)
    expect(receipt).toMatchObject({ version: 1, becameAdmin: true })
    expect(receipt.counts).toEqual({ sections: 2, tasks: 3, units: 3, targets: 2 })
    expect(await stored(receipt.planId)).toEqual(samplePlan())
    const membership = await database().transaction((tx) => loadMembership(tx, receipt.planId, 'U1'))
    expect([...membership.roles]).toEqual(['admin'])
  })

  test('lets only an admin of the workspace import a further plan, and sees no other workspace', async () => {
    await importPlan(context(), as('U1'), samplePlan(), fresh)
    await expect(importPlan(context(), as('U2'), samplePlan(), fresh)).rejects.toMatchObject({
      code: 'access.role_needed',
    })
    const other = await importPlan(context(), as('U2', 'T2'), samplePlan(), fresh)
    await expect(importPlan(context(), as('U1'), samplePlan(), { asNewVersionOf: other.planId })).rejects.toMatchObject(
      { code: 'plan.unknown' },
    )
    await importPlan(context(), as('U1'), { ...samplePlan(), title: '另一方案' }, fresh)
    const titles = await database().transaction(async (tx) => (await listPlans(tx, 'T1')).map((plan) => plan.title))
    expect(titles).toEqual(['江城市示范区建设实施方案', '另一方案'])
    expect(await database().transaction((tx) => listPlans(tx, 'T2'))).toHaveLength(1)
  })

  test('a new version keeps reports and ids, retires what it drops, and takes it back into use when it comes again', async () => {
    const first = await importPlan(context(), as('U1'), samplePlan(), fresh)
    await assignMembers(context(), as('U1'), [{ userId: 'U2', role: 'liaison', unit: '光谷' }])
    const report = {
      taskNo: 1,
      unitId: null,
      periodKey: null,
      status: 'on_track',
      percent: 40,
      summary: '已签约2家',
    } as const
    await fileReport(context(), as('U2'), report)

    const second = await importPlan(context(), as('U1'), withoutTaskOne(), { asNewVersionOf: first.planId })
    expect(second).toMatchObject({ planId: first.planId, version: 2, becameAdmin: false })
    expect(await stored(first.planId)).toEqual(withoutTaskOne())

    const third = await importPlan(context(), as('U1'), renamed(), { asNewVersionOf: first.planId })
    expect(third.version).toBe(3)
    expect(await stored(first.planId)).toEqual(renamed())
    // The same unit under its new name, so the liaison and the report are still its own, and the count goes on.
    expect(await fileReport(context(), as('U2'), report)).toMatchObject({ unit: '光谷管理委员会', version: 2 })
    expect(await database().client.progressReport.count()).toBe(2)
    expect(await database().client.unit.count()).toBe(3)
    expect(await database().client.target.count()).toBe(2)
  })

  test('where two units become one, the liaisons of both are liaisons of the one', async () => {
    const { planId } = await importPlan(context(), as('U1'), samplePlan(), fresh)
    await assignMembers(context(), as('U1'), [
      { userId: 'U2', role: 'liaison', unit: '光谷管委会' },
      { userId: 'U3', role: 'liaison', unit: '市商务局' },
      { userId: 'U3', role: 'liaison', unit: '光谷管委会' },
    ])
    const data = samplePlan()
    const [office, , customs] = data.units
    const [first] = data.sections[0]?.tasks ?? []
    if (!office || !customs || !first) throw new Error('the sample has them')
    first.units = [{ name: '市商务局', role: 'lead' }]
    const merged = { ...data, units: [{ ...office, aliases: ['光谷管委会', '光谷'] }, customs] }
    await importPlan(context(), as('U1'), merged, { asNewVersionOf: planId })
    const { units } = await listPlanMembers(context(), as('U1'))
    expect(units).toEqual([
      { name: '市商务局', liaisons: ['U3', 'U2'] },
      { name: '江城海关', liaisons: [] },
    ])
  })

  test('a target that is counted in another unit is another target: its measurements are not misread', async () => {
    const { planId } = await importPlan(context(), as('U1'), samplePlan(), fresh)
    const data = samplePlan()
    const changed = { ...data, targets: data.targets.map((target) => ({ ...target, unit: '万元' })) }
    await importPlan(context(), as('U1'), changed, { asNewVersionOf: planId })
    expect(await stored(planId)).toEqual(changed)
    expect(await database().client.target.count({ where: { retiredAt: { not: null } } })).toBe(2)
  })

  test('writes what was before and after into the audit trail', async () => {
    const { planId } = await importPlan(context(), as('U1'), samplePlan(), fresh)
    await importPlan(context(), as('U1'), renamed(), { asNewVersionOf: planId })
    const events = await database().transaction((tx) => listAudit(tx, 'T1', planId))
    expect(events.map(({ action, actor, before, after }) => ({ action, actor, before, after }))).toEqual([
      { action: 'plan.import', actor: 'U1', before: null, after: samplePlan() },
      { action: 'plan.import', actor: 'U1', before: samplePlan(), after: renamed() },
    ])
  })

  test('does the same request once', async () => {
    const actor = { ...as('U1'), requestKey: 'view:V1' }
    await importPlan(context(), actor, samplePlan(), fresh)
    await expect(importPlan(context(), actor, samplePlan(), fresh)).rejects.toMatchObject({ code: 'request.repeated' })
    expect(await database().transaction((tx) => listPlans(tx, 'T1'))).toHaveLength(1)
  })

  test('stores nothing when a task names a unit that the plan does not list', async () => {
    const data = samplePlan()
    const broken = { ...data, units: data.units.slice(1) }
    await expect(importPlan(context(), as('U1'), broken, fresh)).rejects.toMatchObject({ code: 'plan.unit_not_listed' })
    expect(await database().client.plan.count()).toBe(0)
  })

  test('a unit that is lead and participant of one task is its lead', async () => {
    const data = samplePlan()
    const [section] = data.sections
    section?.tasks[0]?.units.push({ name: '光谷', role: 'lead' })
    const { planId } = await importPlan(context(), as('U1'), data, fresh)
    const [task] = await database().transaction((tx) => listTasks(tx, planId))
    expect(task?.units.map(({ name, role }) => ({ name, role }))).toEqual([
      { name: '市商务局', role: 'lead' },
      { name: '光谷管委会', role: 'lead' },
    ])
  })
})

describeOnPostgres('importPlan in a race', (database) => {
  test('of two first importers one becomes admin and the other is refused', async () => {
    await database().transaction((tx) => ensureWorkspace(tx, { id: 'T1', name: '甲', at: now.toJSDate() }))
    const context: Context = { database: database(), now: () => now }
    const results = await Promise.allSettled(
      ['U1', 'U2', 'U3', 'U4'].map((user) =>
        importPlan(context, { ...as(user), requestKey: `view:${user}` }, samplePlan(), fresh),
      ),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await database().client.plan.count()).toBe(1)
  })
})

function withoutTaskOne(): PlanData {
  const data = samplePlan()
  return {
    ...data,
    sections: data.sections.map((section) => ({ ...section, tasks: section.tasks.filter((task) => task.no !== 1) })),
    units: data.units.filter((unit) => unit.name === '江城海关'),
    targets: data.targets.filter((target) => target.taskNo !== 1),
  }
}

/** The sample with one unit under a new name and its old one as an alias. */
function renamed(): PlanData {
  const data = samplePlan()
  const rename = (name: string) => (name === '光谷管委会' ? '光谷管理委员会' : name)
  return {
    ...data,
    sections: data.sections.map((section) => ({
      ...section,
      tasks: section.tasks.map((task) => ({
        ...task,
        units: task.units.map((unit) => ({ ...unit, name: rename(unit.name) })),
      })),
    })),
    units: data.units.map((unit) => ({
      name: rename(unit.name),
      aliases: unit.name === '光谷管委会' ? ['光谷管委会'] : unit.aliases,
    })),
  }
}
