import { randomBytes } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../usecases/context.ts'
import { erasePerson } from '../usecases/person/erase-person.ts'
import { deleteWorkspace } from '../usecases/workspace/delete-workspace.ts'
import type { ControlRequest } from './requests.ts'
import { newCopyFolder } from './serve.ts'

/** Something that is asked of whoever has the database open: the bot, or the shell itself. */
export type Change = Exclude<ControlRequest, { verb: 'copy' }>

/** Does what the shell asks. @throws DomainError what the use cases refuse */
export async function perform(context: Context, change: Change): Promise<{ rows: number; pseudonym?: string }> {
  if (change.verb === 'workspace.delete') return deleteWorkspace(context, change)
  return erasePerson(context, { ...change, random: randomBytes(6).toString('hex') })
}

/** As `perform`, in the bot that holds a data folder; a copy of the folder can be asked for too. */
export async function performIn(dataFolder: string, context: Context, request: ControlRequest): Promise<object> {
  if (request.verb !== 'copy') return perform(context, request)
  const folder = newCopyFolder(dataFolder)
  await mkdir(folder, { mode: 0o700 })
  try {
    await context.database.copyTo(join(folder, 'postgres'))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return { folder }
}
