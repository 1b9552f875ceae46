import type { SqlConnection } from '../../src/db/engine.ts'
import type { Actor, Context } from '../../src/usecases/context.ts'
import type { ReportInput } from '../../src/usecases/report/file-report.ts'

type Row = Record<string, unknown>

/**
 * What filing a report asks and stores, as somebody would write it by hand for this alone: one statement a question, in one
 * transaction. It must read, hold and write what `fileReport` does; the rules between the statements are left out.
 */
export async function fileByHand(
  { query }: SqlConnection,
  { now }: Context,
  { workspaceId, userId, requestKey }: Actor,
  { taskNo, status, percent, summary }: ReportInput,
): Promise<void> {
  const at = now().toJSDate()
  const first = async (statement: string, parameters: readonly unknown[]): Promise<Row> =>
    (await query(statement, parameters))[0] ?? {}
  await query('BEGIN')
  await query('INSERT INTO "InboundReceipt" VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [workspaceId, requestKey, at])
  const { id: plan } = await first(
    `SELECT p.* FROM "Plan" p LEFT JOIN "Person" one ON one."workspaceId" = p."workspaceId" AND one."userId" = $2
     WHERE p."workspaceId" = $1 ORDER BY p."id" = one."currentPlanId" DESC NULLS LAST LIMIT 2`,
    [workspaceId, userId],
  )
  const { unitId: unit } = await first(
    'SELECT m."role", m."unitId", u."name" FROM "Member" m LEFT JOIN "Unit" u ON u."id" = m."unitId" WHERE m."planId" = $1 AND m."userId" = $2',
    [plan, userId],
  )
  const tasks = await query(
    `SELECT t."id", t."no", t."title", r."role", u."id" AS "unitId", u."name" FROM "Task" t
     JOIN "TaskUnit" r ON r."taskId" = t."id" JOIN "Unit" u ON u."id" = r."unitId"
     WHERE t."planId" = $1 AND t."retiredAt" IS NULL ORDER BY t."no", r."position"`,
    [plan],
  )
  const task = tasks.find(({ no }) => no === taskNo)?.id
  const [period] = await query('SELECT * FROM "ReportingPeriod" WHERE "planId" = $1 ORDER BY "startsOn"', [plan])
  await query('SELECT * FROM "Pause" WHERE "planId" = $1', [plan])
  await query('SELECT * FROM "ProgressReport" WHERE "planId" = $1 AND "periodId" = $2 AND "unitId" = $3', [
    ...[plan, period?.id, unit],
  ])
  await query(
    `SELECT "at" FROM "AuditEvent" WHERE "workspaceId" = $1 AND "planId" = $2 AND "subject" = $3 AND "action" = $4`,
    [...[workspaceId, plan, `period/${period?.key}`, 'report.period_reopen']],
  )
  await query('SELECT * FROM "ReportingPeriod" WHERE "id" = $1 FOR SHARE', [period?.id])
  await query('SELECT 1 FROM "TaskUnit" WHERE "taskId" = $1 AND "unitId" = $2 FOR UPDATE', [task, unit])
  const versions = await query(
    'SELECT * FROM "ProgressReport" WHERE "taskId" = $1 AND "unitId" = $2 AND "periodId" = $3 ORDER BY "version"',
    [task, unit, period?.id],
  )
  const version = versions.length + 1
  await query(
    `INSERT INTO "ProgressReport" ("planId", "taskId", "unitId", "periodId", "version", "state", "status", "percent", "summary",
       "late", "reportedBy", "reportedAt")
     VALUES ($1, $2, $3, $4, $5, 'submitted', $6, $7, $8, false, $9, $10) RETURNING "id"`,
    [plan, task, unit, period?.id, version, status, percent, summary, userId, at],
  )
  await query(
    'INSERT INTO "AuditEvent" ("workspaceId", "planId", "at", "actor", "action", "subject", "after") VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [
      ...[workspaceId, plan, at, userId, 'report.file', `task/${taskNo}/${unit}/${period?.key}`],
      JSON.stringify({ status, percent, summary, version }),
    ],
  )
  await query('SELECT * FROM "ReportDraft" WHERE "taskId" = $1 AND "unitId" = $2 AND "periodId" = $3 FOR UPDATE', [
    ...[task, unit, period?.id],
  ])
  await query('SELECT * FROM "ProgressReport" WHERE "taskId" = $1 AND "periodId" = $2 AND "unitId" <> $3', [
    ...[task, period?.id, unit],
  ])
  await query('COMMIT')
}
