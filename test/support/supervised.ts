import { DateTime } from 'luxon'
import { jobs } from '../../src/schedule/jobs.ts'
import { runDueJobs } from '../../src/schedule/run-due-jobs.ts'
import { fileReport } from '../../src/usecases/report/file-report.ts'
import { as, type setUpWorld } from './world.ts'

type World = Awaited<ReturnType<typeof setUpWorld>>

const briefing = jobs.filter((job) => job.name === 'daily-brief')
const failed = (error: unknown) => {
  throw error
}

/** Runs the daily job at a moment. */
export async function runAt(world: World, iso: string): Promise<void> {
  world.clock.set(iso)
  await runDueJobs(world, briefing, failed)
}

/** The days on which something owed on 12 July 2024 comes to another stage. */
const eventful = ['07-03', '07-11', '07-12', '07-15', '07-18', '07-25'].map((day) => `2024-${day}`)

/** Lets every day until that one pass, days off too, the job looking in at nine; `down` names days on which it does not. */
export async function passDays(world: World, until: string, down: (day: string) => boolean): Promise<void> {
  const end = DateTime.fromISO(`${until}T09:00:00+08:00`, { setZone: true })
  for (let at = world.now().plus({ days: 1 }).set({ hour: 9, minute: 0 }); at <= end; at = at.plus({ days: 1 }))
    if (!down(at.toFormat('yyyy-MM-dd'))) await runAt(world, at.toISO() ?? '')
}

/** As {@link passDays}, on that day and on those before it on which something of the first half-year happens. */
export async function reachDay(world: World, until: string): Promise<void> {
  await passDays(world, until, (day) => day !== until && !eventful.includes(day))
}

/** A unit's liaison files a report on a task for the first half of 2024. */
export async function fileFor(world: World, userId: string, taskNo: number): Promise<void> {
  const facts = { status: 'on_track' as const, percent: 50, summary: '按计划推进' }
  await fileReport(world, as(userId), { ...facts, taskNo, unitId: null, periodKey: '2024H1' })
}
