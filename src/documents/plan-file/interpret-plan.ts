import { parsePlan } from '../../domain/plan-document/parse-plan.ts'
import type { Doubt } from '../../domain/plan-document/parsed-plan.ts'
import type { PlanData } from '../../domain/plan-file/plan-schema.ts'
import { toPlanData } from '../../domain/plan-file/to-plan-data.ts'
import { parsePlanYaml } from './plan-yaml.ts'

/** A plan as it was read; an exported file leaves no doubts. */
export type ReadPlan = { data: PlanData; doubts: Doubt[] }

/**
 * Reads a plan's text: an exported file (named .yaml or .yml, or beginning as one), else an official document.
 * @throws DomainError as `parsePlanYaml` and `parsePlan`
 */
export function interpretPlan(name: string, text: string): ReadPlan {
  if (/\.ya?ml$/i.test(name) || /^(?:\uFEFF|---\s|\s)*title:\s/.test(text.slice(0, 1000)))
    return { data: parsePlanYaml(text), doubts: [] }
  const parsed = parsePlan(text)
  return { data: toPlanData(parsed), doubts: parsed.doubts }
}
