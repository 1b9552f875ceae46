import { forgetHome as forget, rememberHome, rememberShown } from '../../db/home-shown-store.ts'
import type { Actor, Context } from '../context.ts'

/** Whose App Home it is, member of a plan or not. */
export type HomeOwner = Pick<Actor, 'workspaceId' | 'userId'>

/** Notes that a person opened App Home, before it is shown: what happens from now on shows it anew. */
export async function noteOpened(context: Context, { workspaceId, userId }: HomeOwner): Promise<void> {
  await context.database.transaction((tx) => rememberHome(tx, workspaceId, userId, context.now().toJSDate()))
}

/** Notes that App Home is shown anew for what the person did themselves, before it is. */
export async function noteShown(context: Context, { workspaceId, userId }: HomeOwner): Promise<void> {
  await context.database.transaction((tx) => rememberShown(tx, workspaceId, userId))
}

/** Forgets a person whom Slack does not show App Home any more. */
export async function forgetHome(context: Context, { workspaceId, userId }: HomeOwner): Promise<void> {
  await context.database.transaction((tx) => forget(tx, workspaceId, userId))
}
