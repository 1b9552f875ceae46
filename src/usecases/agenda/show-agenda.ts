import { findLatestAgenda, lockMeeting } from '../../db/meeting-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { type Actor, type Context, reading } from '../context.ts'
import { allows } from '../permissions.ts'
import { type AgendaView, viewAgenda } from './agenda-view.ts'

/**
 * The agenda of a meeting, by its id; null: the one that was drafted or published last. Drafts are seen only by those who
 * may draft.
 * @throws DomainError `agenda.none` when there is none to see
 */
export async function showAgenda(
  context: Context,
  actor: Actor,
  meetingId: number | null = null,
): Promise<AgendaView & { mayPublish: boolean }> {
  return reading(context, actor, 'agenda.show', async (work) => {
    const drafts = allows(work.roles, 'agenda.draft')
    const latest =
      meetingId === null
        ? await findLatestAgenda(work.tx, work.plan.id, drafts)
        : await lockMeeting(work.tx, work.plan.id, meetingId)
    if (!latest) throw new DomainError('agenda.none')
    const view = await viewAgenda(work, drafts ? latest : { ...latest, draft: null })
    return { ...view, mayPublish: allows(work.roles, 'agenda.publish') }
  })
}
