import type { App } from '@slack/bolt'
import type { Workspaces } from './workspaces.ts'

/**
 * What the bot listens to for its own installation. The two events come in any order, late, and after a new installation
 * too, so they only make the bot ask Slack whether the token it has is still good.
 */
export function registerInstallationListeners(app: App, workspaces: Pick<Workspaces, 'reconsider'>): void {
  app.event('app_uninstalled', async ({ context }) => workspaces.reconsider(context.teamId ?? ''))
  app.event('tokens_revoked', async ({ context }) => workspaces.reconsider(context.teamId ?? ''))
}
