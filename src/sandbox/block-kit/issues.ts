import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * What is wrong, in Slack's words with a JSON pointer at the end:
 * `must be less than 3001 characters [json-pointer:/blocks/3/text/text]`. `root` is the pointer of the checked value.
 */
export function describeIssues(issues: readonly Issue[], root: string): string[] {
  return issues.flatMap((issue) => describe(issue, root))
}

/** A message with its JSON pointer, as Slack writes it. */
export function pointed(message: string, root: string, path: readonly PropertyKey[]): string {
  return `${message} [json-pointer:${root}${path.map((step) => `/${String(step)}`).join('')}]`
}

function describe(issue: Issue, root: string): string[] {
  const { path } = issue
  const parent = path.slice(0, -1)
  if (issue.code === 'invalid_type' && issue.input === undefined && path.length > 0) {
    return [pointed(`missing required field: ${String(path.at(-1))}`, root, parent)]
  }
  switch (issue.code) {
    case 'invalid_type':
      return [pointed(`must provide ${article(issue.expected)}`, root, path)]
    case 'too_big':
      return [pointed(tooBig(issue.origin, Number(issue.maximum)), root, path)]
    case 'too_small':
      return [pointed(tooSmall(issue.origin, Number(issue.minimum)), root, path)]
    case 'unrecognized_keys':
      return issue.keys.map((key) => pointed(`invalid additional property: ${key}`, root, path))
    case 'invalid_union':
      return [unsupportedType(issue, root)]
    case 'invalid_value':
      return [pointed(`must be one of: ${issue.values.map(String).join(', ')}`, root, path)]
    default:
      return [pointed(issue.message, root, path)]
  }
}

/** A discriminated union reports the whole value as its input, and the discriminator as the last step of its path. */
function unsupportedType(issue: Extract<Issue, { code: 'invalid_union' }>, root: string): string {
  const value = issue.input
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined
  if (type === undefined) return pointed('missing required field: type', root, issue.path.slice(0, -1))
  return pointed(`unsupported type: ${String(type)}`, root, issue.path)
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must be less than ${maximum + 1} characters`
  if (origin === 'array') return `no more than ${maximum} items allowed`
  return `must be no more than ${maximum}`
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return `must be more than ${minimum - 1} characters`
  if (origin === 'array') return `no less than ${minimum} items allowed`
  return `must be no less than ${minimum}`
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
