import { DateTime } from 'luxon'
import { appendAudit } from '../db/audit-store.ts'
import type { Transaction } from '../db/database.ts'
import { advanceJob, claimDueJob, type DueJob, ensureJobs } from '../db/job-store.ts'
import { findPlan, type PlanRow } from '../db/plan-store.ts'
import type { Context } from '../usecases/context.ts'

/** Who did it, in the audit trail, where no person did. */
const scheduleActor = 'schedule'

/**
 * A periodic job of every plan: when it is due next after an instant, and what it does for a slot, in one transaction;
 * `missed` slots before this one are caught up with it. A slot that is not timely any more is passed over: it counts as
 * missed, and the next one tells it.
 */
export type Job = {
  name: string
  next: (after: DateTime) => DateTime
  isTimely?: (slot: DateTime, now: DateTime) => boolean
  run: (tx: Transaction, plan: PlanRow, slot: DateTime, now: DateTime, missed: number) => Promise<void>
}

/**
 * Runs every job that is due: claims the ledger's row, does the work and advances the row in one transaction, so a slot
 * is done once however many processes try and wherever one dies. Slots missed during downtime are caught up with one
 * run, for the latest of them, and the audit trail says so. A job that fails is told to `failed` and stays due, and does not keep the others from
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
    const { slot, next, passed } = latestSlot(job, due.nextRunAt, local)
    const missed = due.missed + passed
    const timely = job.isTimely?.(slot, local) ?? true
    if (timely) {
      await job.run(tx, plan, slot, local, missed)
      if (missed > 0) await traceCatchUp(tx, plan, job, slot, local, missed)
    }
    await advanceJob(tx, due, {
      lastSlot: slot.toJSDate(),
      nextRunAt: next.toJSDate(),
      missed: timely ? 0 : missed + 1,
      ...(timely ? { doneAt: now.toJSDate() } : {}),
    })
  })
}

async function traceCatchUp(tx: Transaction, plan: PlanRow, job: Job, slot: DateTime, now: DateTime, missed: number) {
  await appendAudit(tx, {
    workspaceId: plan.workspaceId,
    planId: plan.id,
    userId: scheduleActor,
    at: now.toJSDate(),
    action: 'schedule.catch_up',
    subject: `job/${job.name}`,
    before: null,
    after: { slot: slot.toISO(), missed },
  })
}

function latestSlot(job: Job, due: Date, now: DateTime): { slot: DateTime; next: DateTime; passed: number } {
  let slot: DateTime = DateTime.fromJSDate(due, { zone: now.zone })
  let passed = 0
  for (let next = job.next(slot); ; next = job.next(next)) {
    if (next > now) return { slot, next, passed }
    slot = next
    passed += 1
  }
}
