import { beforeEach, expect, it } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { reportAction } from '../../../src/usecases/action/report-action.ts'
import { verifyAction } from '../../../src/usecases/action/verify-action.ts'
import { exportLedger } from '../../../src/usecases/ledger/export-ledger.ts'
import { countCalls } from '../../support/count-calls.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('the ledgers', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  const convener = as(people.convener)
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  it('hold every issue and every action as they stand', async () => {
    const no = await raised(world, as(people.lead), '=1+1 花山港验收')
    await decided(world, convener, no, [
      { text: '制定标准', owner: '市商务局', helpers: ['江城海关'], dueOn: '2024-06-25', measure: '印发' },
      { text: '开通接口', owner: '江城海关', dueOn: '2024-06-26' },
    ])
    const later = await raised(world, as(people.customs), '另一件事情')
    await decided(world, convener, later, [], { outcome: 'deferred', text: '' })
    await reportAction(world, as(people.lead), 1, '已印发')
    world.clock.set('2024-06-28T09:00:00+08:00')
    await verifyAction(world, convener, 1)
    expect(await exportLedger(world, convener)).toEqual({
      planTitle: '江城市示范区建设实施方案',
      on: '2024-06-28',
      issues: [
        {
          no: 1,
          title: '=1+1 花山港验收',
          taskNo: 1,
          taskTitle: '引进企业',
          raisedOn: '2024-06-24',
          raisedUnit: '市商务局',
          units: ['市商务局', '光谷管委会'],
          severity: 3,
          state: 'in_action',
          carried: 0,
          mandatory: false,
          meetings: [],
          outcome: 'decided',
          outcomeText: '由市商务局统一标准',
          outcomeOn: '2024-06-24',
          closedOn: null,
        },
        expect.objectContaining({ no: 2, state: 'open', carried: 1, outcome: 'deferred', outcomeText: '' }),
      ],
      actions: [
        {
          no: 1,
          issueNo: 1,
          issueTitle: '=1+1 花山港验收',
          meetingNo: null,
          decidedOn: '2024-06-24',
          decision: '由市商务局统一标准',
          text: '制定标准',
          owner: '市商务局',
          coUnits: ['江城海关'],
          dueOn: '2024-06-25',
          measure: '印发',
          state: 'verified',
          overdue: false,
          evidence: '已印发',
          reportedOn: '2024-06-24',
          verifiedOn: '2024-06-28',
        },
        expect.objectContaining({ no: 2, state: 'open', overdue: true, evidence: '', verifiedOn: null }),
      ],
    })
  })

  it('take no more queries for many issues than for few', async () => {
    await decided(world, convener, await raised(world, as(people.lead)), [
      { text: '制定标准', owner: '市商务局', helpers: ['江城海关'], dueOn: '2024-06-25' },
    ])
    const few = await callsOf(database(), world)
    expect(few).toBeGreaterThanOrEqual(4)
    for (let count = 0; count < 8; count++) {
      const no = await raised(world, as(people.lead), `第${count}件事`)
      await decided(world, convener, no, [
        { text: '办', owner: '江城海关', helpers: ['市商务局'], dueOn: '2024-06-25' },
      ])
    }
    expect((await exportLedger(world, convener)).actions).toHaveLength(9)
    expect(await callsOf(database(), world)).toBe(few)
  })

  it('are the office’s and the leading group’s alone', async () => {
    for (const person of [people.convener, people.leader, people.admin])
      expect((await exportLedger(world, as(person))).issues).toEqual([])
    await expect(exportLedger(world, as(people.lead))).rejects.toMatchObject({ code: 'access.role_needed' })
    await expect(exportLedger(world, as(people.stranger))).rejects.toMatchObject({ code: 'access.not_a_member' })
  })
})

/** How often the store asks the database for one ledger. */
function callsOf(database: Database, world: Awaited<ReturnType<typeof setUpWorld>>): Promise<number> {
  return countCalls(database, (counted) => exportLedger({ ...world, database: counted }, as(people.convener)))
}
