import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePlanYaml } from '../../../src/documents/plan-file/plan-yaml.ts'
import { DomainError } from '../../../src/domain/errors.ts'
import { parsePlan } from '../../../src/domain/plan-document/parse-plan.ts'
import { writePlanDocument } from '../../support/plans/plan-from-data.ts'
import { wrapPlan } from '../../support/plans/wrap-plan.ts'

const support = new URL('../../support/plans/', import.meta.url)
const seed = parsePlanYaml(readFileSync(new URL('../../../prisma/seed/wuhan-2023-45.yaml', import.meta.url), 'utf8'))
const paragraphs = writePlanDocument(seed)
const documents = ['port-green.txt', 'restart.txt', 'culture.md', 'table.md']
  .map((name) => readFileSync(new URL(name, support), 'utf8'))
  .concat(paragraphs.join('\n'))

/** Parses, or gives the code of the refusal; any other error goes through. */
function attempt(text: string): unknown {
  try {
    return parsePlan(text)
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

function facts(text: string) {
  const { doubts: _, ...plan } = parsePlan(text)
  return plan
}

describe('parsePlan on any text', () => {
  it('gives the same plan however a document is set, with page furniture at any line break', () => {
    const whole = facts(paragraphs.join('\n'))
    const between = fc.constantFrom(
      '\n',
      '\n\n',
      '\n  \n',
      '\r\n',
      '\n— 3 —\n',
      '\n\n- 12 -\n\f',
      '\n第3页 共10页\n',
      '\n\f\n',
    )
    fc.assert(
      fc.property(
        fc.constantFrom('characters' as const, 'columns' as const),
        fc.integer({ min: 12, max: 60 }),
        fc.array(between, { minLength: 1, maxLength: 9 }),
        (by, width, breaks) => {
          // Columns count a Chinese character twice; what stands on lines of under about ten is not promised.
          const wide = by === 'columns' ? width * 2 : width
          expect(facts(wrapPlan(paragraphs, { by, width: wide, between: breaks }))).toEqual(whole)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('drops a running head that stands on every page', () => {
    const lines = wrapPlan(paragraphs, { by: 'columns', width: 56, between: ['\n'] }).split('\n')
    const paged = lines.flatMap((line, index) =>
      index % 20 === 19 ? [line, '某市人民政府公报', `- ${index} -`, '\f'] : [line],
    )
    expect(facts(paged.join('\n'))).toEqual(facts(paragraphs.join('\n')))
  })

  it('refuses mangled documents with a DomainError, or reads what is left of them', () => {
    const mangled = fc
      .tuple(
        fc.constantFrom(...documents),
        fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            cut: fc.integer({ min: 0, max: 60 }),
            put: fc.oneof(
              fc.string({ unit: 'binary', maxLength: 12 }),
              fc.constantFrom(...'()〔】|*#\n\f、,。:一1%'),
              fc.constant('责任单位:'),
            ),
          }),
          { maxLength: 12 },
        ),
      )
      .map(([text, edits]) =>
        edits.reduce((result, { at, cut, put }) => {
          const position = Math.floor(at * result.length)
          return result.slice(0, position) + put + result.slice(position + cut)
        }, text),
      )
    fc.assert(
      fc.property(mangled, (text) => {
        const plan = attempt(text)
        if (typeof plan === 'string') expect(plan).toMatch(/^plan\./)
        else expect(plan).toHaveProperty('sections')
      }),
      { numRuns: 400 },
    )
  })

  it('gives every task a number of its own, and names only units it lists, one of them lead', () => {
    const word = fc.constantFrom(
      '市商务局',
      '市发改委',
      '市发展改革委',
      '东湖高新区',
      '东湖高新区管委会',
      '各区人民政府',
      '等',
      '有关部门',
    )
    const task = fc.record({ no: fc.integer({ min: 1, max: 9 }), units: fc.array(word, { maxLength: 5 }) })
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 8 }), (tasks) => {
        const text = tasks.map(({ no, units }) => `${no}.做好此事。推进。(责任单位:${units.join('、')})`).join('\n')
        const plan = attempt(`甲市方案\n一、任务\n${text}`)
        if (typeof plan === 'string') return
        const { sections, units } = plan as ReturnType<typeof parsePlan>
        const read = sections.flatMap((section) => section.tasks)
        expect(new Set(read.map((one) => one.no)).size).toBe(read.length)
        for (const one of read) {
          for (const unit of one.units) expect(units.map((listed) => listed.name)).toContain(unit.name)
          if (one.units.length > 0) expect(one.units.filter((unit) => unit.role === 'lead')).toHaveLength(1)
        }
      }),
    )
  })

  it('does work that grows with the length of the text, not with its square', () => {
    // each takes minutes, not seconds, if any step is quadratic: the test's own time limit is the assertion
    const head = '一、任务\n(一)甲。做。(责任单位:市商务局)\n'
    for (const part of [
      '(',
      ' ',
      '1,234,',
      '一、',
      '责任单位:',
      '市 商 ',
      '— ',
      '**a',
      '每年引进5家',
      '市商务局牵头。',
      '《',
    ]) {
      const text = head + part.repeat(Math.ceil(400_000 / part.length))
      expect(attempt(text)).toBeDefined()
    }
  })
})
