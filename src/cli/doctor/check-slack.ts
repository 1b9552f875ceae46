import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Config } from '../../config.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { reasonOf } from './check-machine.ts'
import { type Finding, findings } from './finding.ts'
import { askSlack, type SlackAnswer } from './slack-answer.ts'

/** The settings of a connection to Slack. */
export type SlackSettings = Extract<Config['connection'], { kind: 'slack' }>

/** Slack takes signatures of the last five minutes; past one, something is wrong with the clock. */
const clockOffMs = 60_000
const clockWrongMs = 240_000

/** What Slack says of a bot token; `team`: the workspace it is of, null where it is not good. */
export type SlackReport = { findings: Finding[]; team: string | null }

/**
 * Slack: the tokens, the scopes by the manifest, the way requests come in, and the clock by Slack's. The tokens of several
 * workspaces are in the database, and looked at with what it holds.
 */
export async function checkSlack(
  locale: Locale,
  { transport, installed, apiUrl }: SlackSettings,
): Promise<SlackReport> {
  const requests = () =>
    transport.kind === 'socket'
      ? checkSocket(locale, apiUrl, transport.appToken)
      : Promise.resolve(checkSecret(locale, transport.signingSecret))
  if (installed.kind === 'many') return { findings: [await requests()], team: null }
  const { findings: told, team } = await checkToken(locale, apiUrl, installed.botToken)
  return { findings: team === null ? told : [...told, await requests()], team }
}

/**
 * A bot token: whether it is good, its scopes by the manifest, and the clock by Slack's. `installedIn`: the workspace that it
 * was granted by when the bot was installed there; else it is one of the settings.
 */
export async function checkToken(
  locale: Locale,
  apiUrl: string | null,
  token: string,
  installedIn?: string,
): Promise<SlackReport> {
  const bot = findings('bot_token')
  let answer: SlackAnswer
  try {
    answer = await askSlack(apiUrl, token, 'auth.test')
  } catch (error) {
    return { findings: [bot.fail(t(locale, 'doctor.slack_unreachable', { reason: reasonOf(error) }))], team: null }
  }
  const { body, scopes, now } = answer
  const clock = now === null ? [] : [checkClock(locale, now)]
  if (body.ok !== true) {
    const error = String(body.error)
    const text = installedIn
      ? t(locale, 'doctor.token_refused', { id: installedIn, error })
      : t(locale, 'doctor.bot_token_bad', { error })
    return { findings: [bot.fail(text), ...clock], team: null }
  }
  return {
    findings: [
      bot.ok(t(locale, 'doctor.bot_token', { team: String(body.team), id: String(body.team_id) })),
      checkScopes(locale, scopes, await wantedScopes()),
      ...clock,
    ],
    team: String(body.team_id),
  }
}

async function wantedScopes(): Promise<string[]> {
  const manifest = parse(await readFile(new URL('../../../manifest.yml', import.meta.url), 'utf8'))
  return manifest.oauth_config.scopes.bot
}

function checkScopes(locale: Locale, given: readonly string[], wanted: readonly string[]): Finding {
  const { ok, fail } = findings('scopes')
  const missing = wanted.filter((scope) => !given.includes(scope))
  return missing.length > 0
    ? fail(t(locale, 'doctor.scopes_missing', { scopes: missing.join(' ') }))
    : ok(t(locale, 'doctor.scopes', { count: wanted.length }))
}

async function checkSocket(locale: Locale, apiUrl: string | null, appToken: string): Promise<Finding> {
  const { ok, fail } = findings('app_token')
  try {
    const { body } = await askSlack(apiUrl, appToken, 'apps.connections.open')
    if (body.ok === true) return ok(t(locale, 'doctor.app_token'))
    return fail(t(locale, 'doctor.app_token_bad', { error: String(body.error) }))
  } catch (error) {
    return fail(t(locale, 'doctor.slack_unreachable', { reason: reasonOf(error) }))
  }
}

function checkSecret(locale: Locale, secret: string): Finding {
  const { ok, warn } = findings('signing_secret')
  return /^[0-9a-f]{32}$/.test(secret)
    ? ok(t(locale, 'doctor.signing_secret'))
    : warn(t(locale, 'doctor.signing_secret_odd'))
}

function checkClock(locale: Locale, slackNow: number): Finding {
  const { ok, warn, fail } = findings('clock')
  // Slack tells whole seconds, and the answer was on its way for a moment.
  const off = Math.abs(Date.now() - slackNow)
  const about = { seconds: String(Math.round(off / 1000)) }
  if (off > clockWrongMs) return fail(t(locale, 'doctor.clock_off', about))
  return off > clockOffMs ? warn(t(locale, 'doctor.clock_off', about)) : ok(t(locale, 'doctor.clock', about))
}
