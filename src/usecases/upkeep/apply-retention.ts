import { deletePlanDrafts, deleteReportDrafts, emptyMessages } from '../../db/retention-store.ts'
import type { Context } from '../context.ts'

/** Days that things are kept; 0 is for ever. */
type Retention = { messages: number; drafts: number }

/** So few at a time that nobody waits long for them. */
const batch = 1000

/** Lets go of what was kept long enough: the contents of messages, drafts of reports, and plans read and never confirmed. */
export async function applyRetention({ database, now }: Context, keep: Retention): Promise<void> {
  const at = now().toJSDate()
  const before = (days: number) => now().minus({ days }).toJSDate()
  await database.transaction((tx) => deletePlanDrafts(tx, before(1)))
  if (keep.drafts > 0) await database.transaction((tx) => deleteReportDrafts(tx, before(keep.drafts)))
  if (keep.messages === 0) return
  while ((await database.transaction((tx) => emptyMessages(tx, before(keep.messages), at, batch))) === batch);
}
