import { DateTime } from 'luxon'
import { type Config, ConfigError, findUnknownSettings, readConfig } from '../../config.ts'
import { createTokenCipher } from '../../db/token-cipher.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { checkDatabase, type Whose, type WorkspacePlans } from './check-database.ts'
import { checkFolder, checkFonts, checkNode, reasonOf } from './check-machine.ts'
import { checkPlans } from './check-plans.ts'
import { checkSlack, checkToken, type SlackSettings } from './check-slack.ts'
import { type Finding, findings } from './finding.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** What was found, as a person or a program reads it; not ok where something keeps the bot from its work. */
export type Diagnosis = { ok: boolean; text: string }

/** Looks at everything that a bot with this environment needs, changes nothing, and says what to do. */
export async function diagnose(locale: Locale, env: Environment, asJson: boolean): Promise<Diagnosis> {
  const found = await examine(locale, env)
  const ok = found.every(({ state }) => state !== 'fail')
  if (asJson) return { ok, text: JSON.stringify({ ok, findings: found }, null, 2) }
  const lines = found.map(({ state, text }) => `${t(locale, `doctor.state.${state}`)}  ${text}`)
  const bad = found.filter(({ state }) => state !== 'ok').length
  return { ok, text: [...lines, '', t(locale, 'doctor.sum', { ok, count: bad })].join('\n') }
}

async function examine(locale: Locale, env: Environment): Promise<Finding[]> {
  const machine = [checkNode(locale), await checkFonts(locale)]
  const settings = findings('settings')
  const unknown = findUnknownSettings(env).map(({ name, meant }) =>
    settings.warn(t(locale, 'doctor.setting_unknown', { name, meant: meant ?? '' })),
  )
  try {
    const config = readConfig(env)
    const connection = t(locale, config.connection.kind === 'sandbox' ? 'doctor.sandbox' : 'doctor.slack')
    const told = settings.ok(t(locale, 'doctor.settings', { connection }))
    return [told, ...unknown, ...machine, ...(await examineConfigured(locale, config))]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const wrong = error.problems.map(({ setting, message }) =>
      settings.fail(t(locale, 'doctor.setting_wrong', { name: setting, todo: t(locale, message) })),
    )
    return [...wrong, ...unknown, ...machine]
  }
}

async function examineConfigured(locale: Locale, config: Config): Promise<Finding[]> {
  const { connection } = config
  const slack = connection.kind === 'slack' ? await checkSlack(locale, connection) : { findings: [], team: null }
  const ownsFolder = config.databaseUrl === null || connection.kind === 'sandbox'
  const folder = ownsFolder ? [await checkFolder(locale, config.dataDir)] : []
  // What a sandbox keeps is dated by a clock of its own.
  const now = connection.kind === 'slack' ? DateTime.now() : null
  const { findings: database, workspaces } = await checkDatabase(locale, config, whoseOf(connection, slack.team), now)
  const reached = connection.kind === 'slack' && workspaces ? await checkReached(locale, connection, workspaces) : []
  return [...slack.findings, ...folder, ...database, ...reached]
}

function whoseOf(connection: Config['connection'], team: string | null): Whose | null {
  if (connection.kind === 'slack' && connection.installed.kind === 'many')
    return { cipher: createTokenCipher(connection.installed.tokenKeys) }
  return team === null ? null : { workspaceId: team }
}

/** Each workspace that is served, by its token: the token itself where it is stored, then the plans. */
async function checkReached(
  locale: Locale,
  { installed, apiUrl }: SlackSettings,
  workspaces: readonly WorkspacePlans[],
): Promise<Finding[]> {
  const many = installed.kind === 'many'
  if (many && workspaces.length === 0)
    return [
      findings('bot_token').warn(t(locale, 'doctor.none_installed', { origin: new URL(installed.redirectUrl).origin })),
    ]
  const found: Finding[] = []
  for (const { workspaceId, token, plans } of workspaces) {
    const botToken = many ? token : installed.botToken
    if (botToken === null) {
      found.push(findings('bot_token').fail(t(locale, 'doctor.token_closed', { id: workspaceId })))
      continue
    }
    const told = many ? await checkToken(locale, apiUrl, botToken, workspaceId) : null
    found.push(...(told?.findings ?? []))
    if (told && told.team === null) continue
    found.push(...(await addressed(locale, () => checkPlans(locale, plans, { apiUrl, botToken }))))
  }
  return found
}

async function addressed(locale: Locale, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check()
  } catch (error) {
    return [findings('plans').fail(t(locale, 'doctor.slack_unreachable', { reason: reasonOf(error) }))]
  }
}
