import { readConfig } from '../config.ts'
import type { Locale } from '../i18n/locale.ts'
import { t } from '../i18n/translate.ts'
import { changeInstallation } from './installation.ts'

type Environment = Parameters<typeof readConfig>[0]

/** Erases a person of a workspace, whether the bot runs or not. @throws DomainError as `erasePerson`; StorageError */
export async function erase(locale: Locale, env: Environment, workspaceId: string, userId: string): Promise<string> {
  const change = { verb: 'person.erase', workspaceId, userId } as const
  const { rows, pseudonym } = await changeInstallation(readConfig(env), change)
  return t(locale, 'person.erased', { rows: Number(rows), pseudonym: String(pseudonym) })
}

/** Deletes a workspace with all its data. @throws DomainError as `deleteWorkspace`; StorageError */
export async function deleteAll(locale: Locale, env: Environment, workspaceId: string, name: string): Promise<string> {
  const { rows } = await changeInstallation(readConfig(env), { verb: 'workspace.delete', workspaceId, name })
  return t(locale, 'workspace.deleted', { rows: Number(rows), workspace: workspaceId })
}
