import { appendAudit } from '../../db/audit-store.ts'
import { handOverMeetings, listSoleAdminships, removeOwn, replaceId } from '../../db/person-erasure-store.ts'
import { findWorkspace, lockWorkspace } from '../../db/workspace-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { isUserId, pseudonymOf } from '../../domain/pseudonym.ts'
import type { Context } from '../context.ts'

/** A large installation takes longer than a request may. */
const limitMs = 10 * 60_000

/**
 * Erases a person of a workspace: their memberships, choices and drafts are deleted, what was still owed to them is cancelled,
 * meetings to come that they convene go to another convener, and a pseudonym takes the place of their id in every record.
 * What the official record says in words stays. Whoever runs the installation may, from its shell. `random`: see `pseudonymOf`.
 * @throws DomainError `person.not_an_id` {user}, `workspace.unknown` {workspace}, `person.last_admin` {plans}, or
 * `person.unknown` {user, workspace} where nothing is known of this person
 */
export async function erasePerson(
  context: Context,
  { workspaceId, userId, random }: { workspaceId: string; userId: string; random: string },
): Promise<{ pseudonym: string; rows: number }> {
  if (!isUserId(userId)) throw new DomainError('person.not_an_id', { user: userId })
  const pseudonym = pseudonymOf(random)
  return context.database.transaction(async (tx) => {
    if (!(await findWorkspace(tx, workspaceId))) throw new DomainError('workspace.unknown', { workspace: workspaceId })
    await lockWorkspace(tx, workspaceId)
    const plans = await listSoleAdminships(tx, workspaceId, userId)
    if (plans.length > 0) throw new DomainError('person.last_admin', { plans })
    const at = context.now().toJSDate()
    const erasure = { workspaceId, userId, pseudonym, at }
    await handOverMeetings(tx, erasure)
    const own = await removeOwn(tx, erasure)
    const rows = await replaceId(tx, erasure)
    if (own + rows === 0) throw new DomainError('person.unknown', { user: userId, workspace: workspaceId })
    await appendAudit(tx, {
      ...{ workspaceId, planId: null, userId: 'shell', at, action: 'person.erase', subject: `person/${pseudonym}` },
      ...{ before: null, after: { rows } },
    })
    return { pseudonym, rows }
  }, limitMs)
}
