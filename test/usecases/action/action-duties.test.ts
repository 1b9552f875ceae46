import { expect, it } from 'vitest'
import { actionDuties } from '../../../src/usecases/action/action-duties.ts'
import { askExtension } from '../../../src/usecases/action/ask-extension.ts'
import { cancelAction } from '../../../src/usecases/action/cancel-action.ts'
import { reportAction } from '../../../src/usecases/action/report-action.ts'
import { returnAction } from '../../../src/usecases/action/return-action.ts'
import { reading } from '../../../src/usecases/context.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { decided, raised } from '../../support/decided-issue.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

describeOnEachDatabase('duties about actions', (database) => {
  it('are told to owners and the office, each action once to its owner', async () => {
    const world = await setUpWorld(database())
    const no = await raised(world, as(people.lead))
    const action = (text: string, dueOn: string, owner = '市商务局') => ({ text, owner, dueOn, helpers: ['江城海关'] })
    await decided(world, as(people.convener), no, [
      action('将到期', '2024-07-03'),
      action('未到期', '2024-07-31'),
      action('已逾期', '2024-06-27'),
      action('被退回', '2024-06-27'),
      action('待核实', '2024-06-27'),
      action('要延期', '2024-07-02', '光谷管委会'),
      action('不要了', '2024-06-27'),
    ])
    for (const reported of [4, 5]) await reportAction(world, as(people.lead), reported, '已办')
    await returnAction(world, as(people.convener), 4, '请补充')
    await cancelAction(world, as(people.convener), 7, '不要了')
    await askExtension(world, as(people.participant), 6, '2024-08-01', '等待批复')
    world.clock.set('2024-07-01T09:00:00+08:00')
    const duties = await reading(world, as(people.admin), 'plan.show', actionDuties)
    const unitId = async (name: string) =>
      (await database().client.unit.findFirstOrThrow({ where: { name }, select: { id: true } })).id
    const numbers = (list: readonly { no: number }[] = []) => list.map((one) => one.no)
    const own = duties.byUnit.get(await unitId('市商务局'))
    expect(numbers(own?.dueSoon)).toEqual([1])
    expect(numbers(own?.overdue)).toEqual([3])
    expect(own?.returned).toMatchObject([{ no: 4, remark: '请补充', daysLate: 2, text: '被退回' }])
    const other = duties.byUnit.get(await unitId('光谷管委会'))
    expect(other).toMatchObject({ dueSoon: [{ no: 6, daysLeft: 1 }], overdue: [], returned: [] })
    expect(duties.byUnit.has(await unitId('江城海关'))).toBe(false)
    expect(numbers(duties.toVerify)).toEqual([5])
    expect(duties.wishes).toMatchObject([{ no: 6, wish: { dueOn: '2024-08-01', reason: '等待批复' } }])
    expect(numbers(duties.overdue)).toEqual([3, 4])
  })
})
