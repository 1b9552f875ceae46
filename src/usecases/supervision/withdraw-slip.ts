import { DateTime } from 'luxon'
import { listMembers } from '../../db/member-store.ts'
import { type SlipRow, updateSlip } from '../../db/slip-store.ts'
import { fairMoment } from '../../domain/supervision/fair-moment.ts'
import { checkSlipReason, nextSlipState, slipLabel } from '../../domain/supervision/slip.ts'
import { type SlipNotice, toMatter } from '../../domain/supervision/slip-notice.ts'
import { daysLate } from '../../domain/supervision/stage.ts'
import { enqueue, nextEditKey } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { slipKey } from './approve-slip.ts'
import { liaisonsOf } from './liaisons.ts'
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

/** Edits what was posted of it; its channel and people are those it was sent to. */
async function takeBack({ tx, plan, now }: Work, slip: SlipRow, reason: string): Promise<void> {
  const { id: planId, title: planTitle, workspaceId, language, zone } = plan
  const issued = DateTime.fromJSDate(slip.issuedAt ?? slip.createdAt, { zone }).toFormat('yyyy-MM-dd')
  const payload: SlipNotice = {
    ...toMatter(slip),
    ...{ slip: slipLabel(slip), level: slip.level, daysLate: daysLate({ countFrom: slip.dueOn }, issued), next: null },
    ...{ language, planId, planTitle, issuedOn: issued },
    withdrawn: { on: now.toFormat('yyyy-MM-dd'), reason },
  }
  const people = liaisonsOf(await listMembers(tx, planId)).get(slip.unitId) ?? []
  const places = [
    { place: plan.leadingChannel ?? 'channel', key: slipKey(slip.id, 'channel'), kind: 'slip.published' as const },
    ...people.map((place) => ({ place, key: slipKey(slip.id, place), kind: 'slip.red' as const })),
  ]
  for (const { place, key, kind } of places) {
    const dedupeKey = await nextEditKey(tx, workspaceId, key)
    if (dedupeKey === null) continue
    const owed = { workspaceId, planId, place, dedupeKey, edits: key, at: fairMoment(now).toJSDate() }
    await enqueue(tx, { ...owed, kind, payload })
  }
}
