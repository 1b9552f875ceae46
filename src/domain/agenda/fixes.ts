import { z } from 'zod'
import { DomainError } from '../errors.ts'
import { agendaModes } from './agenda-words.ts'

const issueNo = z.int().positive()
const minute = z.int().min(0).max(1440)
const several = z.array(issueNo).max(100)

/** What the convener fixed of a meeting's agenda, by issue numbers; every solution keeps it. Minutes are the meeting's own. */
export const agendaFixes = z.object({
  mode: z.enum(agendaModes).default('waiting'),
  /** Pinned to the head and the tail, in that order. */
  first: several.default([]),
  last: several.default([]),
  /** The first of each pair comes before the second. */
  before: z
    .array(z.tuple([issueNo, issueNo]))
    .max(300)
    .default([]),
  /** On this agenda whatever it costs; and kept off it. */
  added: several.default([]),
  deferred: several.default([]),
  /** Minutes given instead of those asked for. */
  minutes: z
    .array(z.object({ no: issueNo, minutes: z.int().positive().max(480) }))
    .max(300)
    .default([]),
  /** When a unit is there. */
  windows: z
    .array(z.object({ unitId: z.int().positive(), from: minute, until: minute }))
    .max(300)
    .default([]),
})
export type AgendaFixes = z.infer<typeof agendaFixes>

/**
 * What a convener changes about a draft. `free` takes back whatever was fixed about an item's place; `again` changes
 * nothing, and takes in what changed elsewhere: issues, and when units can come.
 */
export type AgendaChange =
  | { kind: 'again' }
  | { kind: 'before'; no: number; other: number }
  | { kind: 'up' | 'down' | 'first' | 'last' | 'free' | 'add' | 'defer'; no: number }
  | { kind: 'minutes'; no: number; minutes: number }
  | { kind: 'mode'; mode: AgendaFixes['mode'] }
  | { kind: 'window'; unitId: number; from: number; until: number }

/** Nothing fixed. */
export const noFixes: AgendaFixes = agendaFixes.parse({})

/** Bounds of an item's minutes on an agenda. */
export const ITEM_MINUTES = { min: 1, max: 240 } as const

/**
 * The fixes after a change, for an agenda whose items now stand in `order` (issue numbers).
 * @throws DomainError `agenda.not_on_it` {no}, `agenda.at_the_end` {no}, `agenda.beside_pinned` {no, other},
 *   `agenda.item_minutes` {given, min, max}, `agenda.too_many_fixes` when more is fixed than can be stored
 */
export function changeFixes(fixes: AgendaFixes, order: readonly number[], change: AgendaChange): AgendaFixes {
  const changed = withChange(fixes, order, change)
  if (!agendaFixes.safeParse(changed).success) throw new DomainError('agenda.too_many_fixes')
  return changed
}

function withChange(fixes: AgendaFixes, order: readonly number[], change: AgendaChange): AgendaFixes {
  switch (change.kind) {
    case 'again':
      return fixes
    case 'mode':
      return { ...fixes, mode: change.mode }
    case 'before':
      return putBefore(fixes, order, change.no, change.other)
    case 'window':
      return { ...fixes, windows: [...fixes.windows.filter((one) => one.unitId !== change.unitId), toWindow(change)] }
    case 'add':
      return { ...fixes, added: including(fixes.added, change.no), deferred: without(fixes.deferred, change.no) }
    case 'minutes':
      return changeMinutes(fixes, order, change)
    default:
      if (!order.includes(change.no)) throw new DomainError('agenda.not_on_it', { no: change.no })
      return changePlace(fixes, order, change.kind, change.no)
  }
}

function changePlace(
  fixes: AgendaFixes,
  order: readonly number[],
  kind: 'up' | 'down' | 'first' | 'last' | 'free' | 'defer',
  no: number,
): AgendaFixes {
  const freed = free(fixes, no)
  switch (kind) {
    case 'first':
      return { ...freed, first: [no, ...freed.first] }
    case 'last':
      return { ...freed, last: [...freed.last, no] }
    case 'free':
      return { ...freed, before: freed.before.filter((pair) => !pair.includes(no)) }
    case 'defer':
      return {
        ...freed,
        before: freed.before.filter((pair) => !pair.includes(no)),
        added: without(freed.added, no),
        deferred: including(freed.deferred, no),
      }
    default:
      return step(fixes, order, kind, no)
  }
}

/** One place up or down: from then on it stands on that side of its neighbour. */
function step(fixes: AgendaFixes, order: readonly number[], kind: 'up' | 'down', no: number): AgendaFixes {
  const at = order.indexOf(no)
  const other = order[kind === 'up' ? at - 1 : at + 1]
  if (other === undefined) throw new DomainError('agenda.at_the_end', { no })
  for (const end of ['first', 'last'] as const) {
    const pins = fixes[end]
    if (pins.includes(no) && pins.includes(other)) return { ...fixes, [end]: swap(pins, no, other) }
    if (pins.includes(other)) throw new DomainError('agenda.beside_pinned', { no, other })
  }
  return kind === 'up' ? putBefore(free(fixes, no), order, no, other) : putBefore(free(fixes, no), order, other, no)
}

function putBefore(fixes: AgendaFixes, order: readonly number[], no: number, other: number): AgendaFixes {
  const missing = [no, other].find((one) => !order.includes(one))
  if (missing !== undefined || no === other) throw new DomainError('agenda.not_on_it', { no: missing ?? other })
  const rest = fixes.before.filter((pair) => !(pair.includes(no) && pair.includes(other)))
  return { ...fixes, before: [...rest, [no, other]] }
}

function changeMinutes(
  fixes: AgendaFixes,
  order: readonly number[],
  { no, minutes }: { no: number; minutes: number },
): AgendaFixes {
  const { min, max } = ITEM_MINUTES
  if (!order.includes(no)) throw new DomainError('agenda.not_on_it', { no })
  if (!(Number.isInteger(minutes) && minutes >= min && minutes <= max))
    throw new DomainError('agenda.item_minutes', { given: String(minutes), min, max })
  return { ...fixes, minutes: [...fixes.minutes.filter((one) => one.no !== no), { no, minutes }] }
}

function free(fixes: AgendaFixes, no: number): AgendaFixes {
  return { ...fixes, first: without(fixes.first, no), last: without(fixes.last, no) }
}

const toWindow = ({ unitId, from, until }: { unitId: number; from: number; until: number }) => ({ unitId, from, until })
const without = (nos: readonly number[], no: number) => nos.filter((one) => one !== no)
const including = (nos: readonly number[], no: number) => [...without(nos, no), no]
const swap = (nos: readonly number[], a: number, b: number) => nos.map((no) => (no === a ? b : no === b ? a : no))
