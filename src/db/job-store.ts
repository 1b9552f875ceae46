import { DateTime } from 'luxon'
import { BELIEVED_AHEAD, dueAfterStep } from '../domain/clock-step.ts'
import type { Transaction } from './database.ts'
import { uninstalled } from './installation-store.ts'

/** A row of the ledger that is due; `missed` slots were passed over since the last one that was done. */
export type DueJob = { planId: number; workspaceId: string; job: string; nextRunAt: Date; missed: number }

/**
 * Gives every plan a row for each job, due next after `now` in the plan's zone; and where the clock was wrong by more than a
 * week when a row was written, lets it be due by the clock as it is.
 */
export async function ensureJobs(
  tx: Transaction,
  jobs: readonly { name: string; next: (after: DateTime) => DateTime }[],
  now: DateTime,
): Promise<void> {
  const believed = now.plus(BELIEVED_AHEAD).toJSDate()
  const names = jobs.map(({ name }) => name)
  const rows = await tx.$queryRaw<Unsettled[]>`
    SELECT plan."id" AS "planId", plan."zone", name AS "job", slot."nextRunAt", slot."lastSlot"
    FROM "Plan" plan CROSS JOIN unnest(${names}::text[]) AS name
      LEFT JOIN "JobSlot" slot ON slot."planId" = plan."id" AND slot."job" = name
    WHERE slot."planId" IS NULL OR slot."nextRunAt" > ${believed}`
  const made = []
  for (const { planId, zone, job, nextRunAt, lastSlot } of rows) {
    const next = jobs.find(({ name }) => name === job)?.next
    if (!next) continue
    const local = now.setZone(zone)
    const due = dueAfterStep(next, lastSlot && DateTime.fromJSDate(lastSlot, { zone }), local).toJSDate()
    if (nextRunAt === null) made.push({ planId, job, nextRunAt: due })
    else if (due < nextRunAt)
      await tx.jobSlot.updateMany({ where: { planId, job, nextRunAt }, data: { nextRunAt: due } })
  }
  if (made.length > 0) await tx.jobSlot.createMany({ data: made, skipDuplicates: true })
}

/** A job without a row (`nextRunAt` null), or one that is due later than usual. */
type Unsettled = { planId: number; zone: string; job: string; nextRunAt: Date | null; lastSlot: Date | null }

/**
 * Claims the row that is due longest until the transaction ends; rows another process works on, those in `except`, and
 * those of workspaces that uninstalled the bot are passed over.
 */
export async function claimDueJob(
  tx: Transaction,
  names: readonly string[],
  now: Date,
  except: readonly Pick<DueJob, 'planId' | 'job'>[],
): Promise<DueJob | null> {
  const passed = except.map((row) => `${row.planId}/${row.job}`)
  const [row] = await tx.$queryRaw<DueJob[]>`
    SELECT slot."planId", plan."workspaceId", slot."job", slot."nextRunAt", slot."missed"
    FROM "JobSlot" slot JOIN "Plan" plan ON plan."id" = slot."planId"
    WHERE slot."nextRunAt" <= ${now} AND slot."job" = ANY(${[...names]})
      AND plan."workspaceId" NOT IN (${uninstalled})
      AND NOT (slot."planId" || '/' || slot."job") = ANY(${passed})
    ORDER BY slot."nextRunAt" LIMIT 1 FOR UPDATE OF slot SKIP LOCKED`
  return row ?? null
}

/** Writes down the slot that was done, or passed over (no `doneAt`), and when the job is due next. */
export async function advanceJob(
  tx: Transaction,
  { planId, job }: Pick<DueJob, 'planId' | 'job'>,
  done: { lastSlot: Date; nextRunAt: Date; doneAt?: Date; missed: number },
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
