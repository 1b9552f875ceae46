import { z } from 'zod'
import type { TokenKey } from './db/token-cipher.ts'
import type { Locale } from './i18n/locale.ts'

const text = z.string().trim().min(1)
const flag = z.enum(['1', '0', 'true', 'false']).transform((value) => value === '1' || value === 'true')
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const tokenKeysAtMost = 10
const secretBytes = 32

/** `id:base64,id2:base64`: the first key encrypts, all decrypt. */
const tokenKeys = text.transform((given, context): TokenKey[] => {
  const wrong = (message: string) => context.addIssue({ code: 'custom', message })
  const parts = given.split(',').map((part) => part.trim())
  if (parts.length > tokenKeysAtMost) wrong(`holds more than ${tokenKeysAtMost} keys`)
  const keys = parts.flatMap((part, index) => {
    const [, id, secret] = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=)$/.exec(part) ?? []
    if (id && secret) return [{ id, secret: new Uint8Array(Buffer.from(secret, 'base64')) }]
    wrong(`key ${index + 1} is not id:base64 of ${secretBytes} random bytes (openssl rand -base64 ${secretBytes})`)
    return []
  })
  if (new Set(keys.map(({ id }) => id)).size < keys.length) wrong('names two keys alike')
  return keys
})

/** Where Slack sends people back to after they granted an installation: https, or this machine. */
const redirectUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.canParse(url) && (url.startsWith('https:') || isThisMachine(new URL(url))), {
    message: 'must begin with https:// (http:// only on localhost)',
  })
  .refine((url) => URL.canParse(url) && isOwnPath(new URL(url)), {
    message: 'must have a path of its own, for instance /slack/oauth_redirect, and nothing after it',
  })

const isThisMachine = ({ hostname }: URL) => hostname === 'localhost' || hostname === '127.0.0.1'
const isOwnPath = ({ pathname, search, hash }: URL) =>
  search === '' && hash === '' && /^(?:\/[\w.-]+)+$/.test(pathname) && !/^\/slack\/(?:events|install)$/.test(pathname)

const port = z.coerce.number().int().min(0).max(65_535)

const environment = z
  .object({
    SLACK_BOT_TOKEN: text.startsWith('xoxb-').optional(),
    SLACK_APP_TOKEN: text.startsWith('xapp-').optional(),
    SLACK_SIGNING_SECRET: text.optional(),
    SLACK_CLIENT_ID: text.optional(),
    SLACK_CLIENT_SECRET: text.optional(),
    SLACK_REDIRECT_URL: redirectUrl.optional(),
    LIAISON_TOKEN_KEYS: tokenKeys.optional(),
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
    LIAISON_LOG: z.enum(logLevels).default('info'),
  })
  .superRefine((env, context) => {
    const wrong = (setting: keyof typeof env, message: string) =>
      context.addIssue({ code: 'custom', path: [setting], message })
    const transport = env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET
    const one = env.SLACK_BOT_TOKEN
    const many = env.SLACK_CLIENT_ID
    if (one && many)
      wrong(
        'SLACK_BOT_TOKEN',
        'and SLACK_CLIENT_ID exclude each other: the token serves one workspace, the client id lets several install. Keep one of them',
      )
    if ((one || many) && !transport) {
      const set = one ? 'SLACK_BOT_TOKEN' : 'SLACK_CLIENT_ID'
      wrong('SLACK_APP_TOKEN', `${set} needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it`)
    }
    if (!one && !many && transport) wrong('SLACK_BOT_TOKEN', 'is missing; the other Slack tokens are set')
    const given = ofOAuth.filter((setting) => env[setting] !== undefined)
    const needed = ofOAuth.filter((setting) => env[setting] === undefined)
    if (given.length > 0)
      for (const setting of needed) wrong(setting, `is missing; ${given.join(', ')} needs it for several workspaces`)
  })

/** What belongs together where workspaces install the bot by themselves. */
const ofOAuth = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_REDIRECT_URL', 'LIAISON_TOKEN_KEYS'] as const

/** How requests come in from Slack: over a socket that the bot opens, or over HTTP. */
export type Transport =
  | { kind: 'socket'; appToken: string }
  | { kind: 'http'; signingSecret: string; host: string; port: number }

/**
 * The workspaces the bot serves: one, whose token is a setting; or many, that install it by OAuth on pages at `host` and
 * `port`, their tokens encrypted in the database.
 */
export type Installed =
  | { kind: 'one'; botToken: string }
  | {
      kind: 'many'
      clientId: string
      clientSecret: string
      redirectUrl: string
      tokenKeys: readonly TokenKey[]
      host: string
      port: number
    }

/** Slack, or the local sandbox. `apiUrl` null is Slack's own address. */
type Connection =
  | { kind: 'sandbox'; port: number; seed: boolean }
  | { kind: 'slack'; transport: Transport; installed: Installed; apiUrl: string | null }

/** Settings of one process. `databaseUrl` null means the embedded database in `dataDir`. */
export type Config = {
  connection: Connection
  databaseUrl: string | null
  dataDir: string
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
    logLevel: set.LIAISON_LOG,
  }
}

function connectionOf(set: z.infer<typeof environment>): Connection {
  const installed = installedOf(set)
  const transport = transportOf(set)
  if (!installed || !transport) return { kind: 'sandbox', port: set.LIAISON_SANDBOX_PORT, seed: set.LIAISON_SEED }
  return { kind: 'slack', transport, installed, apiUrl: set.SLACK_API_URL ?? null }
}

function installedOf(set: z.infer<typeof environment>): Installed | null {
  if (set.SLACK_BOT_TOKEN) return { kind: 'one', botToken: set.SLACK_BOT_TOKEN }
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_REDIRECT_URL: redirectUrl } = set
  const { LIAISON_TOKEN_KEYS: tokenKeys, SLACK_HTTP_HOST: host, SLACK_HTTP_PORT: number } = set
  if (!clientId || !clientSecret || !redirectUrl || !tokenKeys) return null
  return { kind: 'many', clientId, clientSecret, redirectUrl, tokenKeys, host, port: number }
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
