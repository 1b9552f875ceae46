import type { SqlConnection } from '../../src/db/engine.ts'

const PERIODS = 20

/**
 * Fills a migrated, empty database with plans of ten years: each has 6 tasks of 3 units, a report of each a half-year, with its
 * line of the audit trail, and of the things a digest tells a few each: targets with their values, issues open and closed,
 * actions, milestones and slips. The plans are alike; their ids are 1 to `plans`.
 */
export async function fillPlans(connection: SqlConnection, plans: number): Promise<void> {
  await connection.run(`
    INSERT INTO "Workspace" ("id", "name", "createdAt") VALUES ('T1', '江城', '2014-06-01');
    INSERT INTO "Plan" ("workspaceId", "title", "language", "zone", "createdAt")
      SELECT 'T1', '方案' || p, 'zh-CN', 'Asia/Shanghai', '2014-06-01' FROM generate_series(1, ${plans}) p;
    INSERT INTO "Section" ("planId", "no", "title", "position") SELECT "id", '一', '扩大进口', 0 FROM "Plan" ORDER BY "id";
    INSERT INTO "Task" ("planId", "sectionId", "no", "title")
      SELECT s."planId", s."id", n, '任务' || n FROM generate_series(1, 6) n, "Section" s;
    INSERT INTO "Unit" ("planId", "name", "aliases", "position")
      SELECT "id", '单位' || n, '{}', n FROM generate_series(1, 5) n, "Plan";
    INSERT INTO "TaskUnit" ("taskId", "unitId", "role", "position")
      SELECT t."id", u."id", CASE WHEN u."position" = 1 THEN 'lead' ELSE 'participant' END::"UnitRole", u."position"
      FROM "Task" t JOIN "Unit" u ON u."planId" = t."planId" AND u."position" <= 3;
    INSERT INTO "ReportingPeriod" ("planId", "key", "startsOn", "endsOn", "opensOn", "dueOn")
      SELECT p."id", to_char(starts, 'YYYY"H"') || CASE WHEN extract(month FROM starts) = 1 THEN 1 ELSE 2 END, starts,
        starts + interval '6 months' - interval '1 day', starts + interval '5 months', starts + interval '6 months 11 days'
      FROM generate_series(0, ${PERIODS - 1}) n, LATERAL (SELECT date '2014-07-01' + n * interval '6 months' AS starts) d, "Plan" p;
    INSERT INTO "ProgressReport" ("planId", "taskId", "unitId", "periodId", "version", "state", "status", "percent", "summary",
        "late", "practice", "reportedBy", "reportedAt")
      SELECT t."planId", t."id", u."unitId", p."id", 1, 'submitted', 'on_track', 50, '其余事项按计划推进。', false, '', 'U1',
        p."dueOn" - interval '20 days'
      FROM "ReportingPeriod" p JOIN "Task" t ON t."planId" = p."planId" JOIN "TaskUnit" u ON u."taskId" = t."id";
    INSERT INTO "AuditEvent" ("workspaceId", "planId", "at", "actor", "action", "subject", "after")
      SELECT 'T1', "planId", "reportedAt", 'U1', 'report.file', 'report/' || "id", '{}' FROM "ProgressReport" ORDER BY "reportedAt";
    INSERT INTO "Target" ("planId", "metric", "value", "unit", "kind", "per", "byDate", "position")
      SELECT "id", '引进企业', 5, '家', 'flow', 'year', '2025-12-31', 0 FROM "Plan";
    INSERT INTO "Measurement" ("planId", "targetId", "value", "asOf", "recordedBy", "recordedAt")
      SELECT t."planId", t."id", 2, day, 'U1', day FROM generate_series(1, ${PERIODS}) n, "Target" t,
        LATERAL (SELECT date '2014-06-30' + n * interval '6 months' - interval '10 days' AS day) d;
    INSERT INTO "Issue" ("planId", "no", "title", "details", "severity", "minutes", "state", "raisedBy", "raisedAt", "closedAt")
      SELECT "id", n, '第' || n || '件事', '', 2, 15, CASE WHEN n % 10 = 0 THEN 'open' ELSE 'closed' END::"IssueState", 'U1', day,
        CASE WHEN n % 10 > 0 THEN day + interval '30 days' END
      FROM generate_series(1, ${PERIODS * 2}) n, "Plan", LATERAL (SELECT timestamptz '2014-06-24' + n * interval '90 days' AS day) d;
    INSERT INTO "Slip" ("planId", "kind", "subject", "unitId", "level", "state", "dueOn", "items", "createdAt", "issuedAt", "settledAt")
      SELECT p."planId", 'report', 'report/' || p."key", u."id", 'blue', 'settled', p."dueOn", '[]', p."dueOn", p."dueOn", p."dueOn"
      FROM "ReportingPeriod" p JOIN "Unit" u ON u."planId" = p."planId" AND u."position" = 1;
    ANALYZE`)
}
