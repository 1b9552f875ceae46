import { showHome } from '../../src/usecases/home/show-home.ts'
import { as, people } from '../support/world.ts'
import { type BenchDatabase, onEachDatabase } from './databases.ts'
import { installSeedPlan } from './installation.ts'
import type { Bench, Finding } from './measure.ts'
import { sideBySide } from './side-by-side.ts'

const ROUNDS = 40
const roles = { liaison: people.lead, convener: people.convener, leader: people.leader, admin: people.admin }

/** What App Home reads when somebody opens it, beside the smallest thing a database can be asked. */
export const home: Bench = {
  name: 'home',
  limit:
    'one round trip to the database, were all that a person is shown one statement: 1 ×, and what that statement reads.',
  run: () => onEachDatabase(measure),
}

async function measure({ name, database, connection }: BenchDatabase): Promise<Finding[]> {
  const context = await installSeedPlan(database)
  const findings: Finding[] = []
  for (const [role, userId] of Object.entries(roles)) {
    const { own, times } = await sideBySide(
      ROUNDS,
      () => showHome(context, as(userId)),
      () => connection.query('SELECT 1'),
    )
    findings.push({ what: `App Home of a ${role}, ${name}`, value: own, unit: 'ms' })
    findings.push({ what: `App Home of a ${role}, round trips, ${name}`, value: times, unit: '×', atMost: 5 })
  }
  return findings
}
