import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DateTime } from 'luxon'
import { type Config, embeddedFolder } from '../config.ts'
import { askBot } from '../control/ask.ts'
import { type Change, perform } from '../control/perform.ts'
import { copyAnswer } from '../control/requests.ts'
import { openDatabase } from '../db/database.ts'
import { openEmbedded } from '../db/embedded.ts'
import type { Engine } from '../db/engine.ts'
import { openPostgres } from '../db/postgres.ts'
import { FolderHeldError } from '../db/storage-error.ts'
import { DomainError } from '../domain/errors.ts'

/** Which database, as the settings say. */
type Where = Pick<Config, 'databaseUrl' | 'dataDir'>

/**
 * Lends the bot's database for reading, whether the bot runs or not. Where it runs on the embedded one, it is asked for a
 * copy of its folder, so that it waits only as long as copying takes.
 * @throws DomainError `transfer.no_database` {folder}; StorageError
 */
export async function readInstallation<T>(where: Where, work: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = existingFolder(where)
  if (folder === null) return lend(openTarget(where), work)
  try {
    return await lend(openEmbedded(folder), work)
  } catch (error) {
    if (!(error instanceof FolderHeldError)) throw error
    const answer = await askBot(folder, { verb: 'copy' })
    if (answer === null) throw error
    const copy = copyAnswer.parse(answer).folder
    try {
      return await lend(openEmbedded(copy), work)
    } finally {
      await rm(copy, { recursive: true, force: true })
    }
  }
}

/** Lends the database that is to be filled, as it is. @throws StorageError, FolderHeldError while the bot runs on it */
export async function fillTarget<T>(where: Where, work: (engine: Engine) => Promise<T>): Promise<T> {
  return lend(openTarget(where), work)
}

/**
 * Changes something in the bot's database: here, or where the bot runs on the embedded one, by the bot.
 * @throws DomainError what is refused, `transfer.no_database` {folder}; StorageError
 */
export async function changeInstallation(where: Where, change: Change): Promise<Record<string, unknown>> {
  const dataDir = existingFolder(where)
  try {
    const database = await openDatabase({ url: where.databaseUrl, dataDir })
    try {
      return await perform({ database, now: () => DateTime.now() }, change)
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof FolderHeldError) || dataDir === null) throw error
    const answer = await askBot(dataDir, change)
    if (answer === null) throw error
    return answer
  }
}

async function openTarget(where: Where): Promise<Engine> {
  return where.databaseUrl === null ? openEmbedded(embeddedFolder(where)) : openPostgres(where.databaseUrl)
}

function existingFolder(where: Where): string | null {
  const folder = embeddedFolder(where)
  if (folder !== null && !existsSync(join(folder, 'postgres')))
    throw new DomainError('transfer.no_database', { folder })
  return folder
}

async function lend<T>(opening: Promise<Engine>, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await opening
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}
