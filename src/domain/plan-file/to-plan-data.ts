import type { ParsedPlan } from '../plan-document/parsed-plan.ts'
import type { PlanData } from './plan-schema.ts'

/** A parsed document as the data of a plan: everything but its doubts. */
export function toPlanData(parsed: ParsedPlan): PlanData {
  const { doubts: _, ...data } = parsed
  return data
}
