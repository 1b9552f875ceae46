import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { cancelAction } from '../../../src/usecases/action/cancel-action.ts'
import { showAction } from '../../../src/usecases/action/list-actions.ts'
import { reportAction } from '../../../src/usecases/action/report-action.ts'
import { returnAction } from '../../../src/usecases/action/return-action.ts'
import { verifyAction } from '../../../src/usecases/action/verify-action.ts'
import { showIssue } from '../../../src/usecases/issue/list-issues.ts'
import { describeOnPostgres } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const rounds = 10
const rules = { text: '制定验收标准', owner: '市商务局', dueOn: '2024-07-12' }

describeOnPostgres('actions settled at once', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  const count = async (action: string) =>
    (await database().transaction((tx) => listAudit(tx, 'T1', 1))).filter((line) => line.action === action).length

  /** An issue with so many reported actions; gives their numbers. */
  const reported = async (title: string, actions: number) => {
    const no = await raised(world, as(people.lead), title)
    const numbers = await decided(world, as(people.convener), no, Array(actions).fill(rules))
    for (const action of numbers) await reportAction(world, as(people.lead), action, '已办')
    return { no, numbers }
  }

  it('close their issue exactly once, whoever verifies the last of them', async () => {
    for (let round = 1; round <= rounds; round++) {
      const { no, numbers } = await reported(`第${round}个问题`, 3)
      const settled = await Promise.all(
        numbers.map((action, index) => verifyAction(world, as(index % 2 ? people.admin : people.convener), action)),
      )
      expect(settled.map(({ issue }) => issue).sort()).toEqual(['closed', 'unchanged', 'unchanged'])
      expect((await showIssue(world, as(people.lead), no)).state).toBe('closed')
      expect(await count('issue.close')).toBe(round)
    }
  })

  it('close it where one is verified and the last is cancelled meanwhile', async () => {
    for (let round = 1; round <= rounds; round++) {
      const { no, numbers } = await reported(`第${round}个问题`, 2)
      const [first = 0, second = 0] = numbers
      const settled = await Promise.all([
        verifyAction(world, as(people.convener), first),
        cancelAction(world, as(people.admin), second, '不再需要'),
      ])
      expect(settled.map(({ issue }) => issue).sort()).toEqual(['closed', 'unchanged'])
      expect((await showIssue(world, as(people.lead), no)).state).toBe('closed')
    }
  })

  it('are settled by one of two people, and the second is told', async () => {
    for (let round = 1; round <= rounds; round++) {
      const { numbers } = await reported(`第${round}个问题`, 1)
      const [action = 0] = numbers
      const outcomes = await Promise.allSettled([
        verifyAction(world, as(people.convener), action),
        returnAction(world, as(people.admin), action, '请补充'),
      ])
      const refused = outcomes.filter((one) => one.status === 'rejected')
      expect(refused).toHaveLength(1)
      expect(refused[0]?.reason).toMatchObject({ code: 'action.not_possible' })
    }
  })

  it('keep every report of two liaisons in the trail', async () => {
    const { numbers } = await reported('两人同时报', 1)
    const [action = 0] = numbers
    await Promise.all(['甲', '乙', '丙'].map((text) => reportAction(world, as(people.lead), action, text)))
    const { action: shown, trail } = await showAction(world, as(people.lead), action)
    expect(trail.map(({ text }) => text).toSorted()).toEqual(['已办', '甲', '乙', '丙'].toSorted())
    expect(trail.at(-1)?.text).toBe(shown.evidence)
  })
})
