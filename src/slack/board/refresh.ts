import { DomainError } from '../../domain/errors.ts'
import { describeError } from '../../i18n/translate.ts'
import { showBoard } from '../../usecases/meeting/start-meeting.ts'
import type { Request } from '../requests/request.ts'
import { type BoardMetadata, boardModal } from './views.ts'

/**
 * Does a step of an open board and brings it up to date. What was refused is said on the board as it stands meanwhile;
 * where the board is gone or the meeting over, and where a form was `typed` whose words must not be lost, it is answered
 * as usual too. Gives whether the board shows it: one that was closed, or whose meeting ended meanwhile, does not.
 */
export async function refreshBoard(
  request: Request,
  metadata: BoardMetadata,
  viewId: string,
  step: () => Promise<unknown>,
  typed = false,
): Promise<boolean> {
  const { context, locale, client } = request
  const actor = { ...request.actor, planId: metadata.planId, requestKey: null }
  const update = async (notice?: string) => {
    const view = boardModal(locale, await showBoard(context, actor, metadata.meetingNo), metadata, notice)
    await client.views.update({ view_id: viewId, view })
  }
  const show = (notice?: string) =>
    update(notice).then(
      () => true,
      () => false,
    )
  try {
    await step()
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'request.repeated') throw error
    if ((await show(describeError(locale, error))) && !typed) return true
    throw error
  }
  return show()
}
