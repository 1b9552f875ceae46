import { DateTime } from 'luxon'
import type { Transaction } from '../db/database.ts'
import { advanceJob, claimDueJob, type DueJob, ensureJobs } from '../db/job-store.ts'
import { findPlan, type PlanRow } from '../db/plan-store.ts'
import type { Context } from '../usecases/context.ts'

/**
 * A periodic job of every plan: when it is due next after an instant, and what it does for a slot, in one transaction;
 * `missed` slots before this one are caught up with it.
 */
export type Job = {
  name: string
  next: (after: DateTime) => DateTime
  run: (tx: Transaction, plan: PlanRow, slot: DateTime, now: DateTime, missed: number) => Promise<void>
}

/**
 * Runs every job that is due: claims the ledger's row, does the work and advances the row in one transaction, so a slot
 * is done once however many processes try and wherever one dies. Slots missed during downtime are caught up with one
 * run, for the latest of them. A job that fails is told to `failed` and stays due, and does not keep the others from
 * running. Returns how many ran.
 */
export async function runDueJobs(
  context: Context,
  jobs: readonly Job[],
  failed: (error: unknown, job: string, planId: number) => void,
): Promise<number> {
  await context.database.transaction((tx) => ensureJobs(tx, jobs, context.now()))
  const tried: DueJob[] = []
  let ran = 0
  for (;;) {
    const before = tried.length
    try {
      await runNext(context, jobs, tried)
      if (tried.length === before) return ran
      ran += 1
    } catch (error) {
      const last = tried.at(-1)
      if (!last || tried.length === before) throw error
      failed(error, last.job, last.planId)
    }
  }
}

/** Runs the job due longest among those not tried in this round, and notes it in `tried` before it begins. */
async function runNext(context: Context, jobs: readonly Job[], tried: DueJob[]): Promise<void> {
  const before = tried.length
  await context.database.transaction(async (tx) => {
    tried.length = before
    const now = context.now()
    const names = jobs.map((job) => job.name)
    const due = await claimDueJob(tx, names, now.toJSDate(), tried)
    const job = jobs.find((candidate) => candidate.name === due?.job)
    if (!due || !job) return
    tried.push(due)
    const plan = await findPlan(tx, due.workspaceId, due.planId)
    if (!plan) return
    const local = now.setZone(plan.zone)
    const { slot, next, missed } = latestSlot(job, due.nextRunAt, local)
    await job.run(tx, plan, slot, local, missed)
    await advanceJob(tx, due, { lastSlot: slot.toJSDate(), nextRunAt: next.toJSDate(), doneAt: now.toJSDate(), missed })
  })
}

function latestSlot(job: Job, due: Date, now: DateTime): { slot: DateTime; next: DateTime; missed: number } {
  let slot: DateTime = DateTime.fromJSDate(due, { zone: now.zone })
  let missed = 0
  for (let next = job.next(slot); ; next = job.next(next)) {
    if (next > now) return { slot, next, missed }
    slot = next
    missed += 1
  }
}
