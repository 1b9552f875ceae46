import type { Database, Transaction } from '../../src/db/database.ts'
import { parseNotification } from '../../src/outbox/notifications.ts'

/** What was seen in the database at the last look, to see that it only grows. */
export type Memory = { audit: number; delivery: number; versions: Map<string, number>; accepted: Map<number, string> }

/** Nothing seen yet. */
export const emptyMemory = (): Memory => ({ audit: 0, delivery: 0, versions: new Map(), accepted: new Map() })

/** A rule that does not hold, with the rows that break it. */
export type Broken = { rule: string; rows: unknown[] }

/** Rules as statements that find what breaks them. */
const rules: Record<string, string> = {
  'versions of a report have no gap': `SELECT "taskId", "unitId", "periodId" FROM "ProgressReport" GROUP BY 1, 2, 3 HAVING max(version) <> count(*) OR min(version) <> 1`,
  'a report, its task, unit and period are of one plan': `SELECT r.id FROM "ProgressReport" r JOIN "Task" t ON t.id = r."taskId" JOIN "Unit" u ON u.id = r."unitId" JOIN "ReportingPeriod" p ON p.id = r."periodId" WHERE t."planId" <> r."planId" OR u."planId" <> r."planId" OR p."planId" <> r."planId"`,
  'a report is of a responsible unit or of one that was': `SELECT r.id FROM "ProgressReport" r WHERE NOT EXISTS (SELECT 1 FROM "TaskUnit" tu WHERE tu."taskId" = r."taskId" AND tu."unitId" = r."unitId")`,
  'a decided report says by whom': `SELECT id FROM "ProgressReport" WHERE state IN ('accepted', 'returned') AND ("decidedBy" IS NULL OR "decidedAt" IS NULL)`,
  'percent is 0 to 100': `SELECT id, percent FROM "ProgressReport" WHERE percent < 0 OR percent > 100`,
  'numbers of issues have no gap': sequence('Issue', 'issueSequence'),
  'numbers of actions have no gap': sequence('Action', 'actionSequence'),
  'numbers of milestones have no gap': sequence('Milestone', 'milestoneSequence'),
  'numbers of enterprises have no gap': sequence('Enterprise', 'enterpriseSequence'),
  'numbers of meetings are within their sequence': `SELECT p.id FROM "Plan" p JOIN "Meeting" m ON m."planId" = p.id WHERE m.no > p."meetingSequence" OR m.no < 1`,
  'slips of a year are numbered without a gap': `SELECT "planId", year FROM "Slip" WHERE year IS NOT NULL GROUP BY 1, 2 HAVING max(no) <> count(*) OR min(no) <> 1`,
  'an issued slip has its number and moment': `SELECT id, state FROM "Slip" WHERE state IN ('issued', 'signed') AND (year IS NULL OR no IS NULL OR "issuedAt" IS NULL)`,
  'a signed slip says by whom': `SELECT id FROM "Slip" WHERE state = 'signed' AND ("signedBy" IS NULL OR "signedAt" IS NULL)`,
  'a pause is of a task or of a period': `SELECT id FROM "Pause" WHERE ("taskId" IS NULL) = ("periodId" IS NULL)`,
  'at most one current pause of a task or period': `SELECT "planId", "taskId", "periodId" FROM "Pause" WHERE "endedAt" IS NULL GROUP BY 1, 2, 3 HAVING count(*) > 1`,
  'at most one current consultation of an issue': `SELECT "issueId" FROM "Consultation" WHERE state IN ('asked', 'agreed', 'objected') GROUP BY 1 HAVING count(*) > 1`,
  'an ended consultation says when': `SELECT id FROM "Consultation" WHERE state IN ('settled', 'dropped') AND "endedAt" IS NULL`,
  'a running meeting has begun and not ended': `SELECT id FROM "Meeting" WHERE state = 'running' AND ("startedAt" IS NULL OR "endedAt" IS NOT NULL)`,
  'a held meeting has ended': `SELECT id FROM "Meeting" WHERE state = 'held' AND "endedAt" IS NULL`,
  // Of an issue that was settled or withdrawn beside the meeting, that counts.
  'each item of a held meeting has its outcome': `SELECT i.id FROM "AgendaItem" i JOIN "Meeting" m ON m.id = i."meetingId" WHERE m.state = 'held' AND NOT EXISTS (SELECT 1 FROM "Decision" d WHERE d."agendaItemId" = i.id OR d."issueId" = i."issueId" AND d."meetingId" IS NULL)`,
  'at most one item of a meeting is taken': `SELECT "meetingId" FROM "AgendaItem" WHERE "startedAt" IS NOT NULL AND "endedAt" IS NULL GROUP BY 1 HAVING count(*) > 1`,
  'items of a meeting have places of their own': `SELECT "meetingId", position FROM "AgendaItem" GROUP BY 1, 2 HAVING count(*) > 1`,
  'an item lasts and begins in the meeting': `SELECT id FROM "AgendaItem" WHERE minutes <= 0 OR "startMinute" < 0`,
  'a meeting lasts': `SELECT id, minutes FROM "Meeting" WHERE minutes <= 0`,
  'an issue and its items are of one plan': `SELECT i.id FROM "AgendaItem" i JOIN "Meeting" m ON m.id = i."meetingId" JOIN "Issue" q ON q.id = i."issueId" WHERE q."planId" <> m."planId"`,
  'a scheduled issue stands on an agenda to come': `SELECT q.id, q.no FROM "Issue" q WHERE q.state = 'scheduled' AND NOT EXISTS (SELECT 1 FROM "AgendaItem" i JOIN "Meeting" m ON m.id = i."meetingId" WHERE i."issueId" = q.id AND m.state IN ('published', 'running'))`,
  'an issue in action has an action that goes on': `SELECT q.id, q.no FROM "Issue" q WHERE q.state = 'in_action' AND NOT EXISTS (SELECT 1 FROM "Action" a WHERE a."issueId" = q.id AND a.state IN ('open', 'reported'))`,
  'a closed issue says when and leaves no action open': `SELECT q.id, q.no FROM "Issue" q WHERE q.state = 'closed' AND (q."closedAt" IS NULL OR EXISTS (SELECT 1 FROM "Action" a WHERE a."issueId" = q.id AND a.state IN ('open', 'reported')))`,
  'units of an issue are of its plan': `SELECT iu."issueId" FROM "IssueUnit" iu JOIN "Issue" q ON q.id = iu."issueId" JOIN "Unit" u ON u.id = iu."unitId" WHERE u."planId" <> q."planId"`,
  'an action, its issue, decision and owner are of one plan': `SELECT a.id FROM "Action" a JOIN "Issue" q ON q.id = a."issueId" JOIN "Decision" d ON d.id = a."decisionId" JOIN "Unit" u ON u.id = a."ownerId" WHERE q."planId" <> a."planId" OR d."planId" <> a."planId" OR u."planId" <> a."planId" OR d."issueId" <> a."issueId"`,
  'a reported action says by whom': `SELECT id FROM "Action" WHERE state = 'reported' AND ("reportedBy" IS NULL OR "reportedAt" IS NULL)`,
  'a settled action says by whom': `SELECT id FROM "Action" WHERE state IN ('verified', 'cancelled') AND ("settledBy" IS NULL OR "settledAt" IS NULL)`,
  'minutes are numbered without a gap': `SELECT "meetingId" FROM "Minutes" GROUP BY 1 HAVING max(number) <> count(*) - 1 OR min(number) <> 0`,
  'at most one draft of minutes': `SELECT "meetingId" FROM "Minutes" WHERE state = 'draft' GROUP BY 1 HAVING count(*) > 1`,
  'signed minutes say by whom and keep their file': `SELECT id FROM "Minutes" WHERE state = 'signed' AND ("signedBy" IS NULL OR "signedAt" IS NULL OR "documentId" IS NULL)`,
  'a milestone, its task and unit are of one plan': `SELECT m.id FROM "Milestone" m JOIN "Task" t ON t.id = m."taskId" JOIN "Unit" u ON u.id = m."unitId" WHERE t."planId" <> m."planId" OR u."planId" <> m."planId"`,
  'a liaison has a unit of the plan, others none': `SELECT m.id FROM "Member" m LEFT JOIN "Unit" u ON u.id = m."unitId" WHERE (m.role = 'liaison') <> (m."unitId" IS NOT NULL) OR u."planId" <> m."planId"`,
  'a role is held once': `SELECT "planId", "userId", role, "unitId" FROM "Member" GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
  'a current plan is of the workspace': `SELECT p."userId" FROM "Person" p JOIN "Plan" l ON l.id = p."currentPlanId" WHERE l."workspaceId" <> p."workspaceId"`,
  'one current subscription of a kind for a place': `SELECT "planId", place, cadence, language FROM "DigestSubscription" WHERE "endedAt" IS NULL GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
  'files that messages take along are there': `SELECT d.id FROM "Delivery" d, unnest(d.documents) AS wanted WHERE NOT EXISTS (SELECT 1 FROM "Document" o WHERE o.id = wanted AND o."planId" = d."planId")`,
  'a message is of a plan of its workspace': `SELECT d.id FROM "Delivery" d JOIN "Plan" p ON p.id = d."planId" WHERE p."workspaceId" <> d."workspaceId"`,
  'no message is given up for what it says': `SELECT id, kind, "lastError" FROM "Delivery" WHERE state = 'dead' AND "lastError" IN ('invalid_blocks', 'invalid_arguments', 'msg_blocks_too_long', 'msg_too_long', 'no_text', 'invalid_blocks_format')`,
  'each report filed is in the audit trail': unaudited(
    'ProgressReport',
    `(e.action IN ('report.file', 'report.file_unchanged'))`,
  ),
  'each issue is in the audit trail': audited('Issue', 'issue', `'issue.raise'`),
  'each milestone is in the audit trail': audited('Milestone', 'milestone', `'milestone.add'`),
  'each enterprise is in the audit trail': audited('Enterprise', 'enterprise', `'enterprise.add'`),
  'each meeting that was planned, moved or published is in the audit trail': `SELECT x.id, x.no FROM "Meeting" x WHERE NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."planId" = x."planId" AND e.subject = 'meeting/' || x.no)`,
  'each decision is in the audit trail': `SELECT d.id FROM "Decision" d JOIN "Issue" q ON q.id = d."issueId" WHERE NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."planId" = d."planId" AND e.subject = 'issue/' || q.no AND e.action LIKE 'decision.%')`,
}

function sequence(table: string, counter: string): string {
  return `SELECT p.id, p."${counter}", max(x.no), count(x.no) FROM "Plan" p LEFT JOIN "${table}" x ON x."planId" = p.id GROUP BY p.id HAVING count(x.no) <> p."${counter}" OR coalesce(max(x.no), 0) <> p."${counter}"`
}

function audited(table: string, subject: string, action: string): string {
  return `SELECT x.id, x.no FROM "${table}" x WHERE NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."planId" = x."planId" AND e.subject = '${subject}/' || x.no AND e.action = ${action})`
}

function unaudited(table: string, actions: string): string {
  return `SELECT x.id FROM "${table}" x WHERE NOT EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."planId" = x."planId" AND e.at = x."reportedAt" AND ${actions})`
}

const versioned = ['Issue', 'Meeting', 'Action', 'Milestone', 'Enterprise', 'Slip', 'Minutes', 'Plan']

/** The rules that do not hold now. `memory` is brought up to date. */
export function brokenRules(database: Database, memory: Memory): Promise<Broken[]> {
  return database.transaction(async (tx) => {
    const names = Object.keys(rules)
    // One statement for all: which of them find anything.
    const all = names.map((name) => `EXISTS (${rules[name]}) AS "${name.slice(0, 60)}"`).join(', ')
    const [row = {}] = await tx.$queryRawUnsafe<Record<string, boolean>[]>(`SELECT ${all}`)
    const broken: Broken[] = []
    for (const name of names)
      if (row[name.slice(0, 60)])
        broken.push({ rule: name, rows: await tx.$queryRawUnsafe<unknown[]>(`${rules[name]} LIMIT 5`) })
    return [...broken, ...(await onlyGrown(tx, memory)), ...(await unreadable(tx, memory))]
  })
}

async function onlyGrown(tx: Transaction, memory: Memory): Promise<Broken[]> {
  const [row] = await tx.$queryRaw<{ audit: bigint }[]>`SELECT count(*) AS audit FROM "AuditEvent"`
  const broken: Broken[] = []
  const audit = Number(row?.audit ?? 0)
  if (audit < memory.audit) broken.push({ rule: 'the audit trail only grows', rows: [memory.audit, audit] })
  memory.audit = audit
  const all = versioned.map((table) => `SELECT '${table}' AS "table", id, version FROM "${table}"`).join(' UNION ALL ')
  for (const { table, id, version } of await tx.$queryRawUnsafe<{ table: string; id: number; version: number }[]>(
    all,
  )) {
    const before = memory.versions.get(`${table}/${id}`) ?? 0
    if (version < before) broken.push({ rule: `versions of ${table} only grow`, rows: [{ id, before, version }] })
    memory.versions.set(`${table}/${id}`, version)
  }
  const accepted = await tx.progressReport.findMany({
    where: { state: 'accepted' },
    select: { id: true, summary: true, status: true, percent: true },
  })
  for (const { id, ...told } of accepted) {
    const now = JSON.stringify(told)
    if ((memory.accepted.get(id) ?? now) !== now)
      broken.push({ rule: 'an accepted report stays as it was', rows: [{ id, before: memory.accepted.get(id), now }] })
    memory.accepted.set(id, now)
  }
  return broken
}

async function unreadable(tx: Transaction, memory: Memory): Promise<Broken[]> {
  const broken: Broken[] = []
  for (const { id, kind, payload } of await tx.delivery.findMany({
    where: { id: { gt: memory.delivery }, removes: false },
    orderBy: { id: 'asc' },
  })) {
    memory.delivery = id
    try {
      parseNotification(kind, payload)
    } catch (error) {
      broken.push({ rule: `an owed ${kind} is readable`, rows: [id, String(error)] })
    }
  }
  return broken
}
