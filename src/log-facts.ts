/** What is told of an error in the log: what it is and where it came from, never what anybody typed. */
export type ErrorFacts = { name: string; stack: string[]; [fact: string]: unknown }

/** Our own errors whose messages hold no words of a user. Those of others, of the engine even, may quote what they met. */
const plainMessages = new Set(['DeliveryError', 'AnswerError', 'StorageError', 'StartError', 'SandboxError'])

/** Properties that name things by words of the code: SQLSTATE and its table, a system call, Prisma's model. */
const facts = ['code', 'syscall', 'severity', 'table', 'constraint', 'statusCode', 'retryAfter', 'reason'] as const
const factShape = /^[\w.:-]{1,80}$/

const framesAtMost = 12
const causesAtMost = 4

/**
 * What the log keeps of an error: name, codes, stack frames, and the same of its causes. Messages are left out but for those
 * that the product writes itself: Prisma's print the arguments of a call, Slack's and the engine's quote their input.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts | { thrown: string } {
  if (!(error instanceof Error)) return { thrown: typeof error }
  const given = error as unknown as Record<string, unknown>
  const told: ErrorFacts = { name: factShape.test(error.name) ? error.name : 'Error', stack: framesOf(error) }
  for (const fact of facts) if (isFact(given[fact])) told[fact] = given[fact]
  const { data, meta } = given
  // What Slack answered, and the model that Prisma worked on.
  if (isRecord(data) && isFact(data.error)) told.refusal = data.error
  if (isRecord(data) && isFact(data.needed)) told.needed = data.needed
  if (isRecord(meta) && isFact(meta.modelName)) told.model = meta.modelName
  if (plainMessages.has(error.name)) told.message = error.message
  const causes = [error.cause, given.original, ...(error instanceof AggregateError ? error.errors : [])]
  const [cause] = causes.filter((one) => one instanceof Error)
  if (cause && depth < causesAtMost) told.cause = errorFacts(cause, depth + 1)
  return told
}

/** The frames of a stack, without the message that stands before them and may look like frames itself. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? 0 : stack.lastIndexOf(message) + message.length
  const lines = stack.slice(Math.max(0, at)).split('\n')
  return lines
    .filter((line) => /^\s+at \S/.test(line))
    .slice(0, framesAtMost)
    .map((line) => line.trim())
}

function isFact(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && factShape.test(value))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
