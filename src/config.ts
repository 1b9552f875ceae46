import { resolve } from 'node:path'
import { z } from 'zod'
import type { Locale } from './i18n/locale.ts'

const text = z.string().trim().min(1)
const flag = z.enum(['1', '0', 'true', 'false']).transform((value) => value === '1' || value === 'true')
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** Days that something is kept; 0 is for ever. */
const keptDays = z.coerce.number().int().min(0).max(36_500)
const port = z.coerce.number().int().min(0).max(65_535)

const environment = z
  .object({
    SLACK_BOT_TOKEN: text.startsWith('xoxb-').optional(),
    SLACK_APP_TOKEN: text.startsWith('xapp-').optional(),
    SLACK_SIGNING_SECRET: text.optional(),
    SLACK_HTTP_HOST: text.default('127.0.0.1'),
    SLACK_HTTP_PORT: port.default(3000),
    SLACK_API_URL: z
      .url({ protocol: /^https?$/ })
      .endsWith('/')
      .optional(),
    DATABASE_URL: text.regex(/^postgres(ql)?:\/\//, 'must start with postgresql://').optional(),
    LIAISON_DATA: text.default('.data'),
    LIAISON_SANDBOX_PORT: port.default(3777),
    LIAISON_SEED: flag.default(true),
    LIAISON_KEEP_MESSAGES: keptDays.default(400),
    LIAISON_KEEP_DRAFTS: keptDays.default(180),
    LIAISON_LOG: z.enum(logLevels).default('info'),
  })
  .superRefine((env, context) => {
    const transport = env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET
    if (env.SLACK_BOT_TOKEN && !transport)
      context.addIssue({
        code: 'custom',
        path: ['SLACK_APP_TOKEN'],
        message: 'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it',
      })
    if (!env.SLACK_BOT_TOKEN && transport)
      context.addIssue({
        code: 'custom',
        path: ['SLACK_BOT_TOKEN'],
        message: 'is missing; the other Slack tokens are set',
      })
  })

/** How requests come in from Slack: over a socket that the bot opens, or over HTTP. */
export type Transport =
  | { kind: 'socket'; appToken: string }
  | { kind: 'http'; signingSecret: string; host: string; port: number }

/** The workspaces the bot serves: one, whose token is a setting. */
export type Installed = { kind: 'one'; botToken: string }

/** Slack, or the local sandbox. `apiUrl` null is Slack's own address. */
type Connection =
  | { kind: 'sandbox'; port: number; seed: boolean }
  | { kind: 'slack'; transport: Transport; installed: Installed; apiUrl: string | null }

/** Settings of one process. `databaseUrl` null means the embedded database in `dataDir`. */
export type Config = {
  connection: Connection
  databaseUrl: string | null
  dataDir: string
  /** Days that the contents of sent messages and the drafts of reports are kept; 0 is for ever. */
  keep: { messages: number; drafts: number }
  logLevel: (typeof logLevels)[number]
}

/** The settings are wrong; the message lists everything that is wrong, one line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the settings from an environment. The only reader of environment variables in the product.
 * @throws ConfigError with the complete list of what is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(`设置有误 / Settings are wrong:\n${lines.join('\n')}`)
  }
  const set = parsed.data
  return {
    connection: connectionOf(set),
    databaseUrl: set.DATABASE_URL ?? null,
    dataDir: set.LIAISON_DATA,
    keep: { messages: set.LIAISON_KEEP_MESSAGES, drafts: set.LIAISON_KEEP_DRAFTS },
    logLevel: set.LIAISON_LOG,
  }
}

/** The folder of the embedded database; null where there is a PostgreSQL server. */
export function embeddedFolder({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): string | null {
  return databaseUrl === null ? resolve(dataDir, 'database') : null
}

function connectionOf(set: z.infer<typeof environment>): Connection {
  const botToken = set.SLACK_BOT_TOKEN
  const transport = transportOf(set)
  if (!botToken || !transport) return { kind: 'sandbox', port: set.LIAISON_SANDBOX_PORT, seed: set.LIAISON_SEED }
  return { kind: 'slack', transport, installed: { kind: 'one', botToken }, apiUrl: set.SLACK_API_URL ?? null }
}

function transportOf(set: z.infer<typeof environment>): Transport | null {
  if (set.SLACK_APP_TOKEN) return { kind: 'socket', appToken: set.SLACK_APP_TOKEN }
  if (!set.SLACK_SIGNING_SECRET) return null
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_HTTP_HOST: host, SLACK_HTTP_PORT: number } = set
  return { kind: 'http', signingSecret, host, port: number }
}

/** The language of the shell: the first of LC_ALL, LC_MESSAGES and LANG that is set; Chinese unless it says English. */
export function readShellLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const said = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^en(?:[_.]|$)/i.test(said) ? 'en' : 'zh-CN'
}
