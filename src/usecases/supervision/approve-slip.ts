import { listMembers } from '../../db/member-store.ts'
import { lastSlipNo, type SlipRow, updateSlip } from '../../db/slip-store.ts'
import { DomainError } from '../../domain/errors.ts'
import { peopleOf } from '../../domain/supervision/decide-day.ts'
import { fairMoment } from '../../domain/supervision/fair-moment.ts'
import type { Obligation } from '../../domain/supervision/obligation.ts'
import { nextSlipState, slipLabel } from '../../domain/supervision/slip.ts'
import { type SlipNotice, toSlipLine } from '../../domain/supervision/slip-notice.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import { type Actor, type Context, changing, type Work } from '../context.ts'
import { holdProposed } from './hold-proposed.ts'
import { liaisonsOf } from './liaisons.ts'
import { listObligations } from './list-obligations.ts'
import { obligationOf } from './slip-access.ts'

/** A red slip that goes out; `channel` false: the plan has no leading group's channel, so only the unit is told. */
export type ApprovedSlip = { slip: string; unit: string; channel: boolean }

/**
 * A leader approves a red slip: it gets its number and goes to the leading group's channel and the unit's people, at a fair
 * hour. What was done meanwhile is not published.
 * @throws DomainError `slip.gone`, `slip.not_possible` {slip, state}, `slip.not_owed` {unit}
 */
export async function approveSlip(context: Context, actor: Actor, id: number): Promise<ApprovedSlip> {
  return changing(context, actor, 'supervision.approve', async (work) => {
    const { tx, plan, now } = work
    const slip = await holdProposed(work, id)
    const state = nextSlipState(slipLabel(slip), slip.state, 'approve')
    const obligation = obligationOf(await listObligations(work), slip)
    if (!obligation) throw new DomainError('slip.not_owed', { unit: slip.unit })
    const number = { year: now.year, no: 1 + (await lastSlipNo(tx, plan.id, now.year)) }
    const at = now.toJSDate()
    const items = obligation.items.map(({ no, title }) => ({ no, title }))
    await updateSlip(tx, id, { state, ...number, items, issuedAt: at, decidedBy: actor.userId, decidedAt: at })
    const label = slipLabel(number)
    await work.audit('slip.issue', `slip/${id}`, { state: slip.state }, { state, slip: label })
    await publish(work, slip, label, obligation)
    return { slip: label, unit: slip.unit, channel: plan.leadingChannel !== null }
  })
}

async function publish(work: Work, slip: SlipRow, label: string, obligation: Obligation): Promise<void> {
  const { tx, plan, now } = work
  const { id: planId, title: planTitle, workspaceId, language, leadingChannel } = plan
  const day = now.toFormat('yyyy-MM-dd')
  const line = toSlipLine(obligation, { slip: label, level: 'red' }, plan.settings, day)
  const payload: SlipNotice = { ...line, language, planId, planTitle, issuedOn: day, withdrawn: null }
  const owed = { workspaceId, planId, at: fairMoment(now).toJSDate(), payload }
  if (leadingChannel)
    await enqueue(tx, {
      ...owed,
      place: leadingChannel,
      dedupeKey: slipKey(slip.id, 'channel'),
      kind: 'slip.published',
    })
  for (const userId of peopleOf(obligation, liaisonsOf(await listMembers(tx, planId))))
    await enqueue(tx, { ...owed, place: userId, dedupeKey: slipKey(slip.id, userId), kind: 'slip.red' })
}

/** The key of the message about a red slip to a place. */
export function slipKey(id: number, place: string): string {
  return `slip/${id}/${place}`
}
