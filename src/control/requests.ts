import { z } from 'zod'

const workspaceId = z.string().min(1).max(100)

/** What the running bot can be asked from the shell. */
export const controlRequest = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('copy') }),
  z.strictObject({ verb: z.literal('person.erase'), workspaceId, userId: z.string().max(100) }),
  z.strictObject({ verb: z.literal('workspace.delete'), workspaceId, name: z.string().max(500) }),
])
export type ControlRequest = z.infer<typeof controlRequest>

/** A copy of the data folder that the bot made, for the asker to open and to remove. */
export const copyAnswer = z.object({ folder: z.string().min(1) })

/** Where the bot listens, as it says in a file of its data folder; whoever can read that file has the key. */
export const controlAddress = z.object({ address: z.string().min(1), key: z.string().length(64) })

/** The name of that file. */
export const addressFile = 'control.json'

/** What the bot answers: a result, or a refusal as a DomainError has it. */
export const controlAnswer = z.union([
  z.object({ result: z.record(z.string(), z.unknown()) }),
  z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])) }),
])

/** The most that a request or an answer may be, in characters. */
export const messageAtMost = 64 * 1024
