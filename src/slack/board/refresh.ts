import { DomainError } from '../../domain/errors.ts'
import { describeError } from '../../i18n/translate.ts'
import { showBoard } from '../../usecases/meeting/start-meeting.ts'
import type { Request } from '../requests/request.ts'
import { type BoardMetadata, boardModal } from './views.ts'

/**
 * Does a step of an open board and brings it up to date. What was refused is said on the board as it stands meanwhile;
 * where the board is gone or the meeting over, and where a form was `typed` whose words must not be lost, it is answered
 * as usual too.
 */
export async function refreshBoard(
  request: Request,
  metadata: BoardMetadata,
  viewId: string,
  step: () => Promise<unknown>,
  typed = false,
): Promise<void> {
  const { context, locale, client } = request
  const actor = { ...request.actor, planId: metadata.planId, requestKey: null }
  const show = async (notice?: string) => {
    const view = boardModal(locale, await showBoard(context, actor, metadata.meetingNo), metadata, notice)
    await client.views.update({ view_id: viewId, view })
  }
  try {
    await step()
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'request.repeated') throw error
    const shown = await show(describeError(locale, error)).then(
      () => true,
      () => false,
    )
    if (shown && !typed) return
    throw error
  }
  // A board that was closed or a meeting that ended meanwhile needs no update.
  await show().catch(() => undefined)
}
