import { LogLevel, WebClient } from '@slack/web-api'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox.ts'

/** A small app's manifest. */
export const manifest = {
  display_information: { name: 'Bench' },
  features: {
    app_home: { home_tab_enabled: true },
    bot_user: { display_name: 'bench' },
    slash_commands: [
      { command: '/note', description: 'Writes a note', usage_hint: '[text]', should_escape: false },
      { command: '/tell', description: 'Tells somebody', should_escape: true },
    ],
    shortcuts: [
      { name: 'New note', type: 'global', callback_id: 'new_note', description: 'Writes a note' },
      { name: 'Keep', type: 'message', callback_id: 'keep_message', description: 'Keeps a message' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'channels:history',
        'channels:join',
        'channels:read',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'im:history',
        'im:read',
        'im:write',
        'usergroups:read',
        'users:read',
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['app_home_opened', 'app_mention', 'message.channels', 'message.im'] },
  },
}

/** Two people, a channel with the bot and one without. */
export const workspace: SandboxOptions['workspace'] = {
  team: { id: 'T0BENCH', name: 'Bench' },
  users: [
    { id: 'U0WRITER', name: 'writer', realName: 'Writer', locale: 'en-US' },
    { id: 'U0READER', name: '读者', realName: '读者', locale: 'zh-CN' },
  ],
  channels: [
    { id: 'C0NOTES', name: 'notes', topic: 'Notes', members: 'all', bot: true },
    { id: 'C0OTHER', name: 'other', members: ['U0WRITER'] },
  ],
  usergroups: [{ id: 'S0GROUP', handle: 'group', name: 'Group', users: ['U0WRITER'] }],
}

export const startAt = '2024-07-01T09:00:00+08:00'

/** A sandbox of the small workspace on any free port. */
export function startBench(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return startSandbox({ port: 0, dataFile: null, manifest, workspace, startAt, ...options })
}

/** A client with the bot's token that tries once and reports rate limits instead of waiting. */
export function clientOf(sandbox: Sandbox, token = sandbox.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 5000,
    logLevel: LogLevel.ERROR,
    logger: silent,
  })
}

/** A JSON object of an answer, whose members a test looks into. */
export type Answer = { status: number; ok: boolean; error?: string; [key: string]: unknown }

/** Calls the control API. */
export async function control(sandbox: Sandbox, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${sandbox.url}/sandbox/${path}`, {
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return { status: response.status, ...((await response.json()) as { ok: boolean }) }
}

/** A logger that says nothing: refusals are what these tests ask for. */
export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}
