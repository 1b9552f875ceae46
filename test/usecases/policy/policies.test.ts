import { beforeEach, expect, it } from 'vitest'
import { listAudit } from '../../../src/db/audit-store.ts'
import { listPolicies as list } from '../../../src/db/policy-store.ts'
import { addPolicy } from '../../../src/usecases/policy/add-policy.ts'
import { openPolicy } from '../../../src/usecases/policy/find-policy.ts'
import { listPolicies } from '../../../src/usecases/policy/list-policies.ts'
import { removePolicy } from '../../../src/usecases/policy/remove-policy.ts'
import { describeOnEachDatabase } from '../../support/database.ts'
import { as, people, setUpWorld } from '../../support/world.ts'

const refusal = (code: string) => expect.objectContaining({ code })
const facts = {
  title: '关于促进进口的若干措施',
  documentNo: '江政办[2024]12号',
  issuedOn: '2024-05-10',
  link: 'https://example.org/a',
}

describeOnEachDatabase('supporting policies', (database) => {
  let world: Awaited<ReturnType<typeof setUpWorld>>
  beforeEach(async () => {
    world = await setUpWorld(database())
  })

  const add = (userId: string, taskNo: number, more: Partial<typeof facts> = {}) =>
    addPolicy(world, as(userId), { ...facts, taskNo, unitId: null, ...more })
  const remove = (userId: string, named: string, taskNo = 2) =>
    removePolicy(world, as(userId), { taskNo, named }, '已被新文件代替')

  it('are kept by a unit that is responsible, or by the office', async () => {
    expect(await add(people.customs, 2)).toMatchObject({
      documentNo: '江政办〔2024〕12号',
      unit: '江城海关',
      taskNo: 2,
    })
    await add(people.convener, 1)
    await expect(add(people.lead, 2)).rejects.toThrow(refusal('task.not_yours'))
    await expect(add(people.leader, 2)).rejects.toThrow(refusal('access.role_needed'))
    await expect(add(people.customs, 2, { issuedOn: '2024-06-25' })).rejects.toThrow(refusal('policy.day_in_future'))
    const seen = async (userId: string, taskNo: number | null) =>
      (await listPolicies(world, as(userId), taskNo)).policies.map((one) => [one.taskNo, one.unit, one.mayKeep])
    expect(await seen(people.customs, null)).toEqual([[2, '江城海关', true]])
    expect(await seen(people.leader, null)).toEqual([
      [1, '市商务局', false],
      [2, '江城海关', false],
    ])
    expect(await seen(people.lead, 2)).toEqual([[2, '江城海关', false]])
  })

  it('stand once for a task', async () => {
    await add(people.customs, 2)
    await expect(add(people.customs, 2, { title: '另一题', documentNo: '江政办（2024）12号' })).rejects.toThrow(
      refusal('policy.there'),
    )
    await add(people.customs, 3)
    await add(people.customs, 2, { documentNo: '' })
    await expect(add(people.customs, 2, { documentNo: '', issuedOn: '2024-05-11' })).rejects.toThrow(
      refusal('policy.there'),
    )
  })

  it('are removed by number or title with a reason; the record stays', async () => {
    await add(people.customs, 2)
    await add(people.customs, 2, { title: '通知', documentNo: '' })
    await expect(remove(people.lead, '江政办〔2024〕12号')).rejects.toThrow(refusal('policy.not_yours'))
    await expect(openPolicy(world, as(people.lead), { taskNo: 2, named: '通知' })).rejects.toThrow(
      refusal('policy.not_yours'),
    )
    await expect(remove(people.customs, '江政办〔2024〕13号')).rejects.toThrow(refusal('policy.unknown'))
    const { policy } = await openPolicy(world, as(people.customs), { taskNo: 2, named: '《通知》' })
    await remove(people.customs, '江政办(2024)12号')
    await removePolicy(world, as(people.convener), { id: policy.id }, '重复')
    await expect(removePolicy(world, as(people.convener), { id: policy.id }, '重复')).rejects.toThrow(
      refusal('policy.gone'),
    )
    expect((await listPolicies(world, as(people.customs), 2)).policies).toEqual([])
    const trail = await database().transaction((tx) => listAudit(tx, 'T1', 1))
    expect(trail.at(-2)).toMatchObject({
      action: 'policy.remove',
      before: { title: facts.title },
      after: { text: '已被新文件代替' },
    })
    await add(people.customs, 2)
  })

  it('are listed by the days they were issued', async () => {
    await add(people.customs, 2)
    await add(people.customs, 2, { documentNo: '江政办〔2024〕13号', issuedOn: '2024-06-10' })
    const found = async (filter: Parameters<typeof list>[2]) =>
      (await database().transaction((tx) => list(tx, 1, filter))).map(({ documentNo }) => documentNo.slice(-3))
    expect(await found({ issuedFrom: '2024-05-10', issuedUntil: '2024-06-09' })).toEqual(['12号'])
    expect(await found({ issuedFrom: '2024-06-10' })).toEqual(['13号'])
    const at = world.now().toJSDate()
    expect(await found({ enteredFrom: at })).toHaveLength(2)
    expect(await found({ enteredBefore: at })).toEqual([])
  })
})
