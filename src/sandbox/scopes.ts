/** The Slack scopes that the supported methods ask for (https://docs.slack.dev/reference/scopes). */
export const slackScopes = [
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'chat:write.public',
  'connections:write',
  'files:read',
  'files:write',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'usergroups:read',
  'users:read',
] as const

/** A Slack scope. */
export type Scope = (typeof slackScopes)[number]
