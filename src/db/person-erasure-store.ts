import type { Transaction } from './database.ts'
import { ofWorkspace, readTables, type Table } from './transfer/tables.ts'

/** Whom to erase, and what takes the place of their id in the records. */
type Erasure = { workspaceId: string; userId: string; pseudonym: string; at: Date }

/** The titles of the plans whose only admin a person is. */
export async function listSoleAdminships(tx: Transaction, workspaceId: string, userId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ title: string }[]>`
    SELECT plan."title" FROM "Plan" plan
    WHERE plan."workspaceId" = ${workspaceId}
      AND EXISTS (SELECT FROM "Member" WHERE "planId" = plan."id" AND "role" = 'admin' AND "userId" = ${userId})
      AND NOT EXISTS (SELECT FROM "Member" WHERE "planId" = plan."id" AND "role" = 'admin' AND "userId" <> ${userId})
    ORDER BY plan."id"`
  return rows.map(({ title }) => title)
}

/** Hands the meetings to come and the series that a person convenes to the plan's first other convener, or an admin. */
export async function handOverMeetings(tx: Transaction, { workspaceId, userId }: Erasure): Promise<void> {
  for (const table of ['Meeting', 'MeetingSeries'] as const) {
    const standing =
      table === 'Meeting' ? `convened."state" NOT IN ('held', 'cancelled')` : 'convened."endedAt" IS NULL'
    await tx.$executeRawUnsafe(
      `UPDATE "${table}" convened SET "convener" = next."userId"
       FROM (SELECT DISTINCT ON (member."planId") member."planId", member."userId"
             FROM "Member" member JOIN "Plan" plan ON plan."id" = member."planId"
             WHERE plan."workspaceId" = $1 AND member."userId" <> $2 AND member."role" IN ('convener', 'admin')
             ORDER BY member."planId", member."role" = 'admin', member."id") next
       WHERE convened."planId" = next."planId" AND convened."convener" = $2 AND ${standing}`,
      workspaceId,
      userId,
    )
  }
}

/**
 * Deletes what is a person's own: memberships, choices, drafts, reminders; ends what would be sent to them. Gives how many
 * memberships and choices there were.
 */
export async function removeOwn(tx: Transaction, { workspaceId, userId, at }: Erasure): Promise<number> {
  const plan = { workspaceId }
  const members = await tx.member.deleteMany({ where: { userId, plan } })
  const choices = await tx.person.deleteMany({ where: { workspaceId, userId } })
  await tx.planDraft.deleteMany({ where: { workspaceId, userId } })
  await tx.reportDraft.deleteMany({ where: { savedBy: userId, task: { plan } } })
  await tx.reminder.deleteMany({ where: { userId, plan } })
  await tx.place.deleteMany({ where: { workspaceId, place: userId } })
  await tx.digestSubscription.updateMany({ where: { place: userId, plan, endedAt: null }, data: { endedAt: at } })
  await tx.delivery.updateMany({
    where: { workspaceId, place: userId, state: { not: 'sent' } },
    data: { state: 'dead', dismissedAt: at, leasedUntil: null, lastError: null },
  })
  await tx.delivery.updateMany({
    where: { workspaceId, place: userId },
    data: { payload: {}, channel: null, ts: null },
  })
  await tx.$executeRaw`
    UPDATE "Attendance" SET "invited" = array_remove("invited", ${userId})
    WHERE ${userId} = ANY("invited") AND "meetingId" IN (
      SELECT meeting."id" FROM "Meeting" meeting JOIN "Plan" plan ON plan."id" = meeting."planId"
      WHERE plan."workspaceId" = ${workspaceId})`
  return members.count + choices.count
}

/**
 * Puts the pseudonym in the place of a person's id in every text, list and JSON of every table of the workspace, also where
 * it is part of a longer text, and in the audit trail and signed minutes, which otherwise stay as they are. Returns how
 * many rows were changed.
 */
export async function replaceId(tx: Transaction, erasure: Erasure): Promise<number> {
  const tables = await readTables({
    query: (statement, parameters = []) => tx.$queryRawUnsafe<Record<string, unknown>[]>(statement, ...parameters),
  })
  await tx.$executeRaw`SELECT set_config('liaison.erasing', 'on', true)`
  await tx.$executeRaw`ALTER TABLE "Minutes" DISABLE TRIGGER "signed_minutes_stay"`
  let rows = 0
  for (const table of tables) if (table.texts.length > 0) rows += await replaceIn(tx, tables, table, erasure)
  await tx.$executeRaw`ALTER TABLE "Minutes" ENABLE TRIGGER "signed_minutes_stay"`
  await tx.$executeRaw`SELECT set_config('liaison.erasing', 'off', true)`
  return rows
}

async function replaceIn(
  tx: Transaction,
  tables: readonly Table[],
  table: Table,
  { workspaceId, userId, pseudonym }: Erasure,
): Promise<number> {
  // U12 is no part of U123, which is another person. JSON writes what stands before as an escape, which ends in letters.
  const whole = `((?<![A-Za-z0-9])|(?<=\\\\[bfnrt])|(?<=\\\\u[0-9a-f]{4}))${userId}(?![A-Za-z0-9])`
  const changes = table.texts.map(
    ({ name, type }) => `"${name}" = regexp_replace("${name}"::text, $2, $3, 'g')::${type}`,
  )
  const anywhere = table.texts.map(({ name }) => `strpos("${name}"::text, $4) > 0`)
  return tx.$executeRawUnsafe(
    `UPDATE "${table.name}" SET ${changes.join(', ')} WHERE ${ofWorkspace(tables, table)} AND (${anywhere.join(' OR ')})`,
    workspaceId,
    whole,
    pseudonym,
    userId,
  )
}
