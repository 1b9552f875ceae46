import type { SqlConnection } from '../../src/db/engine.ts'

/**
 * Replaces the issues of the seeded plan by `open` open ones and `closed` closed ones, mixed as the years mix them; each needs
 * two units and belongs to a task.
 */
export async function fillBacklog(connection: SqlConnection, { open, closed }: { open: number; closed: number }) {
  const all = open + closed
  await connection.run(`
    DELETE FROM "IssueUnit";
    DELETE FROM "Issue";
    INSERT INTO "Issue" ("planId", "no", "taskId", "title", "details", "severity", "minutes", "state", "raisedBy", "raisedUnitId",
        "raisedAt", "closedAt")
      SELECT 1, n, task."id", '第' || n || '件事', '需要协调。', 1 + n % 4, 5 * (1 + n % 12),
        CASE WHEN is_open THEN 'open' ELSE 'closed' END::"IssueState", 'U0UNIT', unit."id",
        timestamptz '2014-06-24' + n * interval '10 years' / ${all},
        CASE WHEN NOT is_open THEN timestamptz '2014-07-24' + n * interval '10 years' / ${all} END
      FROM generate_series(1, ${all}) n
        JOIN "Task" task ON task."no" = 1 + n % 22
        JOIN "Unit" unit ON unit."position" = n % 15,
        LATERAL (SELECT n * ${open} / ${all} > (n - 1) * ${open} / ${all} AS is_open) o;
    INSERT INTO "IssueUnit" ("issueId", "unitId")
      SELECT issue."id", unit."id" FROM "Issue" issue JOIN "Unit" unit
        ON unit."position" IN (issue."no" % 15, (issue."no" + 4) % 15);
    ANALYZE`)
}
