import type { DateTime } from 'luxon'
import type { Transaction } from './database.ts'

/** A row of the ledger that is due. */
export type DueJob = { planId: number; workspaceId: string; job: string; nextRunAt: Date }

/** Gives every plan a row for each job, due next after `now` in the plan's zone. */
export async function ensureJobs(
  tx: Transaction,
  jobs: readonly { name: string; next: (after: DateTime) => DateTime }[],
  now: DateTime,
): Promise<void> {
  for (const job of jobs) {
    const plans = await tx.plan.findMany({
      where: { jobs: { none: { job: job.name } } },
      select: { id: true, zone: true },
    })
    const rows = plans.map((plan) => ({
      planId: plan.id,
      job: job.name,
      nextRunAt: job.next(now.setZone(plan.zone)).toJSDate(),
    }))
    if (rows.length > 0) await tx.jobSlot.createMany({ data: rows, skipDuplicates: true })
  }
}

/**
 * Claims the row that is due longest until the transaction ends; rows another process works on, and those in `except`,
 * are passed over.
 */
export async function claimDueJob(
  tx: Transaction,
  names: readonly string[],
  now: Date,
  except: readonly Pick<DueJob, 'planId' | 'job'>[],
): Promise<DueJob | null> {
  const passed = except.map((row) => `${row.planId}/${row.job}`)
  const [row] = await tx.$queryRaw<DueJob[]>`
    SELECT slot."planId", plan."workspaceId", slot."job", slot."nextRunAt"
    FROM "JobSlot" slot JOIN "Plan" plan ON plan."id" = slot."planId"
    WHERE slot."nextRunAt" <= ${now} AND slot."job" = ANY(${[...names]})
      AND NOT (slot."planId" || '/' || slot."job") = ANY(${passed})
    ORDER BY slot."nextRunAt" LIMIT 1 FOR UPDATE OF slot SKIP LOCKED`
  return row ?? null
}

/** Writes down the slot that was done and when the job is due next. */
export async function advanceJob(
  tx: Transaction,
  { planId, job }: Pick<DueJob, 'planId' | 'job'>,
  done: { lastSlot: Date; nextRunAt: Date; doneAt: Date; missed: number },
): Promise<void> {
  await tx.jobSlot.update({ where: { planId_job: { planId, job } }, data: done })
}

/** The jobs of a plan that should have run before an instant, the latest first. */
export async function listLateJobs(
  tx: Transaction,
  planId: number,
  before: Date,
): Promise<{ job: string; nextRunAt: Date }[]> {
  return tx.jobSlot.findMany({
    where: { planId, nextRunAt: { lt: before } },
    orderBy: { nextRunAt: 'asc' },
    select: { job: true, nextRunAt: true },
  })
}
