import { basename, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { restoreBackup, writeBackup } from '../db/transfer/backup-file.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import { exportInstallation } from '../usecases/transfer/export-installation.ts'
import { importInstallation } from '../usecases/transfer/import-installation.ts'
import { fillTarget, readInstallation } from './installation.ts'

type Environment = Parameters<typeof readConfig>[0]

/** Backs everything up to a new file, whether the bot runs or not. @throws DomainError as `writeBackup`; StorageError */
export async function backUp(locale: Locale, env: Environment, file: string): Promise<string> {
  const rows = await readInstallation(readConfig(env), (engine) => writeBackup(engine, resolve(file), new Date()))
  return t(locale, 'transfer.backed_up', { rows, name: basename(file) })
}

/** Fills an empty installation from a backup. @throws DomainError as `restoreBackup`; StorageError */
export async function restore(locale: Locale, env: Environment, file: string): Promise<string> {
  const rows = await fillTarget(readConfig(env), (engine) => restoreBackup(engine, resolve(file)))
  return t(locale, 'transfer.restored', { rows, name: basename(file) })
}

/** Exports everything to a new folder in open formats. @throws DomainError as `exportInstallation`; StorageError */
export async function exportTo(locale: Locale, env: Environment, folder: string): Promise<string> {
  const rows = await readInstallation(readConfig(env), (engine) =>
    exportInstallation(engine, resolve(folder), new Date()),
  )
  return t(locale, 'transfer.exported', { rows, name: basename(folder) })
}

/** Fills an empty installation from an export. @throws DomainError as `importInstallation`; StorageError */
export async function importFrom(locale: Locale, env: Environment, folder: string): Promise<string> {
  const rows = await fillTarget(readConfig(env), (engine) => importInstallation(engine, resolve(folder)))
  return t(locale, 'transfer.imported', { rows, name: basename(folder) })
}
