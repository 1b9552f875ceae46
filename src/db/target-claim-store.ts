import type { Status } from '../domain/progress-report.ts'
import type { Transaction } from './database.ts'

/** What a unit responsible for a target's task claims in its last standing report. */
export type ClaimRow = { targetId: number; status: Status; unit: string; period: string }

/**
 * Of each unit responsible for the task of a target in use, the newest standing report of the latest period that it
 * reported in, in the order of the targets and of the task's units. What a returned version had superseded does not stand,
 * see `standingOf`.
 */
export async function listTargetClaims(tx: Transaction, planId: number): Promise<ClaimRow[]> {
  return tx.$queryRaw<ClaimRow[]>`
    SELECT target."id" AS "targetId", claim."status"::text AS "status", unit."name" AS "unit", claim."period"
    FROM "Target" target
    JOIN "TaskUnit" responsible ON responsible."taskId" = target."taskId"
    JOIN "Unit" unit ON unit."id" = responsible."unitId"
    JOIN LATERAL (
      SELECT report."status", period."key" AS "period"
      FROM "ProgressReport" report JOIN "ReportingPeriod" period ON period."id" = report."periodId"
      WHERE report."taskId" = responsible."taskId" AND report."unitId" = responsible."unitId"
        AND (report."state" = 'accepted' OR report."state" = 'submitted' AND NOT EXISTS (
          SELECT 1 FROM "ProgressReport" later
          WHERE later."taskId" = report."taskId" AND later."unitId" = report."unitId" AND later."periodId" = report."periodId"
            AND later."state" = 'returned' AND later."version" > report."version"))
      ORDER BY period."endsOn" DESC, report."version" DESC
      LIMIT 1
    ) claim ON true
    WHERE target."planId" = ${planId} AND target."retiredAt" IS NULL
    ORDER BY target."position", target."id", responsible."position"`
}
