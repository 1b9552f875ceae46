import { readFile } from 'node:fs/promises'
import { parsePlanYaml } from '../documents/plan-file/plan-yaml.ts'
import type { PlanData } from '../domain/plan-file/plan-schema.ts'

const seedFile = new URL('../../prisma/seed/wuhan-2023-45.yaml', import.meta.url)

/** The plan that a new sandbox starts with: numbers, titles, units and targets, without the document's prose. */
export async function loadSeedPlan(): Promise<PlanData> {
  return parsePlanYaml(await readFile(seedFile, 'utf8'))
}
