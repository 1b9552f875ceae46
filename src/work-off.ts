import { setTimeout as wait } from 'node:timers/promises'
import { chartPicture } from './documents/charts/chart-picture.ts'
import type { Log } from './log.ts'
import type { Watch } from './monitor/monitor.ts'
import type { Courier } from './outbox/courier.ts'
import { type DispatchLog, dispatchDue } from './outbox/dispatcher.ts'
import { createLeaseClock } from './outbox/lease-clock.ts'
import { jobs } from './schedule/jobs.ts'
import { runDueJobs } from './schedule/run-due-jobs.ts'
import type { SlackConnection } from './slack/connection/connect.ts'
import { createCourier } from './slack/delivery/deliver.ts'
import { createHomeRefresher } from './slack/home/refresh-homes.ts'
import type { Served } from './slack/installation/workspaces.ts'
import type { Locales } from './slack/locales.ts'
import { namesOf } from './slack/names.ts'
import type { Context } from './usecases/context.ts'
import { postDueDigests } from './usecases/digest/post-due-digests.ts'
import { callUpcomingItems } from './usecases/meeting/call-upcoming-items.ts'
import { draftDueAgendas } from './usecases/meeting/draft-due-agendas.ts'
import { draftMissingMinutes, type MinutesDrafting } from './usecases/minutes/draft-missing-minutes.ts'

/** What working off needs. */
type Surroundings = {
  context: Context
  slack: SlackConnection
  locales: Locales
  log: Log
  watch: Pick<Watch, 'beat' | 'courier'>
}

/** What goes out to one workspace. */
type Outward = { courier: Courier; refreshHomes: () => Promise<number>; draftMinutes: () => Promise<number> }

/** Works off what is due. */
export type WorkOff = {
  /**
   * Everything that is due now, in rounds until nothing is: jobs of the schedule, drafts, digests, calls, messages owed, App
   * Homes. One run at a time. What waits for the pace that Slack allows goes by itself when it may.
   */
  work(): Promise<void>
  /** The same, and waits some seconds for what waits for its pace alone. */
  flush(): Promise<void>
  /** From now on nothing goes by itself, and `work` is one round: what is left is there for the next start. */
  rest(): void
}

/** A flush waits so long at most: what a busy channel is owed beyond that goes by itself. */
const flushMilliseconds = 10_000

/** Makes what works off all that is due in the workspaces that are served. */
export function createWorkOff({ context, slack, locales, log, watch }: Surroundings): WorkOff {
  const outward = new WeakMap<Served, Outward>()
  const outwardTo = (workspace: Served): Outward => {
    const known = outward.get(workspace)
    if (known) return known
    const { id: workspaceId, client } = workspace
    const courier = watch.courier(createCourier(client, log, locales, chartPicture))
    const refreshHomes = createHomeRefresher({ context, client, locales, log, workspaceId })
    const drafting: MinutesDrafting = {
      namesOf: (userIds) => namesOf(client, userIds),
      tried: new Set(),
      failed: (err, meeting) => log.error({ err, meeting }, 'the minutes of a meeting were not drafted'),
    }
    const draftMinutes = () => draftMissingMinutes(context, workspaceId, drafting)
    const made = { courier, refreshHomes, draftMinutes }
    outward.set(workspace, made)
    return made
  }

  const leaseNow = createLeaseClock(context.now)

  const runJobs = () => runDueJobs(context, jobs, (err, job, planId) => log.error({ err, job, planId }, 'a job failed'))
  const draft = () =>
    draftDueAgendas(context, (err, meeting) => log.error({ err, meeting }, 'a due agenda was not drafted'))
  const inform = () =>
    postDueDigests(context, (err, subscription) => log.error({ err, subscription }, 'a due digest was not made'))
  const call = () =>
    callUpcomingItems(context, (err, meeting) => log.error({ err, meeting }, 'items of a meeting were not called'))
  const dispatchLog: DispatchLog = {
    gaveUp: (delivery, reason) => log.error({ delivery, reason }, 'a message was given up'),
    troubled: (trouble) => log.error(trouble, 'messages do not reach a place'),
  }

  let next: Date | null = null
  let timer: NodeJS.Timeout | undefined
  let resting = false
  const untilNext = () => (next === null ? null : Math.max(0, next.getTime() - context.now().toMillis()))

  const serve = async (workspace: Served) => {
    const { courier, refreshHomes, draftMinutes } = outwardTo(workspace)
    const drafted = await draftMinutes()
    const dispatched = await dispatchDue(context.database, workspace.id, context.now, courier, dispatchLog, leaseNow)
    const shown = await refreshHomes()
    watch.beat()
    return { ...dispatched, done: drafted + dispatched.tried + shown }
  }
  // Whatever fails keeps nothing else from being done: not the one part the other, not one workspace another.
  const round = async () => {
    const failures: unknown[] = []
    let total = 0
    for (const part of [runJobs, draft, inform, call])
      await part().then(
        (done) => {
          total += done
          watch.beat()
        },
        (error: unknown) => failures.push(error),
      )
    const waiting: number[] = []
    for (const one of await Promise.allSettled((await slack.served()).map(serve))) {
      if (one.status === 'rejected') failures.push(one.reason)
      else {
        total += one.value.done
        if (one.value.next !== null) waiting.push(one.value.next.getTime())
      }
    }
    if (failures.length > 0) throw failures[0]
    next = waiting.length === 0 ? null : new Date(Math.min(...waiting))
    return total
  }
  const goOn = () => {
    clearTimeout(timer)
    const milliseconds = untilNext()
    if (milliseconds === null || resting) return
    timer = setTimeout(() => work().catch((err) => log.error({ err }, 'working off what is due failed')), milliseconds)
    timer.unref()
  }
  const work = serialize(async () => {
    while ((await round()) > 0 && !resting);
    goOn()
  })
  return {
    work,
    async flush() {
      const begun = performance.now()
      for (;;) {
        await work()
        const milliseconds = untilNext()
        const left = flushMilliseconds - (performance.now() - begun)
        if (milliseconds === null || milliseconds > left) return
        await wait(milliseconds)
      }
    },
    rest() {
      resting = true
      clearTimeout(timer)
    },
  }
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
