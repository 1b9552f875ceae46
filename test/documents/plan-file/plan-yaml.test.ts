import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { formatPlanYaml, parsePlanYaml } from '../../../src/documents/plan-file/plan-yaml.ts'
import { parsePlan } from '../../../src/domain/plan-document/parse-plan.ts'
import { toPlanData } from '../../../src/domain/plan-file/to-plan-data.ts'

const seed = readFileSync(new URL('../../../prisma/seed/wuhan-2023-45.yaml', import.meta.url), 'utf8')

/** The seeded plan with one part of it changed, as YAML. */
function changed(change: (plan: ReturnType<typeof parsePlanYaml>) => void): string {
  const plan = parse(seed)
  change(plan)
  return stringify(plan)
}

describe('a plan as YAML', () => {
  it('is read back as it was written', () => {
    const document = readFileSync(new URL('../../support/plans/port-green.txt', import.meta.url), 'utf8')
    const plan = { ...toPlanData(parsePlan(document)), zone: 'Asia/Urumqi', language: 'en' as const }
    const [first, ...others] = plan.targets
    if (!first) throw new Error('the document has targets')
    const baseline = { value: 1800.5, on: '2023-12-31' }
    const full = { ...plan, targets: [{ ...first, baseline, yearly: { '2024': 2200, '2025': 2600 } }, ...others] }
    expect(parsePlanYaml(formatPlanYaml(full))).toEqual(full)
    expect(parsePlanYaml(formatPlanYaml(parsePlanYaml(seed)))).toEqual(parsePlanYaml(seed))
  })

  it.each<[string, string, string, (plan: ReturnType<typeof parsePlanYaml>) => void]>([
    ['title', 'too_small', '1', (plan) => Object.assign(plan, { title: ' ' })],
    ['issuedOn', 'not_a_day', '', (plan) => Object.assign(plan, { issuedOn: '2023-02-30' })],
    ['zone', 'not_a_zone', '', (plan) => Object.assign(plan, { zone: 'Asia/Wuhan' })],
    ['', 'unknown_key', 'unit', (plan) => Object.assign(plan, { unit: [] })],
    ['sections[2].tasks[0].units[1].name', 'unknown_unit', '市商局', (plan) => rename(plan, '市商局')],
    ['sections[2].tasks[0].units[1].name', 'repeated_name', '东湖高新区', (plan) => rename(plan, '东湖高新区')],
    ['sections[1].tasks[0].no', 'repeated_number', '1', (plan) => Object.assign(taskOf(plan, 1), { no: 1 })],
    ['sections[1].tasks[0].no', 'wrong_type', 'number', (plan) => Object.assign(taskOf(plan, 1), { no: '5' })],
    [
      'sections[0].tasks[0].units',
      'no_lead',
      '1',
      (plan) => Object.assign(taskOf(plan, 0).units[0] ?? {}, { role: 'participant' }),
    ],
    [
      'sections[0].tasks[0].units[0].role',
      'not_one_of',
      'lead, participant',
      (plan) => Object.assign(taskOf(plan, 0).units[0] ?? {}, { role: 'boss' }),
    ],
    ['targets[0].taskNo', 'unknown_task', '99', (plan) => Object.assign(plan.targets[0] ?? {}, { taskNo: 99 })],
    ['targets[0].value', 'not_exact', '', (plan) => Object.assign(plan.targets[0] ?? {}, { value: 0.1234567 })],
    [
      'units[3].name',
      'repeated_name',
      '武汉海关',
      (plan) => Object.assign(plan.units[1] ?? {}, { name: '武汉海关', aliases: [] }),
    ],
    [
      'units',
      'too_big',
      '300',
      (plan) => Object.assign(plan, { units: Array.from({ length: 301 }, (_, i) => ({ name: `单位${i}` })) }),
    ],
  ])('refuses a wrong part with its path: %s %s', (path, reason, detail, change) => {
    expect(() => parsePlanYaml(changed(change))).toThrow(
      expect.objectContaining({ code: 'plan.yaml_invalid', params: expect.objectContaining({ path, reason }) }),
    )
    try {
      parsePlanYaml(changed(change))
    } catch (error) {
      expect(String((error as { params: { detail: unknown } }).params.detail)).toBe(detail)
    }
  })

  it('refuses what is no YAML with the line, and aliases that unfold without bound', () => {
    expect(() => parsePlanYaml('title: a\nsections: [')).toThrow(
      expect.objectContaining({ code: 'plan.yaml_broken', params: { line: 2 } }),
    )
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
    for (const name of 'bcdefgh') {
      const before = String.fromCharCode(name.charCodeAt(0) - 1)
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(',')}]`)
    }
    expect(() => parsePlanYaml(bomb.join('\n'))).toThrow(expect.objectContaining({ code: 'plan.yaml_broken' }))
    expect(() => parsePlanYaml('a'.repeat(2_000_001))).toThrow(expect.objectContaining({ code: 'plan.yaml_too_large' }))
  })
})

type Plan = ReturnType<typeof parsePlanYaml>

function taskOf(plan: Plan, section: number): Plan['sections'][number]['tasks'][number] {
  const task = plan.sections[section]?.tasks[0]
  if (!task) throw new Error('the seeded plan has tasks in every section')
  return task
}

function rename(plan: Plan, name: string): void {
  Object.assign(taskOf(plan, 2).units[1] ?? {}, { name })
}
