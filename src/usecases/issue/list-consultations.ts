import { listUnanswered, type UnansweredRow } from '../../db/consultation-store.ts'
import { type Actor, type Context, reading } from '../context.ts'

/** The consultations that the person's units have not answered, the oldest first; nobody has objected to them. */
export async function listConsultations(
  context: Context,
  actor: Actor,
): Promise<{ planId: number; consultations: UnansweredRow[] }> {
  return reading(context, actor, 'issue.list', async ({ tx, plan, units }) => ({
    planId: plan.id,
    consultations: await listUnanswered(
      tx,
      plan.id,
      units.map((unit) => unit.id),
    ),
  }))
}
