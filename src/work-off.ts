import { chartPicture } from './documents/charts/chart-picture.ts'
import type { Log } from './log.ts'
import type { Watch } from './monitor/monitor.ts'
import { type Courier, dispatchDue } from './outbox/dispatcher.ts'
import { jobs } from './schedule/jobs.ts'
import { runDueJobs } from './schedule/run-due-jobs.ts'
import type { SlackConnection } from './slack/connect.ts'
import { createCourier } from './slack/deliver.ts'
import { createHomeRefresher } from './slack/home/refresh-homes.ts'
import type { Served } from './slack/installation/workspaces.ts'
import type { Locales } from './slack/locales.ts'
import type { Context } from './usecases/context.ts'
import { postDueDigests } from './usecases/digest/post-due-digests.ts'
import { callUpcomingItems } from './usecases/meeting/call-upcoming-items.ts'
import { draftDueAgendas } from './usecases/meeting/draft-due-agendas.ts'

/** What working off needs. */
type Surroundings = {
  context: Context
  slack: SlackConnection
  locales: Locales
  log: Log
  watch: Pick<Watch, 'beat' | 'courier'>
}

/** What goes out to one workspace. */
type Outward = { courier: Courier; refreshHomes: () => Promise<number> }

/**
 * The function that does everything due, in rounds until nothing is: jobs of the schedule, drafts, digests, calls, messages
 * owed, App Homes. One run at a time.
 */
export function createWorkOff({ context, slack, locales, log, watch }: Surroundings): () => Promise<void> {
  const outward = new WeakMap<Served, Outward>()
  const outwardTo = (workspace: Served): Outward => {
    const known = outward.get(workspace)
    if (known) return known
    const { id: workspaceId, client } = workspace
    const courier = watch.courier(createCourier(client, log, locales, chartPicture))
    const refreshHomes = createHomeRefresher({ context, client, locales, log, workspaceId })
    const made = { courier, refreshHomes }
    outward.set(workspace, made)
    return made
  }

  const runJobs = () => runDueJobs(context, jobs, (err, job, planId) => log.error({ err, job, planId }, 'a job failed'))
  const draft = () =>
    draftDueAgendas(context, (err, meeting) => log.error({ err, meeting }, 'a due agenda was not drafted'))
  const inform = () =>
    postDueDigests(context, (err, subscription) => log.error({ err, subscription }, 'a due digest was not made'))
  const call = () =>
    callUpcomingItems(context, (err, meeting) => log.error({ err, meeting }, 'items of a meeting were not called'))
  const gaveUp = (delivery: number, reason: string) => log.error({ delivery, reason }, 'a message was given up')

  const round = async () => {
    let done = (await runJobs()) + (await draft()) + (await inform()) + (await call())
    watch.beat()
    for (const workspace of await slack.served()) {
      const { courier, refreshHomes } = outwardTo(workspace)
      done += await dispatchDue(context.database, workspace.id, context.now, courier, gaveUp)
      done += await refreshHomes()
      watch.beat()
    }
    return done
  }
  return serialize(async () => {
    while ((await round()) > 0);
  })
}

/** One run at a time: a call during a run waits for it and then runs again, so it sees what happened meanwhile. */
function serialize(run: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  return () => {
    waiting ??= last
      .catch(() => undefined)
      .then(() => {
        waiting = null
        last = run()
        return last
      })
    return waiting
  }
}
