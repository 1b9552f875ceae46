import { DateTime } from 'luxon'
import type { Database } from '../../src/db/database.ts'
import { ensureWorkspace } from '../../src/db/workspace-store.ts'
import { loadSeedPlan } from '../../src/seed/seed-plan.ts'
import type { Context } from '../../src/usecases/context.ts'
import { assignMembers } from '../../src/usecases/member/assign-members.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'
import { as, people } from '../support/world.ts'

const now = DateTime.fromISO('2024-06-24T09:00:00+08:00', { setZone: true })

/**
 * A workspace with the seeded plan (1 by its id) on 24 June 2024, in an empty database, with a person for every role; the
 * liaison is `people.lead`, of the unit that leads task 1.
 */
export async function installSeedPlan(database: Database): Promise<Context> {
  const context = { database, now: () => now }
  const plan = await loadSeedPlan()
  await database.transaction((tx) => ensureWorkspace(tx, { id: 'T1', name: '武汉', at: now.toJSDate() }))
  await importPlan(context, as(people.admin), plan, { asNewVersionOf: null })
  await assignMembers(context, as(people.admin), [
    { userId: people.convener, role: 'convener', unit: null },
    { userId: people.leader, role: 'leader', unit: null },
    { userId: people.lead, role: 'liaison', unit: plan.sections[0]?.tasks[0]?.units[0]?.name ?? null },
  ])
  return context
}
