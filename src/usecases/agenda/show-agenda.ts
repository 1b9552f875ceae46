import { findLatestMeeting } from '../../db/meeting-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { permissions } from '../permissions.ts'
import { type AgendaView, viewAgenda } from './agenda-view.ts'

/**
 * The agenda that was drafted or published last. Drafts are seen only by those who may draft.
 * @throws DomainError `agenda.none` when there is none to see
 */
export async function showAgenda(context: Context, actor: Actor): Promise<AgendaView & { mayPublish: boolean }> {
  return reading(context, actor, 'agenda.show', async ({ tx, plan, roles }) => {
    const mayPublish = permissions['agenda.publish'].some((role) => roles.has(role))
    const drafts = permissions['agenda.draft'].some((role) => roles.has(role))
    const latest = await findLatestMeeting(tx, plan.id, drafts ? ['draft', 'published'] : ['published'])
    if (!latest) throw new DomainError('agenda.none')
    return { ...viewAgenda(plan, latest), mayPublish }
  })
}
