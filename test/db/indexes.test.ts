import { openAsBlob } from 'node:fs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { findLatestChange } from '../../src/db/audit-store.ts'
import { type Database, prepare, type Transaction } from '../../src/db/database.ts'
import { listReportVersions } from '../../src/db/digest-source-store.ts'
import { openEmbedded } from '../../src/db/embedded.ts'
import type { SqlConnection } from '../../src/db/engine.ts'
import { listIssues } from '../../src/db/issue-store.ts'
import { claimDueJob } from '../../src/db/job-store.ts'
import { listReady } from '../../src/outbox/heads.ts'
import { fillPlans } from '../bench/many-plans.ts'
import { explaining } from '../support/explaining.ts'

const now = new Date('2024-06-24T01:00:00Z')
const due = { workspaceId: 'T1', now, own: [], leaseNow: now }
const instant = { at: now, day: '2024-06-24', past: false }

let database: Database
let takePlans: () => string

beforeAll(async () => {
  const embedded = explaining(await openEmbedded(null, await openAsBlob(inject('embeddedImage'))))
  takePlans = embedded.takePlans
  database = await prepare(embedded.engine)
  await embedded.engine.withConnection(async (connection) => {
    await fillPlans(connection, 60)
    await fillQueues(connection)
  })
})
afterAll(() => database.close())

/** What is asked many times a day; where it asks, what it must go by, and which table it must not read through. */
const hot: [what: string, ask: (tx: Transaction) => Promise<unknown>, index: string, table: string][] = [
  ['the messages that may go', (tx) => listReady(tx, due, 20), 'Delivery_waiting', 'Delivery'],
  ['a job that is due', (tx) => claimDueJob(tx, ['brief'], now, []), 'JobSlot_nextRunAt_idx', 'JobSlot'],
  [
    'the reports of a plan and period',
    (tx) => listReportVersions(tx, 7, '2024H1', instant),
    'ProgressReport_planId_periodId_idx',
    'ProgressReport',
  ],
  [
    'the period of a plan by its key',
    (tx) => listReportVersions(tx, 7, '2024H1', instant),
    'ReportingPeriod_planId_key_key',
    'ReportingPeriod',
  ],
  [
    'who changed a subject last',
    (tx) => findLatestChange(tx, { workspaceId: 'T1', id: 7 }, 'report/2500'),
    'AuditEvent_workspaceId_planId_subject_id_idx',
    'AuditEvent',
  ],
  ['the open issues', (tx) => listIssues(tx, 7, ['open']), 'Issue_planId_state_idx', 'Issue'],
]

test.each(hot)('%s: by their index', async (_, ask, index, table) => {
  await database.transaction(ask)
  const plans = takePlans()
  expect(plans).toContain(index)
  expect(plans).not.toContain(`Seq Scan on "${table}"`)
})

/** Jobs due tomorrow but for a few, and messages that went but for a few. */
async function fillQueues(connection: SqlConnection): Promise<void> {
  await connection.run(`
    INSERT INTO "JobSlot" ("planId", "job", "nextRunAt")
      SELECT "id", CASE WHEN n = 1 THEN 'brief' ELSE 'job' || n END, timestamptz '2024-06-25' + n * interval '1 minute' - CASE WHEN n = 1 AND "id" < 4 THEN interval '2 days' ELSE interval '0' END
      FROM generate_series(1, 40) n, "Plan";
    INSERT INTO "Delivery" ("workspaceId", "planId", "kind", "payload", "dedupeKey", "place", "state", "notBefore", "createdAt", "documents")
      SELECT 'T1', 1, 'brief', '{}', 'brief/' || n, 'U' || n % 300, CASE WHEN n % 200 = 0 THEN 'pending' ELSE 'sent' END::"DeliveryState",
        timestamptz '2024-06-24', timestamptz '2024-06-24', '{}'
      FROM generate_series(1, 20000) n;
    ANALYZE`)
}
