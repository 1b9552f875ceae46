import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsePlanYaml } from '../../src/documents/plan-file/plan-yaml.ts'
import { parsePlan } from '../../src/domain/plan-document/parse-plan.ts'
import type { PlanData } from '../../src/domain/plan-file/plan-schema.ts'
import { writePlanDocument } from '../support/plans/plan-from-data.ts'
import { wrapPlan } from '../support/plans/wrap-plan.ts'
import type { Bench, Finding } from './measure.ts'
import { sideBySide } from './side-by-side.ts'

const ROUNDS = 7
const TASKS_A_MB = 200
const MB = 1_000_000

/** Reading a plan's document: the seeded plan's, and some of a size that no office writes. */
export const parse: Bench = {
  name: 'parse',
  limit:
    'every character is read once: 1 × reading the file and one pass of a regular expression over it; linear at best.',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'liaison-bench-'))
    try {
      return await inFolder(folder)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function inFolder(folder: string): Promise<Finding[]> {
  const seed = parsePlanYaml(readFileSync(new URL('../../prisma/seed/wuhan-2023-45.yaml', import.meta.url), 'utf8'))
  const time = (name: string, text: string) => timeParsing(join(folder, name), text)
  const wuhan = await time('wuhan.txt', setInPages(writePlanDocument(seed)))
  const one = await time('one.txt', ofSize(seed, MB))
  const two = await time('two.txt', ofSize(seed, 2 * MB))
  return [
    { what: 'the Wuhan plan', value: wuhan.own, unit: 'ms' },
    { what: 'the Wuhan plan, times reading it', value: wuhan.times, unit: '×' },
    { what: 'a document of 2 MB', value: two.own, unit: 'ms' },
    { what: 'a document of 2 MB, times reading it', value: two.times, unit: '×' },
    { what: 'growth from 1 MB to 2 MB', value: two.own / one.own, unit: '×', atMost: 2.2 },
  ]
}

function timeParsing(file: string, text: string) {
  writeFileSync(file, text)
  const read = () => readFileSync(file, 'utf8')
  return sideBySide(
    ROUNDS,
    () => parsePlan(read()),
    () => read().match(/责任单位/g)?.length,
  )
}

/** As a PDF gives it: hard-wrapped, with page numbers. */
function setInPages(paragraphs: readonly string[]): string {
  const between = [...Array.from({ length: 29 }, () => '\n'), '\n— 3 —\n']
  return wrapPlan(paragraphs, { by: 'characters', width: 40, between })
}

/** A document of about so many bytes: the same plan with 200 tasks a megabyte, each with a text of several pages. */
function ofSize(plan: PlanData, bytes: number): string {
  const [first] = plan.sections
  if (!first) throw new Error('The plan has no sections')
  const count = Math.round((TASKS_A_MB * bytes) / MB)
  const known = plan.sections.flatMap(({ tasks }) => tasks)
  const tasks = Array.from({ length: count }, (_, index) => ({ ...known[index % known.length], no: index + 1 }) as Task)
  const paragraphs = writePlanDocument({ ...plan, sections: [{ ...first, tasks }] })
  const sentence = '完善机制,围绕 3 个方面、“一企一策”推进。'
  const missing = bytes - Buffer.byteLength(paragraphs.join('\n'))
  const text = sentence.repeat(1 + Math.floor(missing / count / Buffer.byteLength(sentence)))
  return setInPages(paragraphs.map((paragraph) => paragraph.replace(sentence, text)))
}

type Task = PlanData['sections'][number]['tasks'][number]
