import type { DateTime } from 'luxon'
import type { Transaction } from '../../db/database.ts'
import { claimStaleHomes, giveBackHomes, outdateHomes } from '../../db/home-shown-store.ts'
import type { PlanRow } from '../../db/plan-store.ts'
import type { Context } from '../context.ts'

/** App Home is kept up to date for so long after a person opened it. */
const watched = { hours: 12 }

/**
 * Takes at most `take` people of a workspace whose App Home shows less than happened in their plan; each is one process's.
 * The claim is committed before anything is shown, so a change made meanwhile makes them due again.
 */
export async function claimHomes(context: Context, workspaceId: string, take: number): Promise<string[]> {
  const now = context.now()
  const span = { since: now.minus(watched).toJSDate(), until: now.plus(watched).toJSDate() }
  return context.database.transaction((tx) => claimStaleHomes(tx, workspaceId, span, take))
}

/** Gives people back that could not be shown App Home for now. */
export async function unclaimHomes(context: Context, workspaceId: string, userIds: readonly string[]): Promise<void> {
  if (userIds.length > 0) await context.database.transaction((tx) => giveBackHomes(tx, workspaceId, userIds))
}

/** A day has ended, and with it terms: lets whoever has App Home of the plan open be shown it anew. */
export async function outdateHomesDaily(tx: Transaction, plan: PlanRow, _slot: DateTime, now: DateTime): Promise<void> {
  await outdateHomes(tx, plan, now.minus(watched).toJSDate())
}
