import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { listPeriods } from '../../src/db/period-store.ts'
import { parsePeriod } from '../../src/domain/reporting-period.ts'
import { engines, openOlder } from '../support/older-database.ts'

const at = "'2024-06-20T01:00:00Z'"
const rows = `
  INSERT INTO "Workspace" ("id", "name", "createdAt") VALUES ('T1', '江城', ${at});
  INSERT INTO "Plan" ("workspaceId", "title", "language", "zone", "leadingChannel", "createdAt")
    VALUES ('T1', '甲方案', 'zh-CN', 'Asia/Shanghai', 'CLEADING', ${at}), ('T1', '乙方案', 'en', 'Asia/Shanghai', NULL, ${at});
  INSERT INTO "JobSlot" ("planId", "job", "nextRunAt")
    VALUES (1, 'weekly-digest', '2024-06-24T01:00:00Z'), (1, 'daily-brief', ${at}), (2, 'weekly-digest', ${at});
  INSERT INTO "ReportingPeriod" ("planId", "key", "startsOn", "endsOn", "dueOn")
    VALUES (1, '2024H1', '2024-01-01', '2024-06-30', '2024-07-12');`

describe.each(engines)('an installation before supervision, migrated on %s', (_, open) => {
  let database: Database
  beforeEach(async () => {
    database = await openOlder(open, 4, rows)
  })
  afterEach(() => database.close())

  it('goes on with the weekly digest of the leading channel as a subscription, due when it was', async () => {
    const { client } = database
    expect(await client.digestSubscription.findMany()).toMatchObject([
      {
        planId: 1,
        place: 'CLEADING',
        cadence: 'weekly',
        language: 'zh-CN',
        nextRunAt: new Date('2024-06-24T01:00:00Z'),
      },
    ])
    expect((await client.jobSlot.findMany()).map((slot) => slot.job)).toEqual(['daily-brief'])
  })

  it('asks for its periods from the day it asked before', async () => {
    const periods = await database.transaction((tx) => listPeriods(tx, 1))
    expect(periods).toMatchObject([{ ...parsePeriod('2024H1'), closedAt: null }])
  })

  it('holds one pause of a task at a time, and none of both a task and a period', async () => {
    const { client } = database
    const period = await client.reportingPeriod.findFirstOrThrow()
    const pause = { planId: 1, reason: '政策调整', startedBy: 'UADMIN', startedAt: new Date('2024-07-01T01:00:00Z') }
    await client.pause.create({ data: { ...pause, periodId: period.id } })
    await expect(client.pause.create({ data: { ...pause, periodId: period.id } })).rejects.toMatchObject({
      code: 'P2002',
    })
    await expect(client.pause.create({ data: pause })).rejects.toThrow()
  })
})
