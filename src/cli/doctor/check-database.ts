import { join } from 'node:path'
import { DateTime } from 'luxon'
import type { Config } from '../../config.ts'
import { readLateSlots, readOutboxBacklog } from '../../db/backlog-store.ts'
import type { Database } from '../../db/database.ts'
import { type Inspection, inspectDatabase } from '../../db/inspect-database.ts'
import { listPlanAddresses, type PlanAddresses } from '../../db/plan-address-store.ts'
import { FolderHeldError, StorageError } from '../../db/storage-error.ts'
import type { TokenCipher } from '../../db/token-cipher.ts'
import type { Locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/translate.ts'
import { readInstallations } from '../../usecases/installation/read-installations.ts'
import { megabytes, reasonOf } from './check-machine.ts'
import { type Finding, findings } from './finding.ts'

const clockDriftMs = 5000
const late = { minutes: 10 }

/** Whose plans are looked for: one workspace's; or those of all that installed the bot, whose tokens are there, too. */
export type Whose = { workspaceId: string } | { cipher: TokenCipher }

/** A workspace's plans; `token`: as it is stored, null where no key opens it or it is not stored here. */
export type WorkspacePlans = { workspaceId: string; token: string | null; plans: PlanAddresses[] }

/** What the database was found to hold; `workspaces` null where it could not be asked. */
export type DatabaseReport = { findings: Finding[]; workspaces: WorkspacePlans[] | null }

/**
 * The database: reached, fit for this version, its clock, and what waits in it by `now` (null: by a clock that is not known,
 * as the sandbox's). Nothing is changed, migrated least of all.
 */
export async function checkDatabase(
  locale: Locale,
  config: Config,
  whose: Whose | null,
  now: DateTime | null,
): Promise<DatabaseReport> {
  const { ok, fail } = findings('database')
  try {
    const options = { url: config.databaseUrl, dataDir: join(config.dataDir, 'database') }
    const found = await inspectDatabase(options, (database) => readContents(database, whose, now))
    if (!found)
      return { findings: [ok(t(locale, 'doctor.database_new', { folder: options.dataDir }))], workspaces: null }
    const { facts, answer } = found
    return {
      findings: [...factFindings(locale, facts), ...(answer ? waitingFindings(locale, answer, now) : [])],
      workspaces: answer?.workspaces ?? null,
    }
  } catch (error) {
    if (error instanceof FolderHeldError)
      return { findings: [await heldFinding(locale, config, error)], workspaces: null }
    const [english = '', chinese = english] =
      error instanceof StorageError ? error.message.split('\n') : [reasonOf(error)]
    return { findings: [fail(locale === 'en' ? english : chinese)], workspaces: null }
  }
}

async function readContents(database: Database, whose: Whose | null, now: DateTime | null) {
  const known = whose === null ? [] : await listTokens(database, whose)
  return database.transaction(async (tx) => {
    const workspaces: WorkspacePlans[] = []
    for (const one of known) workspaces.push({ ...one, plans: await listPlanAddresses(tx, one.workspaceId) })
    return {
      backlog: await readOutboxBacklog(tx),
      slots: now === null ? [] : await readLateSlots(tx, now.minus(late).toJSDate()),
      workspaces,
    }
  })
}

async function listTokens(database: Database, whose: Whose): Promise<Omit<WorkspacePlans, 'plans'>[]> {
  if ('workspaceId' in whose) return [{ workspaceId: whose.workspaceId, token: null }]
  const { installed, unreadable } = await readInstallations({ database, now: () => DateTime.now() }, whose.cipher)
  const tokenless = unreadable.map(({ workspaceId }) => ({ workspaceId, token: null }))
  return [...installed.map(({ workspaceId, token }) => ({ workspaceId, token })), ...tokenless]
}

function factFindings(locale: Locale, facts: Inspection): Finding[] {
  const database = findings('database')
  const migrations = findings('migrations')
  const clock = findings('database_clock')
  const { version, zone, pending, unknown, edited } = facts
  const kind = t(locale, facts.kind === 'pglite' ? 'doctor.embedded' : 'doctor.postgresql')
  const drift = { seconds: (Math.abs(facts.aheadMs) / 1000).toFixed(1) }
  return [
    zone === 'UTC'
      ? database.ok(t(locale, 'doctor.database', { kind, version, size: megabytes(facts.bytes) }))
      : database.fail(t(locale, 'doctor.database_zone', { zone })),
    edited.length > 0
      ? migrations.fail(t(locale, 'doctor.migrations_edited', { names: edited.join(' ') }))
      : unknown.length > 0
        ? migrations.warn(t(locale, 'doctor.migrations_newer', { names: unknown.join(' ') }))
        : pending.length > 0
          ? migrations.warn(t(locale, 'doctor.migrations_pending', { count: pending.length }))
          : migrations.ok(t(locale, 'doctor.migrations')),
    Math.abs(facts.aheadMs) > clockDriftMs
      ? clock.warn(t(locale, 'doctor.database_clock_off', drift))
      : clock.ok(t(locale, 'doctor.database_clock', drift)),
  ]
}

function waitingFindings(
  locale: Locale,
  { backlog, slots }: Awaited<ReturnType<typeof readContents>>,
  now: DateTime | null,
): Finding[] {
  const outbox = findings('outbox')
  const schedule = findings('schedule')
  const dead = backlog.find(({ state }) => state === 'dead')?.count ?? 0
  const waiting = backlog.filter(({ state }) => state !== 'dead').reduce((sum, { count }) => sum + count, 0)
  const overdue = slots.reduce((sum, { count }) => sum + count, 0)
  const oldest = Math.min(...slots.flatMap((one) => (one.oldest ? [one.oldest.getTime()] : [])))
  return [
    dead > 0
      ? outbox.warn(t(locale, 'doctor.outbox_dead', { dead, waiting }))
      : outbox.ok(t(locale, 'doctor.outbox', { waiting })),
    overdue > 0
      ? schedule.warn(
          t(locale, 'doctor.slots_late', { count: overdue, hours: Math.ceil((Number(now) - oldest) / 3_600_000) }),
        )
      : schedule.ok(t(locale, 'doctor.slots')),
  ]
}

/** The folder is a running bot's: it is asked itself, where it serves its health. */
async function heldFinding(locale: Locale, { monitor }: Config, { holder }: FolderHeldError): Promise<Finding> {
  const { ok, warn } = findings('database')
  const about = { pid: holder ?? '?' }
  if (monitor === null) return ok(t(locale, 'doctor.held', about))
  const url = `http://${monitor.host.includes(':') ? `[${monitor.host}]` : monitor.host}:${monitor.port}/ready`
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) })
    const { parts } = (await answer.json()) as { parts: Record<string, { ok: boolean }> }
    const unwell = Object.keys(parts).filter((part) => !parts[part]?.ok)
    if (unwell.length === 0) return ok(t(locale, 'doctor.held_ready', about))
    return warn(t(locale, 'doctor.held_unready', { ...about, parts: unwell.join(' ') }))
  } catch {
    return ok(t(locale, 'doctor.held', about))
  }
}
