import type { WebClient } from '@slack/web-api'

/** A workspace that the bot is installed in, and a client of the courier's own that speaks with its token there. */
export type Served = { id: string; name: string; client: WebClient }

/** Whom a request is worked off for: the workspace of the installation, whose token answers it. */
export type Authorized = { teamId: string; botToken: string; botUserId: string }

/** The workspaces that the bot serves, and what is heard of their tokens. */
export type Workspaces = {
  /**
   * Those it serves now. As long as a workspace has the same token it is the same object.
   * @throws what kept them from being known
   */
  served(): Promise<readonly Served[]>
  /** @throws Error where the bot is not installed in that workspace */
  authorize(teamId: string | undefined): Promise<Authorized>
  /** Slack refused a call that was made with this token. */
  refused(token: string): Promise<void>
  /** Slack says that tokens of this workspace were revoked. */
  reconsider(teamId: string): Promise<void>
}
