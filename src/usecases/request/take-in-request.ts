import { claimRequest } from '../../db/inbound-store.ts'
import { meetWorkspace } from '../../db/workspace-store.ts'
import type { Context } from '../context.ts'

/** A request of a person, or an event, by the key that each copy of it has. */
export type RequestName = { workspaceId: string; key: string }

/**
 * Takes note that a copy of a request came in; false where one came before, here or at another process. Its effect is claimed by
 * itself, in the transaction of the effect: whoever noted a request may die before that, and then the next copy does the work.
 */
export async function takeInRequest(context: Context, { workspaceId, key }: RequestName): Promise<boolean> {
  const at = context.now().toJSDate()
  return context.database.transaction(async (tx) => {
    await meetWorkspace(tx, workspaceId, at)
    return claimRequest(tx, workspaceId, `seen:${key}`, at)
  })
}
