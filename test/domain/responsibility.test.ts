import { expect, test } from 'vitest'
import { leadUnit, ledTasks, reportableTasks, reportingUnits } from '../../src/domain/responsibility.ts'

const listed = { no: 6, units: [1, 2, 3].map((id) => ({ id, role: 'participant' as const })) }
const named = {
  no: 2,
  units: [
    { id: 1, role: 'participant' as const },
    { id: 4, role: 'lead' as const },
  ],
}

test('the named lead leads, otherwise the first unit listed', () => {
  expect([listed, named, { no: 1, units: [] }].map(leadUnit)).toEqual([1, 4, null])
})

test('only a responsible unit reports; of a person’s several all are offered', () => {
  expect(reportingUnits(listed, [3, 1, 9])).toEqual([1, 3])
  expect(reportingUnits(listed, [4])).toEqual([])
  expect(reportableTasks([listed, named], [1])).toEqual([2, 6])
  expect(ledTasks([listed, named], [1])).toEqual([6])
  expect(ledTasks([listed, named], [2, 4])).toEqual([2])
})
