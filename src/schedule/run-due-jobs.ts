import { DateTime } from 'luxon'
import type { Transaction } from '../db/database.ts'
import { advanceJob, claimDueJob, ensureJobs } from '../db/job-store.ts'
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
 * run, for the latest of them. Returns how many ran.
 */
export async function runDueJobs(context: Context, jobs: readonly Job[]): Promise<number> {
  await context.database.transaction((tx) => ensureJobs(tx, jobs, context.now()))
  let ran = 0
  while (await runOne(context, jobs)) ran += 1
  return ran
}

async function runOne(context: Context, jobs: readonly Job[]): Promise<boolean> {
  return context.database.transaction(async (tx) => {
    const now = context.now()
    const due = await claimDueJob(
      tx,
      jobs.map((job) => job.name),
      now.toJSDate(),
    )
    const job = jobs.find((candidate) => candidate.name === due?.job)
    if (!due || !job) return false
    const plan = await findPlan(tx, due.workspaceId, due.planId)
    if (!plan) return false
    const local = now.setZone(plan.zone)
    const { slot, next, missed } = latestSlot(job, due.nextRunAt, local)
    await job.run(tx, plan, slot, local, missed)
    await advanceJob(tx, due, { lastSlot: slot.toJSDate(), nextRunAt: next.toJSDate(), doneAt: now.toJSDate(), missed })
    return true
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
