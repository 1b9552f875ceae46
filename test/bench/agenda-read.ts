import type { SqlConnection } from '../../src/db/engine.ts'
import { noFixes } from '../../src/domain/agenda/fixes.ts'
import { loadSource } from '../../src/usecases/agenda/solve-meeting.ts'
import { reading } from '../../src/usecases/context.ts'
import { as, people } from '../support/world.ts'
import { fillBacklog } from './backlog.ts'
import { type BenchDatabase, onEachDatabase } from './databases.ts'
import { installSeedPlan } from './installation.ts'
import type { Bench, Finding } from './measure.ts'
import { sideBySide } from './side-by-side.ts'

const ROUNDS = 15
const all = 100_000

/** Reading what an agenda is computed from, beside one query for its issues. */
export const agendaRead: Bench = {
  name: 'agenda-read',
  limit:
    'every open issue is read once, with its units: 1 × one query for them. The closed ones need not be looked at.',
  run: () => onEachDatabase(measure),
}

async function measure({ name, database, connection }: BenchDatabase): Promise<Finding[]> {
  const context = await installSeedPlan(database)
  const startsAt = context.now().plus({ days: 7 }).toJSDate()
  const meeting = { id: null, no: 0, drafted: 0, version: 0, place: '', startsAt, minutes: 120 }
  const load = () => reading(context, as(people.convener), 'agenda.draft', (work) => loadSource(work, meeting, noFixes))
  const time = async (open: number, closed: number) => {
    await fillBacklog(connection, { open, closed })
    return sideBySide(ROUNDS, load, () => readBacklog(connection))
  }
  const few = await time(200, 800)
  const many = await time(200, all - 200)
  const open = await time(10_000, all - 10_000)
  return [
    { what: `200 open of ${all}, ${name}`, value: many.own, unit: 'ms' },
    { what: `200 open of ${all}, times one query, ${name}`, value: many.times, unit: '×', atMost: 3 },
    { what: `200 open of ${all}, times of 1000, ${name}`, value: many.own / few.own, unit: '×', atMost: 1.2 },
    { what: `10000 open of ${all}, ${name}`, value: open.own, unit: 'ms' },
    { what: `10000 open of ${all}, times one query, ${name}`, value: open.times, unit: '×', atMost: 3 },
  ]
}

/** The open issues with their units, in one query. */
async function readBacklog({ query }: SqlConnection): Promise<void> {
  await query(`
    SELECT issue.*, task."no" AS "taskNo", task."title" AS "taskTitle", raised."name" AS "raisedUnit",
      (SELECT json_agg(json_build_object('id', unit."id", 'name', unit."name", 'nameEn', unit."nameEn") ORDER BY unit."position")
        FROM "IssueUnit" one JOIN "Unit" unit ON unit."id" = one."unitId" WHERE one."issueId" = issue."id") AS "units"
    FROM "Issue" issue LEFT JOIN "Task" task ON task."id" = issue."taskId"
      LEFT JOIN "Unit" raised ON raised."id" = issue."raisedUnitId"
    WHERE issue."planId" = 1 AND issue."state" = 'open' ORDER BY issue."no"`)
}
