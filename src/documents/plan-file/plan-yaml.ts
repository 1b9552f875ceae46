import { LineCounter, parseDocument, stringify } from 'yaml'
import type { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import { type PlanData, planSchema } from '../../domain/plan-file/plan-schema.ts'

const longestYaml = 2_000_000
/** A plan is five deep. What is deeper by far is no plan, and takes the library time by the square of its depth. */
const deepest = 50
const nestedIndicators = new RegExp(`^(?:[ \\t]*[-?](?=[ \\t])){${deepest}}`, 'm')

/**
 * Reads an exported plan.
 * @throws DomainError `plan.yaml_broken` { line } where it is no YAML; `plan.yaml_too_large` { megabytes };
 * `plan.yaml_invalid` { path, reason, detail } where it is no plan, path as `sections[2].tasks[0].units[1]`
 */
export function parsePlanYaml(text: string): PlanData {
  if (text.length > longestYaml) throw new DomainError('plan.yaml_too_large', { megabytes: longestYaml / 1_000_000 })
  const checked = planSchema.safeParse(readYaml(text))
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw new DomainError('plan.yaml_invalid', { path: formatPath(issue?.path ?? []), ...explain(issue) })
}

function readYaml(text: string): unknown {
  const tooDeep = depthPast(text)
  if (tooDeep !== null) throw new DomainError('plan.yaml_broken', { line: text.slice(0, tooDeep).split('\n').length })
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, logLevel: 'silent' })
  const [error] = document.errors
  if (error) throw new DomainError('plan.yaml_broken', { line: error.linePos?.[0].line ?? 1 })
  try {
    return document.toJS({ maxAliasCount: 50 })
  } catch {
    // what else toJS refuses is an alias that unfolds without bound or points nowhere
    throw new DomainError('plan.yaml_broken', { line: 1 })
  }
}

/** Where a text opens more brackets, or lists and keys on one line, than a plan could; null where it does not. */
function depthPast(text: string): number | null {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '[' || char === '{') depth += 1
    else if ((char === ']' || char === '}') && depth > 0) depth -= 1
    if (depth > deepest) return at
  }
  return nestedIndicators.exec(text)?.index ?? null
}

/** A plan as YAML that `parsePlanYaml` reads back unchanged; optional parts that are absent stay absent. */
export function formatPlanYaml(plan: PlanData): string {
  const sections = plan.sections.map((section) => ({
    ...section,
    tasks: section.tasks.map(({ text, ...task }) => (text === '' ? task : { ...task, text })),
  }))
  const units = plan.units.map(({ aliases, ...unit }) => (aliases.length === 0 ? unit : { ...unit, aliases }))
  return stringify({ ...plan, sections, units }, { lineWidth: 0, aliasDuplicateObjects: false })
}

function formatPath(path: readonly PropertyKey[]): string {
  let text = ''
  for (const key of path) text += typeof key === 'number' ? `[${key}]` : text ? `.${String(key)}` : String(key)
  return text
}

/** Why a value was refused, as a reason the catalogue words, with the detail it needs. */
function explain(issue: z.core.$ZodIssue | undefined): { reason: string; detail: string | number } {
  switch (issue?.code) {
    case 'invalid_type':
      return { reason: 'wrong_type', detail: issue.expected }
    case 'too_big':
      return { reason: 'too_big', detail: Number(issue.maximum) }
    case 'too_small':
      return { reason: 'too_small', detail: Number(issue.minimum) }
    case 'unrecognized_keys':
      return { reason: 'unknown_key', detail: issue.keys.join(', ').slice(0, 200) }
    case 'invalid_value':
      return { reason: 'not_one_of', detail: issue.values.map(String).join(', ') }
    case 'custom':
      return { reason: String(issue.params?.reason ?? 'wrong'), detail: readDetail(issue.params?.detail) }
    default:
      return { reason: 'wrong', detail: '' }
  }
}

function readDetail(detail: unknown): string | number {
  return typeof detail === 'number' ? detail : String(detail ?? '').slice(0, 200)
}
