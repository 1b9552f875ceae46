import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { agendaInput } from '../domain/agenda/agenda-input.ts'
import { solveAgenda } from '../domain/agenda/solve.ts'
import { DomainError } from '../domain/errors.ts'

const largestFile = 10 * 1024 * 1024

/**
 * Chooses and orders the issues of a file, see `agendaInput`; the agenda as JSON.
 * @throws DomainError `cli.agenda_unreadable` {name}, or `cli.agenda_invalid` {path, reason}
 */
export async function solveFile(path: string): Promise<string> {
  const checked = agendaInput.safeParse(await readJson(path))
  if (checked.success) return JSON.stringify(solveAgenda(checked.data), null, 2)
  const [issue] = checked.error.issues
  throw new DomainError('cli.agenda_invalid', { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' })
}

async function readJson(path: string): Promise<unknown> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile() || found.size > largestFile) throw new DomainError('cli.agenda_unreadable', { name })
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) throw new DomainError('cli.agenda_unreadable', { name })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DomainError('cli.agenda_invalid', { path: name, reason: (error as SyntaxError).message })
  }
}
