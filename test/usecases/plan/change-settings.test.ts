import { beforeEach, expect, test } from 'vitest'
import { defaultSettings, planSettings } from '../../../src/domain/plan-settings.ts'
import {
  changeSettings,
  openSettings,
  previewSettings,
  showSettings,
} from '../../../src/usecases/plan/change-settings.ts'
import { exportPlan } from '../../../src/usecases/plan/export-plan.ts'
import { fileReport } from '../../../src/usecases/report/file-report.ts'
import { describeOnEachDatabase, describeOnPostgres } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const quarterly = planSettings.parse({ reporting: { cadence: 'quarter' } })

describeOnEachDatabase('the settings of a plan', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })
  const change = (after = quarterly, before = defaultSettings) =>
    changeSettings(world, as(people.convener), before, after)

  test('everybody sees them, the office alone changes them', async () => {
    expect(await showSettings(world, as(people.lead))).toMatchObject({
      settings: defaultSettings,
      usual: true,
      mayChange: false,
      running: [{ key: '2024H1', dueOn: '2024-07-12' }],
      next: { key: '2024H2' },
    })
    expect(await showSettings(world, as(people.convener))).toMatchObject({ mayChange: true })
    for (const person of [people.lead, people.leader]) {
      await expect(openSettings(world, as(person))).rejects.toMatchObject({ code: 'access.role_needed' })
      const refused = changeSettings(world, as(person), defaultSettings, quarterly)
      await expect(refused).rejects.toMatchObject({ code: 'access.role_needed' })
    }
  })

  test('a preview tells from when a change holds, and saves nothing', async () => {
    const preview = await previewSettings(world, as(people.convener), { cadence: '季度', blue: '2' })
    expect(preview.asking).toMatchObject({ first: { key: '2024Q3' }, kept: [{ key: '2024H1' }] })
    const slips = await previewSettings(world, as(people.convener), { blue: '2' })
    expect(slips).toMatchObject({ asking: null, after: { slipDays: { blue: 2, yellow: 4, red: 9 } } })
    await expect(previewSettings(world, as(people.convener), {})).rejects.toMatchObject({ code: 'settings.unchanged' })
    const wrong = previewSettings(world, as(people.convener), { due: '61' })
    await expect(wrong).rejects.toMatchObject({ code: 'settings.days_wrong' })
    expect((await showSettings(world, as(people.convener))).usual).toBe(true)
  })

  test('a period that was asked for stays as it was, though nobody reported in it yet', async () => {
    await change()
    world.clock.set('2024-09-20T09:00:00+08:00')
    const shown = await showSettings(world, as(people.convener))
    expect(shown.running.map(({ key }) => key)).toEqual(['2024Q3'])
    const periods = await database().client.reportingPeriod.findMany({ orderBy: { id: 'asc' } })
    expect(periods.map(({ key }) => key)).toEqual(['2024H1'])
  })

  test('a period that somebody reported in early stays, and the new ones begin after it', async () => {
    world.clock.set('2024-07-15T09:00:00+08:00')
    const report = {
      taskNo: 2,
      unitId: null,
      periodKey: '2024H2',
      status: 'done' as const,
      percent: 100,
      summary: '建成',
    }
    await fileReport(world, as(people.customs), report)
    const { asking } = await change()
    expect(asking?.first.key).toBe('2025Q1')
  })

  test('what changed meanwhile is not overwritten, and each change is in the audit trail', async () => {
    await change()
    await expect(change()).rejects.toMatchObject({ code: 'settings.changed_meanwhile' })
    await expect(change(quarterly, quarterly)).rejects.toMatchObject({ code: 'settings.unchanged' })
    const events = await database().client.auditEvent.findMany({ where: { action: 'plan.settings' } })
    expect(events).toMatchObject([
      {
        actor: people.convener,
        before: { reporting: { cadence: 'half_year' } },
        after: { reporting: { cadence: 'quarter' } },
      },
    ])
    expect(JSON.stringify(await exportPlan(world, as(people.admin)))).not.toContain('quarter')
  })
})

describeOnPostgres('the settings of a plan, changed by two at once', (database) => {
  test('are changed by one of them', async () => {
    const world = await setUpWorld(database())
    const monthly = planSettings.parse({ reporting: { cadence: 'month' } })
    const both = await Promise.allSettled([
      changeSettings(world, as(people.convener), defaultSettings, quarterly),
      changeSettings(world, as(people.admin), defaultSettings, monthly),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'settings.changed_meanwhile' },
    })
  })
})
