import { findAction, listActions as list } from '../../db/action-store.ts'
import { isSettled } from '../../domain/action/action-state.ts'
import type { TrailEvent } from '../../domain/action/action-trail.ts'
import type { TodoScope } from '../../domain/action/todo-words.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading, type Work } from '../context.ts'
import { allows } from '../permissions.ts'
import { loadTrail, type SeenAction, seeActions } from './see-actions.ts'

/** Why an action is listed: the office is to verify it, or to answer a wish; it is overdue; it is the person's; it is there. */
export type TodoGroup = 'verify' | 'wish' | 'overdue' | 'own' | 'others' | 'settled'

/** An action of a person's list, and why it is there. */
export type TodoEntry = { group: TodoGroup; action: SeenAction }

/** Actions for a person, group by group, each by due day. */
export type TodoList = { planId: number; zone: string; scope: TodoScope; entries: TodoEntry[] }

/** One action with what happened to it, and the plan its buttons speak of. */
export type ShownAction = { planId: number; zone: string; action: SeenAction; trail: TrailEvent[] }

const groups: readonly TodoGroup[] = ['verify', 'wish', 'overdue', 'own', 'others', 'settled']

/**
 * The actions that concern a person. `mine`: what their units owe or help with; for the office also what it is to verify or
 * to answer, and all that is overdue; for a leader all that is not settled. `all`: settled ones too. A liaison sees those of their units, the others all of the plan.
 */
export async function listActions(context: Context, actor: Actor, scope: TodoScope): Promise<TodoList> {
  return reading(context, actor, 'action.list', async (work) => ({
    planId: work.plan.id,
    zone: work.plan.zone,
    scope,
    entries: await listFor(work, scope),
  }))
}

/** One action by its number, with what happened to it and what the person may do. @throws DomainError `action.unknown` {no} */
export async function showAction(context: Context, actor: Actor, no: number): Promise<ShownAction> {
  return reading(context, actor, 'action.list', async (work) => {
    const row = await findAction(work.tx, work.plan.id, no)
    const [action] = row ? await seeActions(work, [row]) : []
    if (!action) throw new DomainError('action.unknown', { no })
    return { planId: work.plan.id, zone: work.plan.zone, action, trail: await loadTrail(work, [no]) }
  })
}

/** The entries of a person's list, within a transaction; as {@link listActions}. */
export async function listFor(work: Work, scope: TodoScope): Promise<TodoEntry[]> {
  const { tx, plan, units, roles } = work
  const states = scope === 'all' ? {} : { states: ['open', 'reported'] as const }
  const ownOnly = [...roles].every((role) => role === 'liaison')
  const rows = await list(tx, plan.id, { ...states, ...(ownOnly ? { unitIds: units.map((unit) => unit.id) } : {}) })
  const entries = (await seeActions(work, rows)).map((action) => ({ action, group: groupOf(work, action) }))
  const office = allows(roles, 'action.settle')
  const shown = scope === 'mine' && office ? entries.filter(({ group }) => group !== 'others') : entries
  return shown.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
}

function groupOf({ roles }: Work, action: SeenAction): TodoGroup {
  if (isSettled(action.state)) return 'settled'
  if (allows(roles, 'action.settle')) {
    if (action.mayVerify) return 'verify'
    if (action.wish) return 'wish'
  }
  if (action.part !== null) return 'own'
  return action.daysLate === null ? 'others' : 'overdue'
}
