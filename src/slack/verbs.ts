import { foldFullWidth } from '../domain/full-width.ts'
import type { FormRequest } from './requests/request.ts'

/** A verb of a command: by what it is called, small letters, and what it does with the words after it. */
export type Verb = { names: readonly string[]; handle: (request: FormRequest, words: string) => Promise<void> }

/** The verb that the words begin with, and the words after it; null where there is none. The longest name is meant. */
export function findVerb(verbs: readonly Verb[], words: string): { handle: Verb['handle']; rest: string } | null {
  const typed = foldFullWidth(words).toLowerCase()
  const [found] = verbs
    .flatMap(({ names, handle }) => names.map((name) => ({ name, handle })))
    // A latin name ends where its letters end; Chinese words follow each other without a space.
    .filter(({ name }) => typed.startsWith(name) && !(/[a-z]$/.test(name) && /^[a-z]/.test(typed.slice(name.length))))
    .sort((one, other) => other.name.length - one.name.length)
  return found ? { handle: found.handle, rest: words.slice(found.name.length).trim() } : null
}
