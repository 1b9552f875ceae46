import type { SqlConnection } from '../../src/db/engine.ts'

/**
 * Fills a migrated, empty database with one plan of `reports` reports, each with its line of the audit trail; a tenth of
 * them with evidence; a fifth as many messages sent, each with a payload; and 40 files of 100 KB that do not compress.
 */
export async function fillLargeInstallation(connection: SqlConnection, reports: number): Promise<void> {
  await connection.run(`
    INSERT INTO "Workspace" ("id", "name", "createdAt") VALUES ('T1', '江城', '2024-01-01');
    INSERT INTO "Plan" ("workspaceId", "title", "language", "zone", "createdAt")
      VALUES ('T1', '江城市示范区建设实施方案', 'zh-CN', 'Asia/Shanghai', '2024-01-01');
    INSERT INTO "Section" ("planId", "no", "title", "position") VALUES (1, '一', '扩大进口', 0);
    INSERT INTO "Task" ("planId", "sectionId", "no", "title", "text")
      SELECT 1, 1, n, '任务' || n, repeat('推进进口贸易促进创新示范区建设。', 5) FROM generate_series(1, 22) n;
    INSERT INTO "Unit" ("planId", "name", "aliases", "position")
      SELECT 1, '单位' || n, ARRAY['简称' || n], n FROM generate_series(1, 15) n;
    INSERT INTO "TaskUnit" ("taskId", "unitId", "role", "position")
      SELECT t, u, CASE WHEN u = 1 THEN 'lead' ELSE 'participant' END::"UnitRole", u
      FROM generate_series(1, 22) t, generate_series(1, 15) u;
    INSERT INTO "Member" ("planId", "userId", "role", "unitId") SELECT 1, 'U0UNIT' || n, 'liaison', n FROM generate_series(1, 15) n;
    INSERT INTO "Member" ("planId", "userId", "role") VALUES (1, 'U0ADMIN', 'admin');
    INSERT INTO "ReportingPeriod" ("planId", "key", "startsOn", "endsOn", "opensOn", "dueOn")
      SELECT 1, 'P' || n, day, day, day, day FROM generate_series(1, 20) n, LATERAL (SELECT date '2024-01-01' + n AS day) d;
    INSERT INTO "ProgressReport" ("planId", "taskId", "unitId", "periodId", "version", "state", "status", "percent", "summary",
        "late", "reportedBy", "reportedAt")
      SELECT 1, 1 + n % 22, 1 + n / 22 % 15, 1 + n / 330 % 20, 1 + n / 6600, 'submitted', 'on_track', n % 101,
        '已签约' || n || '家，' || md5(n::text) || '绿色通道上线，其余事项按计划推进。', n % 7 = 0, 'U0UNIT' || 1 + n / 22 % 15,
        timestamptz '2024-01-01' + n * interval '1 minute'
      FROM generate_series(0, ${reports - 1}) n;
    INSERT INTO "Evidence" ("reportId", "title", "url")
      SELECT id, '验收单', 'https://example.org/' || md5(id::text) FROM "ProgressReport" WHERE id % 10 = 0;
    INSERT INTO "AuditEvent" ("workspaceId", "planId", "at", "actor", "action", "subject", "after")
      SELECT 'T1', 1, "reportedAt", "reportedBy", 'report.file', 'report/' || "id",
        jsonb_build_object('percent', "percent", 'summary', "summary") FROM "ProgressReport" ORDER BY "id";
    INSERT INTO "Delivery" ("workspaceId", "planId", "kind", "payload", "dedupeKey", "place", "state", "channel", "ts", "notBefore",
        "createdAt", "sentAt", "documents")
      SELECT 'T1', 1, 'brief', jsonb_build_object('day', n, 'text', repeat(md5(n::text), 12)), 'brief/1/' || n,
        'U0UNIT' || 1 + n % 15, 'sent', 'D1', n::text, now, now, now, '{}'
      FROM generate_series(1, ${Math.floor(reports / 5)}) n, LATERAL (SELECT timestamptz '2024-01-01' + n * interval '5 minutes' AS now) t;
    INSERT INTO "Document" ("planId", "name", "bytes", "createdAt")
      SELECT 1, '纪要' || n || '.docx',
        (SELECT string_agg(sha256((n || '/' || k)::bytea), '') FROM generate_series(1, 3200) k), '2024-01-01'
      FROM generate_series(1, 40) n;
    ANALYZE`)
}
