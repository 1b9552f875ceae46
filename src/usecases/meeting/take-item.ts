import { DomainError } from '../../domain/errors.ts'
import { currentItem, takeUp } from '../../domain/meeting/board.ts'
import { changedSince } from '../changed-since.ts'
import { type Actor, type Context, changing } from '../context.ts'
import { lockBoard } from './find-board.ts'
import { applySteps, type BoardView, loadItems, toBoardItem, viewBoard } from './load-board.ts'

/**
 * Takes up an item of a running meeting, leaving the one under way. `from`: the item that the person saw under way (null:
 * none), so that of two conveners who step on at once, the second is told; left out, whatever is under way.
 * @throws DomainError `board.not_on_agenda` {no, issue}, `board.moved_on` {no}, and what `lockBoard` throws
 */
export async function takeItem(
  context: Context,
  actor: Actor,
  no: number,
  issueNo: number,
  from?: number | null,
): Promise<BoardView> {
  return changing(context, actor, 'meeting.run', async (work) => {
    const meeting = await lockBoard(work, no)
    const items = (await loadItems(work, meeting)).map(toBoardItem)
    if (!items.some((item) => item.no === issueNo)) throw new DomainError('board.not_on_agenda', { no, issue: issueNo })
    const current = currentItem(items)?.no ?? null
    if (from !== undefined && from !== current) throw await changedSince(work, `meeting/${no}`, 'board.moved_on')
    await applySteps(work, meeting, takeUp(items, issueNo, work.now.toJSDate()), issueNo)
    await work.audit('meeting.take_item', `meeting/${no}`, { current }, { current: issueNo })
    return viewBoard(work, meeting)
  })
}
