import { type SlipRow, updateSlip } from '../../db/slip-store.ts'
import { fairMoment } from '../../domain/supervision/fair-moment.ts'
import { checkSlipReason, nextSlipState, slipLabel } from '../../domain/supervision/slip.ts'
import { slipNotice } from '../../domain/supervision/slip-notice.ts'
import { enqueue, listOwed, nextEditKey } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { slipKey } from './approve-slip.ts'
import { holdSlip, type SlipNumber } from './slip-access.ts'

/**
 * The office or a leader takes a slip back, with a reason; its number stays used. The messages of a red one say so from
 * then on.
 * @throws DomainError what `checkSlipReason` throws, `slip.unknown` {slip}, `slip.not_possible` {slip, state}
 */
export async function withdrawSlip(
  context: Context,
  actor: Actor,
  number: SlipNumber,
  why: string,
): Promise<{ slip: string; unit: string }> {
  const reason = checkSlipReason(why)
  return changing(context, actor, 'supervision.withdraw', async (work) => {
    const slip = await holdSlip(work, number)
    const state = nextSlipState(slipLabel(slip), slip.state, 'withdraw')
    await updateSlip(work.tx, slip.id, {
      ...{ state, reason, withdrawnBy: actor.userId, withdrawnAt: work.now.toJSDate() },
    })
    await work.audit('slip.withdraw', `slip/${slip.id}`, { state: slip.state }, { state, text: reason })
    if (slip.level === 'red') await takeBack(work, slip, reason)
    return { slip: slipLabel(slip), unit: slip.unit }
  })
}

/** Edits what was posted of it, wherever that was and whoever got it, with the figures that it had. */
async function takeBack({ tx, plan, now }: Work, { id }: SlipRow, reason: string): Promise<void> {
  const { id: planId, workspaceId } = plan
  for (const { place, dedupeKey: edits, kind, payload } of await listOwed(tx, workspaceId, slipKey(id, ''))) {
    const dedupeKey = await nextEditKey(tx, workspaceId, edits)
    if (dedupeKey === null || (kind !== 'slip.published' && kind !== 'slip.red')) continue
    const withdrawn = { on: now.toFormat('yyyy-MM-dd'), reason }
    const owed = { workspaceId, planId, place, dedupeKey, edits, at: fairMoment(now).toJSDate() }
    await enqueue(tx, { ...owed, kind, payload: { ...slipNotice.parse(payload), withdrawn } })
  }
}
