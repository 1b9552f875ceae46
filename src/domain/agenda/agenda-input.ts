import { z } from 'zod'
import { agendaModes } from './agenda-words.ts'

const MAX_MINUTES = 1440
const id = z.union([z.int(), z.string().min(1).max(64)])

/** A unit or an issue of an agenda: its number or name. 7 and "7" are the same. */
export type AgendaId = z.infer<typeof id>

/**
 * What an agenda is made from: the meeting's minutes, the units with their delegates, the issues with the units each
 * needs, and what is fixed. `first` and `last` name an issue, or several in that order; windows are minutes from the
 * meeting's start between which all items of a unit must lie.
 */
export const agendaInput = z
  .object({
    minutes: z.int().min(1).max(MAX_MINUTES),
    mode: z.enum(agendaModes).default('waiting'),
    units: z.array(z.object({ id, delegates: z.int().min(0).max(1000) })).max(500),
    issues: z
      .array(
        z.object({
          id,
          score: z.int().min(0).max(100_000),
          minutes: z.int().min(1).max(MAX_MINUTES),
          units: z.array(id).max(500),
          mandatory: z.boolean().default(false),
        }),
      )
      .max(10_000),
    constraints: z
      .strictObject({
        first: z.union([id, z.array(id).max(100)]).optional(),
        last: z.union([id, z.array(id).max(100)]).optional(),
        before: z
          .array(z.tuple([id, id]))
          .max(1000)
          .optional(),
        windows: z
          .array(
            z.strictObject({
              unit: id,
              from: z.int().min(0).max(MAX_MINUTES).optional(),
              until: z.int().min(0).max(MAX_MINUTES).optional(),
            }),
          )
          .max(500)
          .optional(),
      })
      .optional(),
  })
  .superRefine((input, context) => {
    const units = namesOf(input.units)
    const issues = namesOf(input.issues)
    const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    if (units.size < input.units.length) complain(['units'], 'two units have the same id')
    if (issues.size < input.issues.length) complain(['issues'], 'two issues have the same id')
    for (const [index, issue] of input.issues.entries()) {
      const stranger = issue.units.find((unit) => !units.has(String(unit)))
      if (stranger !== undefined) complain(['issues', index, 'units'], `no unit has the id ${stranger}`)
    }
    const { first, last, before = [], windows = [] } = input.constraints ?? {}
    const named = { first: listOf(first), last: listOf(last), before: before.flat() }
    for (const [key, ids] of Object.entries(named)) {
      const stranger = ids.find((issue) => !issues.has(String(issue)))
      if (stranger !== undefined) complain(['constraints', key], `no issue has the id ${stranger}`)
    }
    for (const [index, { unit }] of windows.entries()) {
      if (!units.has(String(unit))) complain(['constraints', 'windows', index, 'unit'], `no unit has the id ${unit}`)
    }
  })

/** What {@link agendaInput} takes, and what it gives. */
export type AgendaInput = z.input<typeof agendaInput>
export type CheckedAgenda = z.output<typeof agendaInput>

/** One id or several, as several. */
function listOf(ids: AgendaId | AgendaId[] | undefined): AgendaId[] {
  return ids === undefined ? [] : Array.isArray(ids) ? ids : [ids]
}

/**
 * The same agenda in one fixed form, whatever order its lists came in: units, issues and rules sorted by id, numbers
 * before names, each unit of an issue once. Results and hash are computed from it.
 */
export function canonicalAgenda(input: CheckedAgenda): CheckedAgenda & { constraints: Constraints } {
  const { first, last, before = [], windows = [] } = input.constraints ?? {}
  return {
    minutes: input.minutes,
    mode: input.mode,
    units: input.units.map(({ id, delegates }) => ({ id, delegates })).sort((a, b) => compareIds(a.id, b.id)),
    issues: input.issues
      .map(({ id, score, minutes, units, mandatory }) => ({
        id,
        score,
        minutes,
        units: [...new Map(units.map((unit) => [String(unit), unit])).values()].sort(compareIds),
        mandatory,
      }))
      .sort((a, b) => compareIds(a.id, b.id)),
    constraints: {
      first: listOf(first),
      last: listOf(last),
      before: before.toSorted((a, b) => compareIds(a[0], b[0]) || compareIds(a[1], b[1])),
      windows: windows
        .map(({ unit, from = 0, until = MAX_MINUTES * 10 }) => ({ unit, from, until }))
        .sort((a, b) => compareIds(a.unit, b.unit) || a.from - b.from || a.until - b.until),
    },
  }
}

/** What is fixed, with nothing left open. */
export type Constraints = {
  first: AgendaId[]
  last: AgendaId[]
  before: [AgendaId, AgendaId][]
  windows: { unit: AgendaId; from: number; until: number }[]
}

const namesOf = (things: readonly { id: AgendaId }[]) => new Set(things.map((thing) => String(thing.id)))

function compareIds(a: AgendaId, b: AgendaId): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1
  return a < b ? -1 : a > b ? 1 : 0
}
