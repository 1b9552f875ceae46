import { expect, test } from 'vitest'
import { noFixes } from '../../../src/domain/agenda/fixes.ts'
import { loadSource } from '../../../src/usecases/agenda/solve-meeting.ts'
import { reading } from '../../../src/usecases/context.ts'
import { countCalls } from '../../support/count-calls.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided } from '../../support/decided-issue.ts'
import { raise } from '../../support/meetings.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('what an agenda is computed from', (database) => {
  test('is read by as many queries for many issues and actions as for few', async () => {
    const world = await setUpWorld(database())
    const startsAt = world.now().plus({ days: 7 }).toJSDate()
    const seed = { id: null, no: 0, drafted: 0, version: 0, place: '', startsAt, minutes: 120 }
    let issues = 0
    const callsOf = () =>
      countCalls(database(), (counted) =>
        reading({ ...world, database: counted }, as(people.convener), 'agenda.draft', async (work) => {
          issues = (await loadSource(work, seed, noFixes)).wish.issues.length
        }),
      )
    const fill = async (from: number, until: number) => {
      for (let place = from; place < until; place++) {
        await raise(world, `第${place}件事`, { units: ['光谷管委会'] })
        const settled = await raise(world, `第${place}件旧事`)
        if (settled.kind !== 'raised') throw new Error('the issue was not raised')
        const action = { text: '出具办结单', owner: '江城海关', dueOn: '2024-06-25' }
        await decided(world, as(people.convener), settled.no, [action])
      }
    }
    await fill(0, 1)
    const few = await callsOf()
    expect(issues).toBe(1)
    await fill(1, 10)
    expect(await callsOf()).toBe(few)
    expect(issues).toBe(10)
  })
})
