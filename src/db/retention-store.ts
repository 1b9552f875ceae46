import type { Transaction } from './database.ts'

/**
 * Empties the payloads of some of the messages that were sent, or given up, before an instant; that they were sent stays, so
 * none is sent again. One that was given up is dismissed with it. Returns how many, at most `most`.
 */
export async function emptyMessages(tx: Transaction, before: Date, at: Date, most: number): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Delivery" SET "payload" = '{}',
      "dismissedAt" = CASE WHEN "state" = 'dead' THEN coalesce("dismissedAt", ${at}) ELSE "dismissedAt" END
    WHERE "id" IN (
      SELECT "id" FROM "Delivery"
      WHERE "state" IN ('sent', 'dead') AND coalesce("sentAt", "createdAt") < ${before} AND "payload" <> '{}'
      ORDER BY "id" LIMIT ${most})`
}

/** Deletes drafts of reports that nobody touched since an instant. Returns how many. */
export async function deleteReportDrafts(tx: Transaction, before: Date): Promise<number> {
  return (await tx.reportDraft.deleteMany({ where: { savedAt: { lt: before } } })).count
}

/** Deletes plans that were read before an instant and never confirmed. Returns how many. */
export async function deletePlanDrafts(tx: Transaction, before: Date): Promise<number> {
  return (await tx.planDraft.deleteMany({ where: { createdAt: { lt: before } } })).count
}
