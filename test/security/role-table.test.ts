import { globSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database, Transaction } from '../../src/db/database.ts'
import { DomainError } from '../../src/domain/errors.ts'
import type { MemberRole } from '../../src/domain/membership.ts'
import { saveAsDraft } from '../../src/usecases/agenda/draft-agenda.ts'
import type { Actor, Context } from '../../src/usecases/context.ts'
import { type Action, permissions } from '../../src/usecases/permissions.ts'
import { choosePlan, listPlanChoices } from '../../src/usecases/plan/choose-plan.ts'
import { draftPlan, importDraft, listImportable } from '../../src/usecases/plan/draft-plan.ts'
import { importPlan } from '../../src/usecases/plan/import-plan.ts'
import { openImage } from '../support/database.ts'
import { samplePlan } from '../support/sample-plan.ts'
import { as, people } from '../support/world.ts'
import { outsiders, type Sample, setUpSample } from './sample-world.ts'
import { type UseCaseRow, useCaseRows } from './use-case-rows.ts'

const inRole: Record<MemberRole, string> = {
  liaison: people.lead,
  convener: people.convener,
  leader: people.leader,
  admin: people.admin,
}
const roles = Object.keys(inRole) as MemberRole[]

/** Use cases of nobody's plan yet: choosing one, open to everybody of the workspace, and importing, bound otherwise. */
const ofWorkspace: unknown[] = [listPlanChoices, choosePlan, listImportable, draftPlan, importDraft, importPlan]

/** Second halves, called by those above with what the first half worked out; they check the same action again. */
const secondHalves: unknown[] = [saveAsDraft]

/** A call as it went. What it did is undone, so that the next one finds the same plan. */
type Attempt = { value?: unknown; code?: string; params?: unknown; touched: string[] }

let database: Database
let world: Context
let sample: Sample
let untouched: ReadonlyMap<string, string>
beforeAll(async () => {
  database = await openImage()
  ;({ world, sample } = await setUpSample(database))
  untouched = await database.transaction(printsOfSample)
})
afterAll(() => database?.close())

class Undone extends Error {}
class Passed extends Error {}

/** Whether the gate lets through: behind it the clock is read first, and nothing of the use case is done. */
async function gate(call: (context: Context) => Promise<unknown>): Promise<Attempt> {
  const now = () => {
    throw new Passed()
  }
  return attempt((context) =>
    call({ ...context, now }).catch((error) => {
      if (!(error instanceof Passed)) throw error
    }),
  )
}

async function attempt(call: (context: Context) => Promise<unknown>, watched = false): Promise<Attempt> {
  const made: Attempt = { touched: [] }
  const running = database.transaction(async (tx) => {
    const inside = { ...world, database: { transaction: (work: (given: Transaction) => unknown) => work(tx) } }
    try {
      made.value = await call(inside as unknown as Context)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      Object.assign(made, { code: error.code, params: error.params })
      throw new Undone()
    }
    if (watched) {
      const after = await printsOfSample(tx)
      made.touched = [...untouched.keys()].filter((table) => untouched.get(table) !== after.get(table))
    }
    throw new Undone()
  })
  await running.catch((error) => {
    if (!(error instanceof Undone)) throw error
  })
  return made
}

/** A print of the rows of plan 1, by table. */
async function printsOfSample(tx: Transaction): Promise<Map<string, string>> {
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns
     WHERE column_name = 'planId' AND table_schema = current_schema()`
  const prints = tables.map(
    ({ name }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(one::text, ';' ORDER BY one::text), '')) AS print
                     FROM "${name}" one WHERE "planId" = 1`,
  )
  const rows = await tx.$queryRawUnsafe<{ name: string; print: string }[]>(prints.join(' UNION ALL '))
  return new Map(rows.map(({ name, print }) => [name, print]))
}

const name = ({ useCase, action }: UseCaseRow, index: number) =>
  [`${useCase.name} (${action}) #${index + 1}`, index] as const

const rowAt = (index: number): UseCaseRow => {
  const row = useCaseRows[index]
  if (!row) throw new Error('no such row')
  return row
}

describe('the table of roles and use cases', () => {
  it('names every use case that a person can reach', async () => {
    const listed = new Set<unknown>([...useCaseRows.map(({ useCase }) => useCase), ...ofWorkspace, ...secondHalves])
    const files = globSync('src/usecases/**/*.ts').filter((file) => basename(file) !== 'context.ts')
    const modules = await Promise.all(files.map((file) => import(resolve(file))))
    const verbs = modules.flatMap((module) => Object.values(module)).filter((one) => typeof one === 'function')
    const takesActor = verbs.filter((verb) => /^async function \w+\(\s*context,\s*actor\b/.test(String(verb)))
    expect(takesActor.length).toBeGreaterThan(100)
    expect(takesActor.filter((verb) => !listed.has(verb)).map((verb) => verb.name)).toEqual([])
  })

  it('is refused nowhere but at the gate, and where a row says so', () => {
    const throwing = globSync('src/usecases/**/*.ts').filter((file) =>
      readFileSync(file, 'utf8').includes("Error('access."),
    )
    expect(throwing.map((file) => basename(file)).sort()).toEqual([
      'context.ts',
      'import-access.ts',
      'subscribe-digest.ts',
      'unsubscribe-digest.ts',
    ])
  })

  it('has a row for every action', () => {
    const checkedByImporting: Action[] = ['plan.import']
    const missing = (Object.keys(permissions) as Action[]).filter(
      (action) => !useCaseRows.some((row) => row.action === action) && !checkedByImporting.includes(action),
    )
    expect(missing).toEqual([])
  })

  it.each(useCaseRows.map(name))('%s', async (_, index) => {
    const { action, call, otherUnit } = rowAt(index)
    const allowed: readonly MemberRole[] = permissions[action]
    const by = (actor: Actor, watched = false) => attempt((context) => call(context, actor, sample), watched)
    let done = false
    for (const role of roles) {
      const may = allowed.includes(role)
      const atGate = await gate((context) => call(context, as(inRole[role]), sample))
      // Where access.* is refused behind the gate too, in full; else one role that it works for stands for all.
      const made: Attempt = atGate.code === undefined && !(may && done) ? await by(as(inRole[role])) : atGate
      if (may) expect(made.code ?? '', role).not.toMatch(/^access\./)
      else expect(made, role).toMatchObject({ code: 'access.role_needed', params: { roles: allowed } })
      done ||= made !== atGate && made.code === undefined
    }
    expect(done, 'it works for somebody').toBe(true)
    if (allowed.includes('liaison')) expect((await by(as(people.customs))).code ?? null).toBe(otherUnit)
    expect((await by(as(people.stranger))).code).toBe('access.not_a_member')
    const elsewhere = as(outsiders.workspace, { workspaceId: 'T2' })
    expect((await by({ ...as(outsiders.plan), planId: 1 })).code).toBe('access.not_a_member')
    expect((await by({ ...elsewhere, planId: 1 })).code).toBe('plan.gone')
    // With every role where they are, and the numbers and ids of plan 1: nothing of it may be seen or touched.
    for (const actor of [as(outsiders.plan), elsewhere]) {
      const made = await by(actor, true)
      expect(made.touched).toEqual([])
      expect(JSON.stringify(made.value ?? null)).not.toContain(samplePlan().title)
    }
  })
})
