import { deleteWorkspaceRows } from '../../db/workspace-deletion-store.ts'
import { findWorkspace, lockWorkspace } from '../../db/workspace-store.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Context } from '../context.ts'

/** A large workspace takes longer than a request may. */
const limitMs = 10 * 60_000

/**
 * Deletes everything of a workspace for good; `name` is its name, said again so that no other is meant. Whoever runs the
 * installation may, from its shell. Returns how many rows there were.
 * @throws DomainError `workspace.unknown` {workspace}, `workspace.not_its_name` {workspace, name}
 */
export async function deleteWorkspace(
  context: Context,
  { workspaceId, name }: { workspaceId: string; name: string },
): Promise<{ rows: number }> {
  return context.database.transaction(async (tx) => {
    const workspace = await findWorkspace(tx, workspaceId)
    if (!workspace) throw new DomainError('workspace.unknown', { workspace: workspaceId })
    if (workspace.name !== name)
      throw new DomainError('workspace.not_its_name', { workspace: workspaceId, name: workspace.name })
    await lockWorkspace(tx, workspaceId)
    return { rows: await deleteWorkspaceRows(tx, workspaceId) }
  }, limitMs)
}
