import { fileReport } from '../../src/usecases/report/file-report.ts'
import { as, people } from '../support/world.ts'
import { type BenchDatabase, onEachDatabase } from './databases.ts'
import { installSeedPlan } from './installation.ts'
import type { Bench, Finding } from './measure.ts'
import { fileByHand } from './report-by-hand.ts'
import { sideBySide } from './side-by-side.ts'

const ROUNDS = 60

/** One report stored, with its request and its line of the audit trail, beside what a program written for it alone would send. */
export const report: Bench = {
  name: 'report',
  limit:
    'a report needs its request, its version and its audit line written, and the plan, the person and the period looked ' +
    'up: 16 statements in one transaction by the driver itself, 1 ×.',
  run: () => onEachDatabase(measure),
}

async function measure({ name, database, connection }: BenchDatabase): Promise<Finding[]> {
  const context = await installSeedPlan(database)
  const facts = { status: 'on_track', percent: 50, summary: '已签约12家，绿色通道上线，其余事项按计划推进。' } as const
  const input = { taskNo: 1, unitId: null, periodKey: null, ...facts }
  let request = 0
  const actor = () => as(people.lead, { requestKey: `request/${request++}` })
  // The period is made when it is first spoken of; that is once in half a year.
  await fileReport(context, actor(), input)
  const { own, yardstick, times } = await sideBySide(
    ROUNDS,
    () => fileReport(context, actor(), input),
    () => fileByHand(connection, context, actor(), input),
  )
  return [
    { what: `one report, ${name}`, value: own, unit: 'ms' },
    { what: `by hand, ${name}`, value: yardstick, unit: 'ms' },
    { what: `one report, times by hand, ${name}`, value: times, unit: '×', atMost: 2 },
  ]
}
