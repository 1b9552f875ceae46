import { resolve } from 'node:path'
import { z } from 'zod'
import type { TokenKey } from './db/token-cipher.ts'
import type { Locale } from './i18n/locale.ts'
import { type MessageKey, t } from './i18n/translate.ts'

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

/** Days that something is kept; 0 is for ever. */
const keptDays = z.coerce.number().int().min(0).max(36_500)
/** What was said lately is looked up, so that nobody is told it again and an invitation can be answered and changed. */
const keptMessageDays = keptDays.refine((days) => days === 0 || days >= 30)
const port = z.coerce.number().int().min(0).max(65_535)

const settings = z.object({
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
  DATABASE_URL: text.regex(/^postgres(ql)?:\/\//).optional(),
  LIAISON_DATA: text.default('.data'),
  LIAISON_SANDBOX_PORT: port.default(3777),
  LIAISON_SEED: flag.default(true),
  LIAISON_KEEP_MESSAGES: keptMessageDays.default(400),
  LIAISON_KEEP_DRAFTS: keptDays.default(180),
  LIAISON_LOG: z.enum(logLevels).default('info'),
  LIAISON_MONITOR_HOST: text.default('127.0.0.1'),
  LIAISON_MONITOR_PORT: z.literal('off').or(port).optional(),
})

type SettingName = keyof typeof settings.shape
const settingNames = Object.keys(settings.shape) as SettingName[]

/** The port that exporters for Prometheus start from. */
const usualMonitorPort = 9464

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
  /** Where health and metrics are served; null: nowhere. */
  monitor: { host: string; port: number } | null
  /** Days that the contents of sent messages and the drafts of reports are kept; 0 is for ever. */
  keep: { messages: number; drafts: number }
  logLevel: (typeof logLevels)[number]
}

type SettingMessage = Extract<MessageKey, `setting.${string}`>

/** What is wrong with a setting; `message` says what to write instead. */
export type SettingProblem = { setting: string; message: SettingMessage }

/** The settings are wrong; the message lists everything that is wrong, one line each, in both languages. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly SettingProblem[]

  constructor(problems: readonly SettingProblem[]) {
    const lines = problems.map(({ setting, message }) => `  ${setting}: ${t('zh-CN', message)} / ${t('en', message)}`)
    super(`设置有误，未启动 / Settings are wrong, nothing was started:\n${lines.join('\n')}`)
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings from an environment. The only reader of environment variables in the product.
 * @throws ConfigError with the complete list of what is wrong
 */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  const wrong = new Set(parsed.error?.issues.map(({ path }) => String(path[0])))
  const problems = [...settingNames.filter((name) => wrong.has(name)).map(malformed), ...incomplete(given)]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const set = parsed.data
  const connection = connectionOf(set)
  return {
    connection,
    databaseUrl: set.DATABASE_URL ?? null,
    dataDir: set.LIAISON_DATA,
    monitor: monitorOf(set, connection),
    keep: { messages: set.LIAISON_KEEP_MESSAGES, drafts: set.LIAISON_KEEP_DRAFTS },
    logLevel: set.LIAISON_LOG,
  }
}

/** The folder of the embedded database; null where there is a PostgreSQL server. */
export function embeddedFolder({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): string | null {
  return databaseUrl === null ? resolve(dataDir, 'database') : null
}

const malformed = (setting: SettingName): SettingProblem => ({ setting, message: `setting.${setting}` })

/** What is wrong with settings together, by which of them are given. */
function incomplete(given: Environment): SettingProblem[] {
  const problems: SettingProblem[] = []
  const transport = given.SLACK_APP_TOKEN ?? given.SLACK_SIGNING_SECRET
  const { SLACK_BOT_TOKEN: one, SLACK_CLIENT_ID: many } = given
  if (one && many) problems.push({ setting: 'SLACK_BOT_TOKEN', message: 'setting.one_or_many' })
  if ((one || many) && !transport) problems.push({ setting: 'SLACK_APP_TOKEN', message: 'setting.transport_missing' })
  if (!one && !many && transport) problems.push({ setting: 'SLACK_BOT_TOKEN', message: 'setting.bot_token_missing' })
  if (ofOAuth.every((setting) => given[setting] === undefined)) return problems
  const missing = ofOAuth.filter((setting) => given[setting] === undefined)
  return [...problems, ...missing.map((setting) => ({ setting, message: 'setting.oauth_missing' as const }))]
}

/** The sandbox has no monitor unless it is asked for: it is for trying out, and may run beside the real bot. */
function monitorOf(set: z.infer<typeof settings>, connection: Connection): Config['monitor'] {
  const number = set.LIAISON_MONITOR_PORT ?? (connection.kind === 'sandbox' ? 'off' : usualMonitorPort)
  return number === 'off' ? null : { host: set.LIAISON_MONITOR_HOST, port: number }
}

/**
 * Variables that look like settings of the bot and are none, with the one that may have been meant (null: none is near).
 * They have no effect, which their author may not expect.
 */
export function findUnknownSettings(env: Environment): { name: string; meant: string | null }[] {
  const unknown = Object.keys(env).filter((name) => /^(?:SLACK|LIAISON)_/.test(name) && !isSetting(name))
  return unknown.sort().map((name) => ({ name, meant: settingNames.find((known) => isNear(name, known)) ?? null }))
}

function isSetting(name: string): boolean {
  return (settingNames as readonly string[]).includes(name)
}

/** Do the names differ by no more than two letters left out, added or changed? */
function isNear(name: string, known: string, left = 2): boolean {
  if (name === known) return true
  let same = 0
  while (same < name.length && name[same] === known[same]) same += 1
  const [rest, other] = [name.slice(same), known.slice(same)]
  if (left === 0 || Math.abs(rest.length - other.length) > left) return false
  const ways = [
    [rest.slice(1), other],
    [rest, other.slice(1)],
    [rest.slice(1), other.slice(1)],
  ] as const
  return ways.some(([one, two]) => isNear(one, two, left - 1))
}

function connectionOf(set: z.infer<typeof settings>): Connection {
  const installed = installedOf(set)
  const transport = transportOf(set)
  if (!installed || !transport) return { kind: 'sandbox', port: set.LIAISON_SANDBOX_PORT, seed: set.LIAISON_SEED }
  return { kind: 'slack', transport, installed, apiUrl: set.SLACK_API_URL ?? null }
}

function installedOf(set: z.infer<typeof settings>): Installed | null {
  if (set.SLACK_BOT_TOKEN) return { kind: 'one', botToken: set.SLACK_BOT_TOKEN }
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_REDIRECT_URL: redirectUrl } = set
  const { LIAISON_TOKEN_KEYS: tokenKeys, SLACK_HTTP_HOST: host, SLACK_HTTP_PORT: number } = set
  if (!clientId || !clientSecret || !redirectUrl || !tokenKeys) return null
  return { kind: 'many', clientId, clientSecret, redirectUrl, tokenKeys, host, port: number }
}

function transportOf(set: z.infer<typeof settings>): Transport | null {
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
